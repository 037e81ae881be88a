"""Summary -> one page, complete in itself, in the style of a report's: nothing is fetched, no script runs."""

from __future__ import annotations

from jinja2 import ChoiceLoader, PackageLoader
from markupsafe import Markup

from socialint.history import words
from socialint.history.summary import Summary
from socialint.reporters.page import environment, policy, source
from socialint.reporters.sentences import many
from socialint.reporters.speech import ENGLISH


def render(summary: Summary) -> str:
    """The page."""
    own = environment(ENGLISH)
    assert own.loader is not None
    own.loader = ChoiceLoader([PackageLoader("socialint.history", "page"), own.loader])
    style = Markup(source(own, "report.css") + source(own, "history.css"))
    return own.get_template("history.html").render(
        policy=policy(style=style),
        style=style,
        summary=summary,
        words=words,
        many=many,
        most=max((one.found for one in summary.months), default=0),
    )
