"""The links that a team drew, with their ends mapped to true entities."""

from __future__ import annotations

from dataclasses import dataclass, replace

from osint_kit.score.evidence import cited, pointer
from osint_kit.score.key import AnswerKey, KeyLink
from osint_kit.score.people import NOBODY, entity, named, true_entities
from osint_kit.score.sheet import Sheet

STEP = "S8"
SIDES = ("source", "target")
WEIGHTS = {"core": 3.0, "context": 1.0}
"""Tier → weight of a link that a team should draw."""

Place = tuple[str, str, str]
"""Type and ends of a link; the ends sorted where they may be swapped."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One link that the team drew.

    Attributes:
        place: type and ends, true entities where they could be matched.
        cited: the items whose words, cited as evidence, stand where the team says.
        pointer: the first item cited, or the ids of the row.
    """

    place: Place
    cited: frozenset[str]
    pointer: str


def drawn(sheet: Sheet) -> dict[Place, Drawn]:
    """The links drawn, each once."""
    rows = [row for row in sheet.rows(STEP) if "type" in row.values]
    matched = true_entities(sheet.key, (entity(row, side) for row in rows for side in SIDES))
    either_way = undirected(sheet.key)
    links: dict[Place, Drawn] = {}
    for row in rows:
        kind = str(row.values.get("type", ""))
        ends = [matched.get(named(row, side), NOBODY + named(row, side)) for side in SIDES]
        link = Drawn(place(kind, *ends, directed=kind not in either_way), cited(sheet, row), pointer(row))
        before = links.get(link.place, link)
        links[link.place] = replace(before, cited=before.cited | link.cited)
    return links


def undirected(key: AnswerKey) -> frozenset[str]:
    """Types of link whose ends may be swapped."""
    return frozenset(link.type for link in key.links if not link.directed)


def place(kind: str, source: str, target: str, *, directed: bool) -> Place:
    """Where a link lies."""
    return (kind, source, target) if directed else (kind, min(source, target), max(source, target))


def shown(key: AnswerKey, true: KeyLink, link: Drawn | None) -> bool:
    """Whether a true link was drawn with evidence: from an item that shows it, or that names both of its ends."""
    nowhere = frozenset[str]()
    both = key.naming.get(true.source, nowhere) & key.naming.get(true.target, nowhere)
    return link is not None and bool(link.cited & {*true.items, *both})


def found_links(sheet: Sheet) -> dict[KeyLink, bool]:
    """The links of the key that count → whether the team drew and showed them."""
    either_way, team = undirected(sheet.key), drawn(sheet)
    wanted = (each for each in sheet.key.links if each.tier in WEIGHTS)
    ends = {each: place(each.type, each.source, each.target, directed=each.type not in either_way) for each in wanted}
    return {each: shown(sheet.key, each, team.get(where)) for each, where in ends.items()}
