"""What a finding says in every rule's stead, by language: reasons, and titles of fixes."""

from __future__ import annotations

from collections.abc import Mapping

from socialint.model.language import Reason
from socialint.model.policy import FixKind

REASONS: Mapping[str, Mapping[Reason, str]] = {
    "en": {
        Reason.ABSENT: "missing",
        Reason.LATE: "there, but too late to be seen",
        Reason.ELSEWHERE: "only in another place",
        Reason.ALTERED: "not word for word",
        Reason.OUTDATED: "in a wording that is no longer the law's",
        Reason.OTHER_LANGUAGE: "in another language than the post",
        Reason.NOT_IN_REGISTER: "not in the register",
        Reason.NOT_YET: "not yet in force on the day of publication",
        Reason.EXPIRED: "expired on the day of publication",
        Reason.REVOKED: "revoked",
        Reason.OTHER_PERSON: "given by another person",
        Reason.OTHER_CHANNEL: "not given for this channel",
        Reason.INCOMPLETE: "incomplete",
        Reason.CHANGED: "for another text: this one was changed since",
        Reason.ASSERTED: "asserted, not on record",
    },
    "de": {
        Reason.ABSENT: "fehlt",
        Reason.LATE: "da, aber zu weit hinten, um gesehen zu werden",
        Reason.ELSEWHERE: "nur an anderer Stelle",
        Reason.ALTERED: "nicht im vorgeschriebenen Wortlaut",
        Reason.OUTDATED: "in einem Wortlaut, der nicht mehr gilt",
        Reason.OTHER_LANGUAGE: "in einer anderen Sprache als der Beitrag",
        Reason.NOT_IN_REGISTER: "nicht im Verzeichnis",
        Reason.NOT_YET: "am Tag der Veröffentlichung noch nicht gültig",
        Reason.EXPIRED: "am Tag der Veröffentlichung abgelaufen",
        Reason.REVOKED: "widerrufen",
        Reason.OTHER_PERSON: "von einer anderen Person erteilt",
        Reason.OTHER_CHANNEL: "nicht für diesen Kanal erteilt",
        Reason.INCOMPLETE: "unvollständig",
        Reason.CHANGED: "für einen anderen Text: dieser wurde seither geändert",
        Reason.ASSERTED: "behauptet, nicht hinterlegt",
    },
    "fr": {
        Reason.ABSENT: "absent",
        Reason.LATE: "présent, mais trop loin pour être vu",
        Reason.ELSEWHERE: "seulement à un autre endroit",
        Reason.ALTERED: "pas mot pour mot",
        Reason.OUTDATED: "dans une rédaction qui n’est plus en vigueur",
        Reason.OTHER_LANGUAGE: "dans une autre langue que la publication",
        Reason.NOT_IN_REGISTER: "pas dans le registre",
        Reason.NOT_YET: "pas encore en vigueur le jour de la publication",
        Reason.EXPIRED: "expiré le jour de la publication",
        Reason.REVOKED: "révoqué",
        Reason.OTHER_PERSON: "donné par une autre personne",
        Reason.OTHER_CHANNEL: "pas donné pour ce canal",
        Reason.INCOMPLETE: "incomplet",
        Reason.CHANGED: "pour un autre texte : celui-ci a été modifié depuis",
        Reason.ASSERTED: "affirmé, pas au registre",
    },
    "nl": {
        Reason.ABSENT: "ontbreekt",
        Reason.LATE: "staat er, maar te ver naar achteren om gezien te worden",
        Reason.ELSEWHERE: "alleen op een andere plaats",
        Reason.ALTERED: "niet woord voor woord",
        Reason.OUTDATED: "in een tekst die niet meer geldt",
        Reason.OTHER_LANGUAGE: "in een andere taal dan het bericht",
        Reason.NOT_IN_REGISTER: "niet in het register",
        Reason.NOT_YET: "op de dag van publicatie nog niet geldig",
        Reason.EXPIRED: "verlopen op de dag van publicatie",
        Reason.REVOKED: "ingetrokken",
        Reason.OTHER_PERSON: "door een ander gegeven",
        Reason.OTHER_CHANNEL: "niet voor dit kanaal gegeven",
        Reason.INCOMPLETE: "onvolledig",
        Reason.CHANGED: "voor een andere tekst: deze is sindsdien gewijzigd",
        Reason.ASSERTED: "beweerd, niet geregistreerd",
    },
}
"""How something is missing, in plain words."""

TITLES: Mapping[str, Mapping[FixKind, str]] = {
    "en": {
        FixKind.REPLACE: "Write “{text}” instead",
        FixKind.REPLACE_STATEMENT: "Put in the prescribed wording",
        FixKind.APPEND: "Add “{text}”",
        FixKind.APPEND_STATEMENT: "Add the prescribed wording",
        FixKind.INSERT: "Add “{text}” after these words",
        FixKind.BEGIN: "Begin with “{text}”",
        FixKind.DELETE: "Take the words out",
        FixKind.CAPITALISE: "Begin each word with a capital",
    },
    "de": {
        FixKind.REPLACE: "Stattdessen „{text}“ schreiben",
        FixKind.REPLACE_STATEMENT: "Den vorgeschriebenen Wortlaut einsetzen",
        FixKind.APPEND: "„{text}“ ergänzen",
        FixKind.APPEND_STATEMENT: "Den vorgeschriebenen Wortlaut ergänzen",
        FixKind.INSERT: "„{text}“ nach diesen Wörtern ergänzen",
        FixKind.BEGIN: "Mit „{text}“ beginnen",
        FixKind.DELETE: "Die Wörter streichen",
        FixKind.CAPITALISE: "Jedes Wort mit einem Großbuchstaben beginnen",
    },
    "fr": {
        FixKind.REPLACE: "Écrire « {text} » à la place",
        FixKind.REPLACE_STATEMENT: "Mettre la mention prescrite",
        FixKind.APPEND: "Ajouter « {text} »",
        FixKind.APPEND_STATEMENT: "Ajouter la mention prescrite",
        FixKind.INSERT: "Ajouter « {text} » après ces mots",
        FixKind.BEGIN: "Commencer par « {text} »",
        FixKind.DELETE: "Supprimer ces mots",
        FixKind.CAPITALISE: "Commencer chaque mot par une majuscule",
    },
    "nl": {
        FixKind.REPLACE: "Schrijf in plaats daarvan “{text}”",
        FixKind.REPLACE_STATEMENT: "Zet de voorgeschreven tekst erin",
        FixKind.APPEND: "Voeg “{text}” toe",
        FixKind.APPEND_STATEMENT: "Voeg de voorgeschreven tekst toe",
        FixKind.INSERT: "Voeg “{text}” toe na deze woorden",
        FixKind.BEGIN: "Begin met “{text}”",
        FixKind.DELETE: "Haal de woorden weg",
        FixKind.CAPITALISE: "Begin elk woord met een hoofdletter",
    },
}
"""What a fix does, with its new words."""


def reason(why: Reason, language: str) -> str:
    """The reason in the language (ISO 639-1), else in English."""
    return REASONS.get(language, REASONS["en"])[why]


def title(kind: FixKind, language: str) -> str:
    """The title of such a fix in the language, else in English; `{text}` stands for its new words."""
    return TITLES.get(language, TITLES["en"])[kind]
