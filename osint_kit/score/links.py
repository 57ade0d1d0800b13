"""The links that a team drew, with their ends mapped to true entities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from osint_kit.model import Json, Row
from osint_kit.score.key import AnswerKey
from osint_kit.score.matching import match_entities
from osint_kit.score.sheet import Sheet, objects
from osint_kit.score.spans import mentions_of

STEP = "S8"

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
    rows = sheet.rows(STEP)
    matched = _matched(sheet.key, rows)
    either_way = undirected(sheet.key)
    links: dict[Place, Drawn] = {}
    for row in rows:
        kind = str(row.values.get("type", ""))
        ends = [matched.get(_id(row, side), f"?{_id(row, side)}") for side in ("source", "target")]
        link = Drawn(place(kind, *ends, directed=kind not in either_way), _cited(sheet, row), _pointer(row))
        before = links.get(link.place, link)
        links[link.place] = replace(before, cited=before.cited | link.cited)
    return links


def undirected(key: AnswerKey) -> frozenset[str]:
    """Types of link whose ends may be swapped."""
    return frozenset(link.type for link in key.links if not link.directed)


def place(kind: str, source: str, target: str, *, directed: bool) -> Place:
    """Where a link lies."""
    return (kind, source, target) if directed else (kind, min(source, target), max(source, target))


def _matched(key: AnswerKey, rows: Iterable[Row]) -> dict[str, str]:
    """Team's entity → true entity, by shared mentions."""
    team: dict[str, list[str]] = {}
    for row in rows:
        for side in ("source", "target"):
            end = _end(row, side)
            team.setdefault(_id(row, side), []).extend(each.id for each in mentions_of(key, end.get("mentions")))
    truth: dict[str, list[str]] = {}
    for mention in key.mentions:
        if mention.truth:
            truth.setdefault(mention.truth, []).append(mention.id)
    return match_entities(team, truth)


def _cited(sheet: Sheet, row: Row) -> frozenset[str]:
    return frozenset(
        str(each["item"])
        for each in objects(row.values.get("evidence"))
        if sheet.reads(str(each.get("item")), each.get("start"), each.get("end"), each.get("original"))
    )


def _pointer(row: Row) -> str:
    cited = (str(each["item"]) for each in objects(row.values.get("evidence")) if each.get("item"))
    return next(cited, " ".join(row.ids[:2]))


def _end(row: Row, side: str) -> dict[str, Json]:
    end = row.values.get(side)
    return end if isinstance(end, dict) else {}


def _id(row: Row, side: str) -> str:
    return str(_end(row, side).get("id", ""))
