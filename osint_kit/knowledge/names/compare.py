"""An explained comparison of two person names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from osint_kit.knowledge.names.aligning import judge, opposed, worth
from osint_kit.knowledge.names.forms import weight
from osint_kit.knowledge.names.units import read
from osint_kit.messages import _


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an alignment: a word of each name (empty where one lacks it), the rule, and its weight 0..1."""

    left: str
    right: str
    rule: str
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are.

    Attributes:
        score: 0..1.
        same: whether they may be one person's name, at the shipped threshold.
        reasons: sentences: what was aligned, then what speaks against.
        rows: the alignment.
        against: of the reasons, those that speak against.
    """

    score: float
    same: bool
    reasons: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    against: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def compare(left: str, right: str) -> Comparison:
    """Align the words of two names, weigh what they share and what contradicts.

    >>> compare("Каримов Фирӯз", "Firuz Karimov").same, compare("К. Саидов", "Карим Саидов").same
    (True, True)
    >>> compare("Карим Саидов", "Далер Саидов").same
    False
    """
    found = judge(read(left), read(right))
    rows = tuple(Row(edge.left.token.shown, edge.right.token.shown, edge.rule, worth(edge)) for edge in found.edges)
    reasons = tuple(_REASONS[row.rule]().format(left=row.left, right=row.right) for row in rows)
    against = found.against if found.edges else tuple(opposed(list(found.rest[0]), list(found.rest[1])))
    said = tuple(_AGAINST[kind]().format(left=mine, right=yours) for kind, mine, yours in against)
    lacks = [Row(unit.token.shown, "", "lacks", 0.0) for unit in found.rest[0]]
    lacks += [Row("", unit.token.shown, "lacks", 0.0) for unit in found.rest[1]]
    same = found.score >= weight("threshold")
    return Comparison(found.score, same=same, reasons=(*reasons, *said), rows=(*rows, *lacks), against=said)


_REASONS = {
    "equal": lambda: _("{left} = {right}"),
    "known": lambda: _("{left} and {right} are spellings of one name"),
    "known across": lambda: _("{left} is the name {right} in another script"),
    "short": lambda: _("{left} and {right} are forms of one name"),
    "root": lambda: _("{left} and {right} share a root"),
    "initial": lambda: _("{left} may abbreviate {right}"),
    "spelt": lambda: _("{left} may write {right} in another script"),
    "close": lambda: _("{left} is spelt almost like {right}"),
    "slip": lambda: _("{left} and {right} differ in two letters that changed places"),
    "fond": lambda: _("{left} and {right} differ in a word of fondness or respect alone"),
    "izofat": lambda: _("{left} and {right} differ in the vowel that links two names"),
}
_AGAINST = {
    "given": lambda: _("against: {left} and {right} are two given names"),
    "parent": lambda: _("against: {left} and {right}: the one is called after a child of the other's name"),
    "second": lambda: _("against: {left} and {right} are two names"),
    "father": lambda: _("against: {left} and {right} are two fathers"),
    "surname": lambda: _("against: {left} and {right} are two family names"),
    "initial": lambda: _("against: the initial does not fit: {left} beside {right}"),
    "gender": lambda: _("against: the one form is a man's, the other a woman's"),
    "crossed": lambda: _("against: the names change places, so the one may be the father of the other"),
    "kunya": lambda: _("against: {left} and {right} are called after two children"),
}
