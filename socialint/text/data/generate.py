"""Makes `lookalikes.txt`, `words-en.txt` and `words-en-whole.txt` from the data of other packages.

Not used at run time. Needs the files named on the command line, unpacked from
confusable-homoglyphs 3.3.1 (MIT), wordsegment 1.3.1 (Apache-2.0) and wordninja 2.0.0 (MIT):

    python generate.py lookalikes confusables.json > lookalikes.txt
    python generate.py words unigrams.txt wordninja_words.txt.gz > words-en.txt
    python generate.py whole unigrams.txt wordninja_words.txt.gz > words-en-whole.txt
"""

from __future__ import annotations

import gzip
import json
import sys
import unicodedata
from pathlib import Path

import regex

_SCRIPTS = ("Cyrillic", "Greek", "Armenian", "Cherokee", "Latin")

# Latin letters of living alphabets, which are no disguise where they are at home.
_AT_HOME = frozenset("ıƖɩɣʋƽƄƍǀƦ")

# Small letters that are no exact twin of a Latin one, yet are put in its place all the time; and
# the capital letters that the table takes for a small l.
_BY_HAND = {
    "Cyrillic": {"к": "k", "м": "m", "т": "t", "в": "b", "н": "h", "І": "I", "Ӏ": "I"},
    "Greek": {"ε": "e", "κ": "k", "τ": "t", "η": "n", "χ": "x", "ω": "w", "Ι": "I"},
}

_LOOKALIKES_HEADER = """\
# Letters of other scripts that look like a Latin letter: letter, Latin letter, script.
# Made by generate.py from the confusables table of Unicode (UTS 39) as packed in
# confusable-homoglyphs 3.3.1 (MIT), 2026-11-21; a few rows added by hand, see there.
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


def main(arguments: list[str]) -> None:
    """Write the table that the first argument names."""
    table, *paths = arguments
    if table == "lookalikes":
        made = lookalikes(Path(paths[0]))
    else:
        made = {"words": words, "whole": whole}[table](Path(paths[0]), Path(paths[1]))
    sys.stdout.buffer.write(made.encode("utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
