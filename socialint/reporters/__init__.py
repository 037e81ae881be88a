"""Report -> text, one module a format: `render(report, look) -> str`.

Everything a finding holds is masked before it comes here, so no reporter can show more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from socialint.model.findings import Report
from socialint.reporters.look import Look

REPORTERS: Mapping[str, str] = MappingProxyType(
    {
        "text": "socialint.reporters.text:render",
        "concise": "socialint.reporters.concise:render",
        "json": "socialint.reporters.json:render",
        "jsonl": "socialint.reporters.jsonl:render",
        "sarif": "socialint.reporters.sarif:render",
        "github": "socialint.reporters.github:render",
        "gitlab": "socialint.reporters.gitlab:render",
        "junit": "socialint.reporters.junit:render",
        "rdjsonl": "socialint.reporters.rdjsonl:render",
        "markdown": "socialint.reporters.markdown:render",
        "html": "socialint.reporters.page:render",
        "csv": "socialint.reporters.csv:render",
    }
)

__all__ = ["REPORTERS", "Look", "render"]


def render(name: str, report: Report, look: Look) -> str:
    """The report in the format of this name."""
    module, _, function = REPORTERS[name].partition(":")
    renderer: Callable[[Report, Look], str] = getattr(import_module(module), function)
    return renderer(report, look)
