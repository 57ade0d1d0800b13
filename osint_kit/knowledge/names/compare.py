"""An explained comparison of two person names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from osint_kit.knowledge.names.parse import Parsed, Role, parse
from osint_kit.knowledge.names.units import Unit, forms, may_meet, met, opens, units, weights
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


class Edge(NamedTuple):
    """Two units that may be one word."""

    key: float
    left: Unit
    right: Unit
    distance: float
    rule: str


@lru_cache(maxsize=65536)
def compare(left: str, right: str) -> Comparison:
    """Align the words of two names, weigh what they share and what contradicts.

    >>> compare("Каримов Фирӯз", "Firuz Karimov").same, compare("К. Саидов", "Карим Саидов").same
    (True, True)
    >>> compare("Карим Саидов", "Далер Саидов").same
    False
    """
    ours, theirs = parse(left), parse(right)
    rows, against, score = judge(ours, theirs)
    reasons = tuple(_sentence(row) for row in rows if row.left and row.right and row.weight)
    said = tuple(_AGAINST[each]() for each in against)
    return Comparison(score, same=score >= weights()["threshold"], reasons=(*reasons, *said), rows=rows, against=said)


def judge(ours: Parsed, theirs: Parsed) -> tuple[tuple[Row, ...], tuple[str, ...], float]:
    """Alignment rows, names of what speaks against, and score."""
    one, other = units(ours), units(theirs)
    if not one[0] or not other[0]:
        return (), (), 0.0
    chosen = _chosen(_edges(one, other, ours, theirs))
    left_over = [_rest(side, {place for edge in chosen for place in _places(edge[at])}) for side, at in ((one[0], 1), (other[0], 2))]
    factor, against, lacks = _left_over(left_over[0], left_over[1], chosen)
    for edge in chosen:
        factor *= _worth(edge)
    if ours.firm and theirs.firm and ours.firm != theirs.firm:
        factor *= weights()["against"]["gender"]
        against.append("gender")
    if _crossed(chosen):
        factor *= weights()["against"]["crossed"]
        against.append("crossed")
    rows = tuple(Row(edge.left.token.shown, edge.right.token.shown, edge.rule, round(_worth(edge), 2)) for edge in chosen)
    return (*rows, *lacks), tuple(against), round(min(1.0, max(0.0, factor)) if chosen else 0.0, 4)


def _places(unit: Unit) -> range:
    return range(unit.start, unit.end)


def _rest(side: tuple[Unit, ...], used: set[int]) -> list[Unit]:
    return [unit for unit in side if unit.start not in used]


_Units = tuple[tuple[Unit, ...], tuple[Unit, ...]]


def _edges(one: _Units, other: _Units, ours: Parsed, theirs: Parsed) -> list[Edge]:
    found = [edge for left in one[0] for right in other[0] if (edge := _edge(left, right, 0.0))]
    glued = weights()["take"]["glued"]
    found += [edge for left in one[1] for right in other[0] if (edge := _edge(left, right, glued))]
    found += [edge for left in one[0] for right in other[1] if (edge := _edge(left, right, glued))]
    return found


def _edge(left: Unit, right: Unit, price: float) -> Edge | None:
    if not may_meet(left.shown, right.shown):
        return None
    crossing = _roles(left, right)
    if crossing > weights()["other_word"]:
        return None
    span = left.end - left.start + right.end - right.start
    if _is_child(left, right) or _is_child(right, left):
        return None
    if "initial" in (left.role, right.role):
        if span > 2:  # noqa: PLR2004 - one word each
            return None
        far, rule = (weights()["take"]["initial"], "initial") if _opens(left, right) else (9.0, "")
    else:
        found = met(left.forms, right.forms)
        far, rule = found.distance, found.rule
    far += price + crossing
    if far > weights()["other_word"]:
        return None
    key = far - 0.45 * (span - 2) + 1e-3 * abs(left.start - right.start) + 1e-5 * (left.start + right.start)
    return Edge(key, left, right, far, rule)


def _is_child(parent: Unit, other: Unit) -> bool:
    """Whether one is Abu X and the other X."""
    child = parent.token.child
    return bool(child and not other.token.child and met(forms(child, "", "", inner=False), other.forms).distance <= weights()["same_word"])


def _opens(left: Unit, right: Unit) -> bool:
    if left.role == right.role:
        return left.token.text == right.token.text or opens(left.token.text, right.token.text)
    first, word = (left, right) if left.role == "initial" else (right, left)
    if word.role == "surname" and word.token.role is Role.SURNAME:
        return False
    return opens(first.token.text, word.token.root or word.token.text)


_CROSS = {("father", "surname"): 0.03, ("given", "surname"): 0.04, ("father", "given"): 0.04, ("first", "given"): 0.1}


def _roles(left: Unit, right: Unit) -> float:
    """What it costs that two words stand in different roles; more than any limit when that cannot be."""
    if left.role == right.role or "initial" in (left.role, right.role):
        return 0.0
    one, other = sorted((left.role, right.role))
    return _CROSS.get((one, other), 9.0)


def _chosen(edges: list[Edge]) -> list[Edge]:
    left: set[int] = set()
    right: set[int] = set()
    found = []
    for edge in sorted(edges, key=lambda each: each.key):
        ours, theirs = set(_places(edge.left)), set(_places(edge.right))
        if not ours & left and not theirs & right:
            found.append(edge)
            left |= ours
            right |= theirs
    return sorted(found, key=lambda edge: (edge.left.start, edge.right.start))


def _worth(edge: Edge) -> float:
    same, other = weights()["same_word"], weights()["other_word"]
    if edge.distance <= same:
        return 1.0
    return 1.0 - 0.6 * (edge.distance - same) / (other - same)


def _left_over(ours: list[Unit], theirs: list[Unit], chosen: list[Edge]) -> tuple[float, list[str], list[Row]]:
    """Factor, what speaks against, and rows, for the words without a counterpart."""
    lack, against = weights()["lack"], weights()["against"]
    factor, said = 1.0, []
    rows = [Row(unit.token.shown, "", "lacks", 0.0) for unit in ours] + [Row("", unit.token.shown, "lacks", 0.0) for unit in theirs]
    one, other = {_place(unit) for unit in ours}, {_place(unit) for unit in theirs}
    for role in ("first", "father", "surname", "second", "kunya"):
        if role in one and role in other:
            factor *= against["given" if role == "first" else role]
            said.append("given" if role == "first" else role)
    if not said and ({"second", "surname"} & one and {"second", "surname", "father"} & other or {"second", "surname", "father"} & one and {"second", "surname"} & other):
        factor *= against["surname"]
        said.append("surname")
    if ("initial" in one and {"father", "second", "first"} & other) or ("initial" in other and {"father", "second", "first"} & one):
        factor *= against["father"]
        said.append("father")
    for role in one ^ other:
        factor *= lack[role]
    words = [edge for edge in chosen if edge.rule != "initial"]
    known = sum(max(edge.left.end - edge.left.start, edge.right.end - edge.right.start) for edge in words)
    if known == 1 and ({"second", "surname", "first"} & (one | other)) and len(chosen) == 1:
        factor *= lack["all_but_one"]
    return factor, said, rows


def _place(unit: Unit) -> str:
    if unit.role == "given":
        return "light" if unit.token.light else "second"
    return "light" if unit.token.light else unit.role


def _crossed(chosen: list[Edge]) -> bool:
    """Whether given name and another name change places though nothing says that the family name comes first."""
    initials = [edge for edge in chosen if edge.rule == "initial"]
    names = initials if len(initials) > 1 else [edge for edge in chosen if edge.left.role in ("first", "given") and edge.right.role in ("first", "given")]
    return any(
        (one.left.start - other.left.start) * (one.right.start - other.right.start) < 0 for one in names for other in names
    )


def _sentence(row: Row) -> str:
    return _REASONS[row.rule]().format(left=row.left, right=row.right)


_REASONS = {
    "equal": lambda: _("{left} = {right}"),
    "known": lambda: _("{left} and {right} are spellings of one name"),
    "short": lambda: _("{left} and {right} are forms of one name"),
    "root": lambda: _("{left} and {right} share a root"),
    "initial": lambda: _("{left} may abbreviate {right}"),
    "spelt": lambda: _("{left} may write {right} in another script"),
    "close": lambda: _("{left} is spelt almost like {right}"),
    "fond": lambda: _("{left} and {right} differ in a word of fondness or respect alone"),
    "izofat": lambda: _("{left} and {right} differ in the vowel that links two names"),
}
_AGAINST = {
    "given": lambda: _("against: two different given names"),
    "second": lambda: _("against: two different further names"),
    "father": lambda: _("against: two different fathers"),
    "surname": lambda: _("against: two different family names"),
    "gender": lambda: _("against: one form is a man's, the other a woman's"),
    "crossed": lambda: _("against: the name of one is the father of the other"),
    "kunya": lambda: _("against: two different kunyas"),
}
