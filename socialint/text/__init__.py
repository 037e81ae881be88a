"""How a text is read: a field to its view, a term to its fold and forms, a text to its measures.

`Normaliser` makes the view of a field: the certain fold of its text, the readings in which
disguises are undone and hashtags split, and the structure. `fold` and `inflections` do for the
terms of rules what that does for posts, so that the two meet. `links` are the addresses written in
a field, `language_of` the language it is in; the measures are quantities of a text.

All offsets count Unicode code points and are half-open. The word lists and letter tables behind
this lie in `data/`, each with its source and licence in its first lines.
"""

from socialint.text.addresses import LINK_MARK, links
from socialint.text.chunks import MOST_NEAR, Chunk
from socialint.text.folding import fold
from socialint.text.inflection import APART, inflections
from socialint.text.language import Language, language_of, languages_told, little_words
from socialint.text.measures import capitals, emoji, grade, graphemes, hashtags, mentions, words
from socialint.text.normaliser import Normaliser

__all__ = [
    "APART",
    "LINK_MARK",
    "MOST_NEAR",
    "Chunk",
    "Language",
    "Normaliser",
    "capitals",
    "emoji",
    "fold",
    "grade",
    "graphemes",
    "hashtags",
    "inflections",
    "language_of",
    "languages_told",
    "links",
    "little_words",
    "mentions",
    "words",
]
