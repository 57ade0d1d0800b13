"""Names across scripts and spellings: given names, surname endings, keys and an explained comparison.

In:  a name as written
Out: keys, Comparison
"""

from osint_kit.knowledge.names.compare import Comparison, compare
from osint_kit.knowledge.names.dari import bones, is_arabic, is_cue, part, spelt
from osint_kit.knowledge.names.given import is_english, is_given, is_place, stems
from osint_kit.knowledge.names.romanise import key, romanise, skeleton, tokens
from osint_kit.knowledge.names.surname import is_patronymic, is_surname, root
from osint_kit.knowledge.names.words import is_word

__all__ = [
    "Comparison",
    "bones",
    "compare",
    "is_arabic",
    "is_cue",
    "is_english",
    "is_given",
    "is_patronymic",
    "is_place",
    "is_surname",
    "is_word",
    "key",
    "part",
    "romanise",
    "root",
    "skeleton",
    "spelt",
    "stems",
    "tokens",
]
