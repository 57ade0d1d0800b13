"""Names across scripts and spellings: tokens with roles, keys, and an explained comparison; organisations too.

In:  a name as written
Out: Parsed, keys, Comparison
"""

from osint_kit.knowledge.names.bulk import compare_many
from osint_kit.knowledge.names.compare import Comparison, Row, compare
from osint_kit.knowledge.names.dari import bones, is_arabic, is_cue, part, spelt
from osint_kit.knowledge.names.given import is_english, is_given, is_place, stems
from osint_kit.knowledge.names.index import Hit, Index
from osint_kit.knowledge.names.organizations import compare_organizations
from osint_kit.knowledge.names.parse import Parsed, Role, Token, parse
from osint_kit.knowledge.names.romanise import key, romanise, skeleton, tokens
from osint_kit.knowledge.names.surname import is_patronymic, is_surname, root
from osint_kit.knowledge.names.words import is_word

__all__ = [
    "Comparison",
    "Hit",
    "Index",
    "Parsed",
    "Role",
    "Row",
    "Token",
    "bones",
    "compare",
    "compare_many",
    "compare_organizations",
    "is_arabic",
    "is_cue",
    "is_english",
    "is_given",
    "is_patronymic",
    "is_place",
    "is_surname",
    "is_word",
    "key",
    "parse",
    "part",
    "romanise",
    "root",
    "search",
    "skeleton",
    "spelt",
    "stems",
    "tokens",
]


def search(name: str, index: Index, *, limit: int = 10) -> list[Hit]:
    """The names of an index that may be this one, best first."""
    return index.search(name, limit=limit)
