"""Makes `lookalikes.txt` and lists of words from the data of other packages.

Not used at run time. Needs the files named on the command line, unpacked from
confusable-homoglyphs 3.3.1 (MIT), wordsegment 1.3.1 (Apache-2.0), wordninja 2.0.0 (MIT) and
pyspellchecker 0.9.1 (MIT), and Faker 40.54.0 (MIT):

    python generate.py lookalikes confusables.json > lookalikes.txt
    python generate.py words unigrams.txt wordninja_words.txt.gz > words-en.txt
    python generate.py whole unigrams.txt wordninja_words.txt.gz > words-en-whole.txt
    python generate.py common de.json.gz es.json.gz fr.json.gz nl.json.gz > words-de-common.txt
"""

from __future__ import annotations

import gzip
import json
import sys
import unicodedata
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import regex

_SCRIPTS = ("Cyrillic", "Greek", "Armenian", "Cherokee", "Latin")

# Latin letters of living alphabets, which are no disguise where they are at home.
_AT_HOME = frozenset("ıƖɩɣʋƽƄƍǀƦ")

# Small letters that are no exact twin of a Latin one, yet are put in its place all the time; and
# the capital letters that the table takes for a small l.
_BY_HAND = {
    "Cyrillic": {"к": "k", "м": "m", "т": "t", "в": "b", "н": "h", "І": "I", "Ӏ": "I"},
    "Canadian": dict(zip("ᗩᗷᑕᗪᗴᖴᕼᒍᒪᗰᑎᑭᑫᖇᑌᐯᗯᘔᐱ", "ABCDEFHJLMNPQRUVWZA", strict=True)),
    "Greek": {"ε": "e", "κ": "k", "τ": "t", "η": "n", "χ": "x", "ω": "w", "Ι": "I"},
}

_LOOKALIKES_HEADER = """\
# Letters of other scripts that look like a Latin letter: letter, Latin letter, script.
# Made by generate.py from the confusables table of Unicode (UTS 39) as packed in
# confusable-homoglyphs 3.3.1 (MIT), 2026-11-21; a few rows added by hand, see there.
"""

_COMMON_HEADER = """\
# Common words of a language, in small letters.
# Made by generate.py on 2026-11-22: the ten thousand most common words of pyspellchecker 0.9.1 (MIT;
# counts of OpenSubtitles), without first names (those of Faker 40.54.0, MIT, and others).
"""

_WORDS_HEADER = """\
# Common English words of four letters and more, most common first.
# Made by generate.py on 2026-11-21: the most common words of wordsegment 1.3.1 (Apache-2.0; counts
# of the Google Web Trillion Word Corpus by way of norvig.com/ngrams) that are also among the most
# common of wordninja 2.0.0 (MIT; counts of Wikipedia).
"""

_WHOLE_HEADER = """\
# Less common English words that fall into common ones and are not to be parted.
# Made by generate.py on 2026-11-21 from the lists named in words-en.txt, deeper down.
"""


def lookalikes(path: Path) -> str:
    """The table of single letters that look like one of a to z or A to Z."""
    rows: dict[str, tuple[str, str]] = {}
    for letter, twins in json.loads(path.read_text(encoding="utf-8")).items():
        if len(letter) != 1 or letter.isascii() or letter in _AT_HOME:
            continue
        if unicodedata.normalize("NFKC", letter) != letter:
            continue
        script = next((name for name in _SCRIPTS if regex.match(rf"\p{{{name}}}", letter)), "")
        for twin in sorted(entry["c"] for entry in twins):
            if script and len(twin) == 1 and twin.isascii() and twin.isalpha():
                rows[letter] = (twin, script)
    for script, letters in _BY_HAND.items():
        rows |= {letter: (twin, script) for letter, twin in letters.items()}
    lines = [f"{letter} {twin} {script}" for letter, (twin, script) in sorted(rows.items())]
    return _LOOKALIKES_HEADER + "\n".join(lines) + "\n"


def words(unigrams: Path, ninja: Path, *, depth: int = 16_000, width: int = 30_000) -> str:
    """The words that both lists hold to be common."""
    with gzip.open(ninja, "rt", encoding="utf-8") as file:
        known = set(file.read().split()[:width])
    lines = unigrams.read_text(encoding="utf-8").splitlines()[:depth]
    common = (line.split("\t")[0] for line in lines)
    return _WORDS_HEADER + "\n".join(word for word in common if len(word) > 3 and word in known) + "\n"


def whole(unigrams: Path, ninja: Path) -> str:
    """The rarer words that the splitter of hashtags would part."""
    # The rest of the package stands only where it is installed.
    from socialint.text.lexicon import Lexicon

    lexicon = Lexicon(frozenset())
    common = set(words(unigrams, ninja).splitlines())
    rarer = words(unigrams, ninja, depth=100_000, width=80_000).splitlines()
    parted = (word for word in rarer if word.isalpha() and word not in common and lexicon.split(word, "en"))
    return _WHOLE_HEADER + "\n".join(sorted(parted)) + "\n"


def common(counts: Path, *others: Path, depth: int = 10_000) -> str:
    """The most common words of a language, in the order of the alphabet, without its first names.

    A first name is one that is common in two of the other languages as well, or that persons of
    Faker bear who live where the language is spoken: `dann` and `nada` are words, though some are
    called so.
    """
    language = counts.name[:2]
    abroad = [set(_counted(other)[: 2 * depth]) for other in others]
    listed = Path(__file__).parents[3] / "rules/vocabulary/lists/first-names.txt"
    names = set(listed.read_text(encoding="utf-8").splitlines())
    persons = import_module("faker.providers.person")
    locales = (found for _, found, _ in iter_modules(persons.__path__) if found.startswith(language))
    providers = [import_module(f"{persons.__name__}.{locale}").Provider for locale in locales]
    kinds = ("first_names", "first_names_female", "first_names_male")
    at_home = {
        name.lower()
        for provider in providers
        for kind in kinds
        if not isinstance(borne := getattr(provider, kind, ()), property)
        for name in borne
    }
    words = [
        word
        for word in _counted(counts)[:depth]
        if len(word) > 1
        and not (word in names and (word in at_home or sum(word in other for other in abroad) > 1))
    ]
    return _COMMON_HEADER + "\n".join(sorted(words)) + "\n"


def _counted(counts: Path) -> list[str]:
    with gzip.open(counts, "rt", encoding="utf-8") as file:
        counted: dict[str, int] = json.load(file)
    return sorted((word for word in counted if word.isalpha()), key=lambda word: (-counted[word], word))


def main(arguments: list[str]) -> None:
    """Write the table that the first argument names."""
    table, *paths = arguments
    if table == "lookalikes":
        made = lookalikes(Path(paths[0]))
    elif table == "common":
        made = common(*map(Path, paths))
    else:
        made = {"words": words, "whole": whole}[table](Path(paths[0]), Path(paths[1]))
    sys.stdout.buffer.write(made.encode("utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
