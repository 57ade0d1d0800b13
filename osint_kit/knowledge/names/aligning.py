"""Units of two names put side by side: which may be one word, what is left over, and what that is worth."""

from __future__ import annotations

from typing import NamedTuple

from osint_kit.knowledge.names.forms import met, opens, weight
from osint_kit.knowledge.names.parse import Role
from osint_kit.knowledge.names.sounds import distance
from osint_kit.knowledge.names.spelling import spelling
from osint_kit.knowledge.names.units import Read, Unit, may_meet


class Edge(NamedTuple):
    """Two units that may be one word."""

    key: float
    left: Unit
    right: Unit
    distance: float
    rule: str


class Judged(NamedTuple):
    """Edges that were chosen, units without a counterpart, what speaks against, and the score."""

    edges: tuple[Edge, ...]
    rest: tuple[tuple[Unit, ...], tuple[Unit, ...]]
    against: tuple[tuple[str, str, str], ...]
    score: float


def judge(one: Read, other: Read) -> Judged:
    """Align two names, and weigh what they share, lack and contradict."""
    if not one[0] or not other[0]:
        return Judged((), (one[0], other[0]), (), 0.0)
    if _alike(one, other):
        same = tuple(Edge(0.0, left, right, 0.0, "equal") for left, right in zip(one.single, other.single, strict=True))
        return Judged(same, ((), ()), (), 1.0)
    chosen = _chosen(_edges(one, other))
    if not chosen:
        return Judged((), (one[0], other[0]), (), 0.0)
    left = _rest(one[0], {place for edge in chosen for place in _places(edge.left)})
    right = _rest(other[0], {place for edge in chosen for place in _places(edge.right)})
    factor, against = _left_over(left, right, chosen)
    for edge in chosen:
        factor *= worth(edge)
    if one.firm and other.firm and one.firm != other.firm:
        against.append(("gender", "", ""))
        factor *= weight("against", "gender")
    if _crossed(chosen):
        against.append(("crossed", "", ""))
        factor *= weight("against", "crossed")
    score = round(round(min(1.0, max(0.0, factor)), 12), 4)  # first what the order of the factors leaves behind
    return Judged(tuple(chosen), (tuple(left), tuple(right)), tuple(against), score)


def _alike(one: Read, other: Read) -> bool:
    """Whether two names are the same words in the same order."""
    if one is other:
        return True
    return (one.firm, len(one.single)) == (other.firm, len(other.single)) and all(
        left.token.text == right.token.text and left.role == right.role
        for left, right in zip(one.single, other.single, strict=True)
    )


def _places(unit: Unit) -> range:
    return range(unit.start, unit.end)


def _rest(side: tuple[Unit, ...], used: set[int]) -> list[Unit]:
    return [unit for unit in side if unit.start not in used]


def _edges(one: Read, other: Read) -> list[Edge]:
    glued = weight("take", "glued")
    found = []
    for lefts, rights, price in ((one[0], other[0], 0.0), (one[1], other[0], glued), (one[0], other[1], glued)):
        for left in lefts:
            for right in rights:
                edge = _edge(left, right, price) if may_meet(left.shown, right.shown) else None
                if edge is not None:
                    found.append(edge)
    return found


def _edge(left: Unit, right: Unit, price: float) -> Edge | None:
    crossing = _roles(left, right)
    if crossing > weight("other_word"):
        return None
    span = left.end - left.start + right.end - right.start
    if _is_child(left, right) or _is_child(right, left):
        return None
    if "initial" in (left.role, right.role):
        if span > 2:  # noqa: PLR2004 - one word each
            return None
        far, rule = (weight("take", "initial"), "initial") if _opens(left, right) else (9.0, "")
    else:
        found = met(left.forms, right.forms)
        far, rule = found.distance, found.rule
    far += price + crossing
    if far > weight("other_word"):
        return None
    key = far - 0.45 * (span - 2) + 1e-3 * abs(left.start - right.start) + 1e-5 * (left.start + right.start)
    return Edge(key, left, right, far, rule)


