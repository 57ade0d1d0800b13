"""What the earlier steps found, ready for questions of law: each finding with the statements behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

import pandas as pd

from osint_kit.assess.telling import told

SUSPECT = "RO-"
SURE, LEAD = 0.5, 0.3
_FEW = 4


@dataclass(frozen=True, slots=True)
class Found:
    """One indicator, telling word, typology, role or link: `name` says which; `document` where it stands, if in one."""

    name: str
    statements: tuple[str, ...]
    score: float
    document: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """Frames STATEMENTS, DOCUMENTS, LINKS, ROLES, TYPOLOGIES and INDICATORS, indexed by what offences ask."""

    statements: pd.DataFrame
    documents: pd.DataFrame
    links: pd.DataFrame
    roles: pd.DataFrame
    typologies: pd.DataFrame
    indicators: pd.DataFrame
    _fired: Mapping[str, tuple[Found, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Find the statement that stands nearest to each indicator's words, or to words that tell of an element."""
        places = [*_places(self.indicators), *_telling(self.documents)]
        fired = [*_nearest(self.statements, places), *_typologies(self.typologies)]
        object.__setattr__(self, "_fired", _index(fired))

    def fired(self, names: Iterable[str]) -> Iterator[Found]:
        """Findings of these indicators and typologies, the surest first within each."""
        for name in names:
            yield from self._fired.get(name, ())

    def organisers(self) -> tuple[Found, ...]:
        """Those of the suspects who organise or direct."""
        rows = self.roles[(self.roles["role"] == "RO-ORG") & (self.roles["score"] >= SURE)]
        return tuple(Found(row["entity"], row["statements"], row["score"]) for row in rows.to_dict("records"))

    def suspects(self) -> tuple[Found, ...]:
        """Entities with a suspect role that the machine is sure of or the team decided; `name` is the entity's id."""
        rows = self.roles[self.roles["role"].str.startswith(SUSPECT) & (self.roles["score"] >= SURE)]
        return tuple(Found(row["entity"], row["statements"], row["score"]) for row in rows.to_dict("records"))

    def together(self) -> tuple[Found, ...]:
        """Links that a text draws by naming two of those with a lead to a part."""
        return self._between(self._leading(LEAD), ("UnknownLink", "Employment", "Associate", "Representation"))

    def spread(self, names: Iterable[str]) -> Iterator[Found]:
        """The earliest and the latest text of these findings: how long it has gone on."""
        published = dict(zip(self.documents["id"].tolist(), self.documents["published"].tolist(), strict=True))
        dated = [each for each in self.fired(names) if published.get(each.document)]
        ordered = sorted(dated, key=lambda each: (published[each.document], each.statements))
        yield from dict.fromkeys([*ordered[:2], *ordered[-2:]])

    def ties(self, *kinds: str) -> tuple[Found, ...]:
        """Links between two suspects; the most frequent first."""
        return self._between(self._leading(SURE), kinds)

    def _leading(self, score: float) -> frozenset[str]:
        rows = self.roles[self.roles["role"].str.startswith(SUSPECT) & (self.roles["score"] >= score)]
        return frozenset(rows["entity"])

    def _between(self, known: frozenset[str], kinds: tuple[str, ...]) -> tuple[Found, ...]:
        rows = self.links[self.links["type"].isin(kinds)]
        inside = rows[rows["source"].isin(known) & rows["target"].isin(known)].sort_values(["count", "id"])
        return tuple(
            Found(row["type"], row["statements"][:_FEW], row["score"]) for row in inside.iloc[::-1].to_dict("records")
        )

    def owned(self) -> tuple[Found, ...]:
        """Firms that a suspect owns or directs."""
        known = {each.name for each in self.suspects()}
        rows = self.links[self.links["type"].isin(("Ownership", "Directorship")) & self.links["source"].isin(known)]
        return tuple(Found(row["type"], row["statements"][:_FEW], row["score"]) for row in rows.to_dict("records"))


def _index(found: Iterable[Found]) -> Mapping[str, tuple[Found, ...]]:
    grouped: dict[str, list[Found]] = {}
    for each in sorted(found, key=lambda one: (-one.score, one.statements)):
        grouped.setdefault(each.name, []).append(each)
    return {name: tuple(held) for name, held in grouped.items()}


@dataclass(frozen=True, slots=True)
class _Place:
    """Words in a document that show something."""

    name: str
    document: str
    start: int
    end: int
    score: float


def _places(indicators: pd.DataFrame) -> Iterator[_Place]:
    names = ("indicator", "document", "start", "end", "score")
    for row in zip(*(indicators[name].tolist() for name in names), strict=True):
        yield _Place(*row)


def _telling(documents: pd.DataFrame) -> Iterator[_Place]:
    """Texts of people, not rows of tables."""
    for document, item, text in zip(*(documents[name].tolist() for name in ("id", "item", "text")), strict=True):
        if "#row=" not in item:
            for element, start, end, score in told(text):
                yield _Place(element, document, start, end, score)


def _nearest(statements: pd.DataFrame, places: Iterable[_Place]) -> Iterator[Found]:
    """Words in a document from which no statement was taken carry nothing."""
    wanted = list(places)
    kept = statements[statements["document"].isin({each.document for each in wanted})]
    names = ("document", "start", "end", "id", "verdict")
    held: dict[str, list[tuple[int, int, str]]] = {}
    for document, start, end, name, verdict in zip(*(kept[each].tolist() for each in names), strict=True):
        if verdict != "reject":
            held.setdefault(document, []).append((start, end, name))
    for place in wanted:
        near = min(held.get(place.document, ()), key=partial(_apart, place), default=None)
        if near is not None:
            yield Found(place.name, (near[2],), place.score, place.document)


def _apart(place: _Place, each: tuple[int, int, str]) -> tuple[int, tuple[int, int, str]]:
    return _gap(each, place.start, place.end), each


def _gap(place: tuple[int, int, str], start: int, end: int) -> int:
    return max(0, place[0] - end, start - place[1])


def _typologies(typologies: pd.DataFrame) -> Iterator[Found]:
    for row in typologies.to_dict("records"):
        if row["statements"]:
            yield Found(row["typology"], (*row["statements"][:1], *row["statements"][-1:]), row["score"])
