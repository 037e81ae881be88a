"""Texts -> what Presidio finds in them: the one module that imports Presidio and spaCy, late.

The engine is built from our own registry, so that no recogniser of Presidio's runs that nobody
asked for: the one for e-mail looks up a list on the network. Of the model only the part that finds
names is loaded, from its files, so that a missing model can start no download. No logger of
the two libraries ever writes, whatever level somebody sets: their messages quote texts.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from socialint.entities.models import installed
from socialint.errors import Problem, UserError

if TYPE_CHECKING:
    from presidio_analyzer import BatchAnalyzerEngine
    from spacy.language import Language

KINDS = {"PERSON": "PERSON", "LOCATION": "PLACE", "DATE_TIME": "DATE"}
"""What Presidio calls an entity, and what rules call it."""

BY_MODEL, BY_PATTERN = "model", "pattern"

_LABELS = {"PERSON": "PERSON", "PER": "PERSON", "GPE": "LOCATION", "LOC": "LOCATION", "DATE": "DATE_TIME"}
_LOGGERS = ("presidio-analyzer", "presidio_analyzer", "decision_process", "spacy", "thinc", "tldextract")
_FEATURES = ("tok2vec", "transformer", "curated_transformer")
_BATCH = 64
_LONGEST = 5_000  # characters: what is longer is read in pieces, as spaCy refuses very long texts


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of a text that Presidio took for an entity, and how it knew."""

    kind: str
    start: int
    end: int
    by: str


def analyse(model: str, texts: Sequence[str]) -> list[list[Entity]]:
    """The entities of each text, from one run of the model over all of them."""
    pieces = [(index, start, piece) for index, text in enumerate(texts) for start, piece in _pieces(text)]
    language, engine = _engine(model)
    found: list[list[Entity]] = [[] for _ in texts]
    answers = engine.analyze_iterator(
        [piece for _, _, piece in pieces], language=language, batch_size=_BATCH, entities=list(KINDS)
    )
    for (index, start, _), results in zip(pieces, answers, strict=True):
        for one in results:
            by = (one.recognition_metadata or {}).get("recognizer_name")
            found[index].append(
                Entity(
                    KINDS[one.entity_type],
                    start + one.start,
                    start + one.end,
                    BY_MODEL if by == BY_MODEL else BY_PATTERN,
                )
            )
    return found


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _LONGEST:
        end = start + _LONGEST
        cut = max(text.rfind("\n", start, end), text.rfind(". ", start, end))
        if cut <= start:
            cut = text.rfind(" ", start, end)
        cut = cut + 1 if cut > start else end
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]


@cache
def _engine(model: str) -> tuple[str, BatchAnalyzerEngine]:
    # About a second to import, and a quarter to load the model: only when a rule asks for a name.
    silence()
    found = installed(model)
    from presidio_analyzer import (
        AnalyzerEngine,
        BatchAnalyzerEngine,
        RecognizerRegistry,
    )
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
    from presidio_analyzer.predefined_recognizers import DateRecognizer, SpacyRecognizer

    pipeline = _load(model)
    language = found.language
    names: Any = pipeline.get_pipe("ner")
    nlp: Any = SpacyNlpEngine(
        models=[{"lang_code": language, "model_name": model}],
        ner_model_configuration=NerModelConfiguration(
            model_to_presidio_entity_mapping=_LABELS,
            labels_to_ignore=[label for label in names.labels if label not in _LABELS],
        ),
    )
    nlp.nlp = {language: pipeline}  # in place of its `load`, which downloads
    registry = RecognizerRegistry(
        recognizers=[
            SpacyRecognizer(supported_language=language, supported_entities=list(KINDS), name=BY_MODEL),
            DateRecognizer(supported_language=language, name="date"),
        ],
        supported_languages=[language],
    )
    engine = AnalyzerEngine(registry=registry, nlp_engine=nlp, supported_languages=[language])
    return language, BatchAnalyzerEngine(engine)


def _load(model: str) -> Language:
    import spacy
    from spacy import util

    folder = installed(model).folder
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            config = util.load_config(folder / "config.cfg")
            wanted = {"ner", *(_FEATURES if _listens(config["components"]["ner"]) else ())}
            unwanted = [name for name in config["nlp"]["pipeline"] if name not in wanted]
            return spacy.load(folder, exclude=unwanted)
        except (OSError, ValueError, KeyError, ImportError):
            raise UserError(
                Problem(
                    f"the entity model “{model}” cannot be loaded by spaCy {version('spacy')}",
                    hint="install the version of the model that was made for this version of spaCy",
                )
            ) from None


def _listens(component: Any) -> bool:
    """Whether the component reads the features of another, which must then be loaded as well."""
    if not isinstance(component, dict):
        return isinstance(component, str) and "Listener" in component
    return any(_listens(value) for value in component.values())


def silence() -> None:
    """Stop the loggers of Presidio and spaCy for good, whatever their level and handlers."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if _nothing not in logger.filters:
            logger.addFilter(_nothing)


def _nothing(record: logging.LogRecord) -> bool:
    return False