def _is_child(parent: Unit, other: Unit) -> bool:
    """Whether one is Abu X and the other X."""
    child = parent.token.child
    if not child or other.token.child:
        return False
    ours, theirs = spelling(child), other.forms[0].spelling
    return distance(ours.signs, theirs.signs, arabic=(ours.abjad, theirs.abjad)) <= weight("same_word")


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
    for edge in sorted(edges, key=_order):
        ours, theirs = set(_places(edge.left)), set(_places(edge.right))
        if not ours & left and not theirs & right:
            found.append(edge)
            left |= ours
            right |= theirs
    return sorted(found, key=lambda edge: (edge.left.start, edge.right.start))


def _order(edge: Edge) -> tuple[float, list[tuple[int, int, str]]]:
    """The nearest first; of two as near, the same one from whichever side the names are compared."""
    ends = [(unit.start, unit.end, unit.token.text) for unit in (edge.left, edge.right)]
    return round(edge.key, 9), sorted(ends)


def worth(edge: Edge) -> float:
    """What an edge is worth, 0..1: full up to the distance of one spelling, less beyond."""
    same, other = weight("same_word"), weight("other_word")
    full = weight("worth", edge.rule, default=1.0)
    if edge.distance <= same:
        return full
    return round(full - 0.6 * (edge.distance - same) / (other - same), 3)


Said = list[tuple[str, str, str]]
"""What speaks against: its kind, and the words of each name that say so."""


def _left_over(ours: list[Unit], theirs: list[Unit], chosen: list[Edge]) -> tuple[float, Said]:
    """Factor and what speaks against, for the words without a counterpart."""
    factor, said = 1.0, opposed(ours, theirs)
    for kind, _left, _right in said:
        factor *= weight("against", kind)
    one, other = {_place(unit) for unit in ours}, {_place(unit) for unit in theirs}
    if not said and any(
        mine & _LAST and (yours & _LAST or ("second" in mine and "father" in yours))
        for mine, yours in ((one, other), (other, one))
    ):
        factor *= weight("against", "surname")
        said.append(("surname", _words(ours, *_LAST, "father"), _words(theirs, *_LAST, "father")))
    if not said and any("initial" in mine and yours & _WHOLE for mine, yours in ((one, other), (other, one))):
        factor *= weight("against", "initial")
        said.append(("initial", _words(ours, "initial", *_WHOLE), _words(theirs, "initial", *_WHOLE)))
    for role in one ^ other:
        factor *= weight("lack", role)
    words = [edge for edge in chosen if edge.rule != "initial"]
    known = sum(max(edge.left.end - edge.left.start, edge.right.end - edge.right.start) for edge in words)
    if known == 1 and len(chosen) == 1 and (one | other) & {*_LAST, "first"}:
        factor *= weight("lack", "all_but_one")
    return factor, said


_LAST = frozenset(("second", "surname"))
_WHOLE = frozenset(("father", "second", "first"))


def opposed(ours: list[Unit], theirs: list[Unit]) -> Said:
    """Roles that both names fill, each with a word that the other has not."""
    said: Said = []
    first, second = _firsts(ours), _firsts(theirs)
    if first and second:
        kind = "parent" if any(_is_child(*pair) for pair in ((first, second), (second, first))) else "given"
        said.append((kind, first.token.shown, second.token.shown))
    for role in ("father", "surname", "second", "kunya", "initial"):
        left, right = _words(ours, role), _words(theirs, role)
        if left and right:
            said.append((role, left, right))
    return said


def _firsts(side: list[Unit]) -> Unit | None:
    return next((unit for unit in side if unit.role == "first"), None)


def _words(side: list[Unit], *roles: str) -> str:
    return " ".join(unit.token.shown for unit in side if _place(unit) in roles)


def _place(unit: Unit) -> str:
    if unit.role == "given":
        return "light" if unit.token.light else "second"
    return "light" if unit.token.light else unit.role


def _crossed(chosen: list[Edge]) -> bool:
    """Whether given name and another name change places though nothing says that the family name comes first."""
    initials = [edge for edge in chosen if edge.rule == "initial"]
    names = (
        initials
        if len(initials) > 1
        else [edge for edge in chosen if edge.left.role in ("first", "given") and edge.right.role in ("first", "given")]
    )
    return any(
        (one.left.start - other.left.start) * (one.right.start - other.right.start) < 0
        for one in names
        for other in names
    )
