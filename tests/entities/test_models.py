"""What is installed, what is loaded, and what never happens: a download, a log line."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from socialint.entities import MODEL, models, recogniser, require
from socialint.errors import UserError
from socialint.model.records import Registers

from .posts import CUES, FINDER, views

PATIENT = "Our patient Lena Vogt of Denver sends her regards on March 3, 2026."


def test_the_pinned_model_is_installed_and_whole() -> None:
    require(MODEL)


@pytest.mark.parametrize("model", ["en_core_web_trf_missing", "../models/mine", "json", "__main__", ""])
def test_a_missing_model_is_an_error_with_the_next_step(model: str) -> None:
    with pytest.raises(UserError) as raised:
        require(model)
    assert raised.value.problems[0].hint
    with pytest.raises(UserError):
        recogniser(model, Registers(), CUES).find("PERSON", views(PATIENT))


def test_a_changed_file_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "PINNED", {**models.PINNED, "ner/model": "0" * 64})
    models.installed.cache_clear()
    with pytest.raises(UserError, match="ner/model"):
        models.installed(MODEL)
    models.installed.cache_clear()


def test_a_missing_package_is_an_error_with_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "find_spec", lambda name: None)
    with pytest.raises(UserError, match="pip install"):
        require(MODEL)


def test_a_model_without_names_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "xx_no_names"
    package.mkdir()
    (package / "__init__.py").write_text("raise AssertionError('the code of a model was run')")
    meta = {"lang": "xx", "name": "no_names", "version": "1", "pipeline": ["tagger"]}
    (package / "meta.json").write_text(json.dumps(meta))
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UserError, match="finds no names"):
        require("xx_no_names")


def test_nothing_heavy_is_imported_before_a_text_is_read() -> None:
    script = """
import sys
from socialint.entities import MODEL, recogniser, require
from socialint.model.documents import Field, Part
from socialint.model.records import Registers
from socialint.text import Normaliser
require(MODEL)
finder = recogniser(MODEL, Registers(), {})
finder.find("PERSON", [Normaliser(()).view(Field.plain(Part.BODY, "wash your hands"))])
print(*{"spacy", "presidio_analyzer", "thinc", "numpy", "phonenumbers"} & set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_nothing_goes_to_the_network_and_nothing_is_logged() -> None:
    script = f"""
import logging, socket
def refused(*args, **kwargs):
    raise SystemExit("a connection was opened")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refused
logging.basicConfig(level=logging.DEBUG)
from tests.entities.posts import FINDER, views
assert FINDER.find("PERSON", views({PATIENT!r}))
assert FINDER.find("DATE", views({PATIENT!r}))
for name in list(logging.root.manager.loggerDict):
    logging.getLogger(name).setLevel(logging.DEBUG)
assert FINDER.find("PLACE", views({PATIENT!r}))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    output = done.stdout + done.stderr
    assert not any(word in output for word in ("Lena", "Vogt", "Denver", "March", "presidio", "spacy"))


def test_a_logger_that_is_turned_on_again_stays_silent(caplog: pytest.LogCaptureFixture) -> None:
    FINDER.find("PERSON", views(PATIENT))
    for name in ("presidio-analyzer", "spacy", "decision_process"):
        logging.getLogger(name).setLevel(logging.DEBUG)
        with caplog.at_level(logging.DEBUG, logger=name):
            logging.getLogger(name).critical("Lena Vogt")
    assert not caplog.records


def test_no_recogniser_runs_that_reaches_the_network() -> None:
    from socialint.entities.analyzer import _engine

    FINDER.find("PERSON", views(PATIENT))
    _, engine = _engine(MODEL)
    assert engine.analyzer_engine is not None
    names = {type(one).__name__ for one in engine.analyzer_engine.registry.recognizers}
    assert names == {"SpacyRecognizer", "DateRecognizer"}
