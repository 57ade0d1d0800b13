"""What people wrote, with its time, its statements and the entities in it: what timeline, journeys and prices read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property

import pandas as pd

from osint_kit.knowledge.text import fold
from osint_kit.knowledge.vocabulary.indicators import Reading, read
from osint_kit.model import NAME_KINDS, SELECTOR_KINDS
from osint_kit.model.ends import Ends
from osint_kit.model.times import moment

NEAR = timedelta(days=60)
"""A day that a text names further from its publication than this is about something else (own convention)."""

_FROM = re.compile(r"\b(?:from|из|от|аз|az|از)\s+$", re.IGNORECASE)
"""Words before the place where a way begins: own compilation, unreviewed."""

_RECORDS = frozenset({"Call", "Payment"})


@dataclass(frozen=True)
class Text:
    """One item that people wrote.

    Attributes:
        day: the day that it states, ISO 8601 with an offset; empty if it states none near its publication.
        said: statement id → kind and value; entities: canonical ids in the order of the text.
    """

    document: str
    item: str
    author: str
    published: str
    text: str
    day: str
    said: Mapping[str, tuple[str, str]]
    entities: tuple[str, ...]

    @property
    def at(self) -> str:
        """When what it says happened: the day stated, else its publication."""
        return self.day or self.published

    @cached_property
    def reading(self) -> Reading:
        """The text, ready to be asked for concepts."""
        return read(self.text, self.published, self.author)

    @cached_property
    def wording(self) -> str:
        """The letters alone: equal for a text that is posted again."""
        return re.sub(r"\W+", "", self.reading.folded.text.casefold())


def texts(statements: pd.DataFrame, documents: pd.DataFrame, entities: pd.DataFrame) -> tuple[Text, ...]:
    """Every item that people wrote and that carries a statement, in the order of time; rows of tables are left out."""
    kept = statements[statements["verdict"] != "reject"]
    ends = Ends(kept, entities)
    records = frozenset(kept.loc[kept["schema"].isin(_RECORDS) & (kept["kind"] == "entity"), "document"])
    said = _said(kept)
    columns = (documents[name].tolist() for name in ("id", "item", "author", "published", "text"))
    found = [
        _text(row, said[row[0]], ends)
        for row in zip(*columns, strict=True)
        if row[1] and row[0] in said and row[0] not in records
    ]
    return tuple(sorted(found, key=lambda each: (moment(each.at), each.item)))


def _said(kept: pd.DataFrame) -> dict[str, list[tuple[int, str, str, str, str]]]:
    """Document → start, statement, kind, value and subject of what stands in it."""
    found: dict[str, list[tuple[int, str, str, str, str]]] = {}
    columns = (kept[name].tolist() for name in ("document", "start", "id", "kind", "value", "subject"))
    for document, *row in zip(*columns, strict=True):
        found.setdefault(document, []).append(tuple(row))
    return found


def _text(row: tuple[str, ...], said: list[tuple[int, str, str, str, str]], ends: Ends) -> Text:
    document, item, author, published, text = row
    ordered = sorted(said)
    named = dict.fromkeys(
        ends.of(subject) for _s, _i, kind, _v, subject in ordered if kind in NAME_KINDS | SELECTOR_KINDS
    )
    return Text(
        document=document,
        item=item,
        author=author,
        published=published,
        text=text,
        day=_day([value for _s, _i, kind, value, _subject in ordered if kind == "date"], published),
        said={each: (kind, value) for _s, each, kind, value, _subject in ordered},
        entities=tuple(named),
    )


def _day(days: list[str], published: str) -> str:
    """The first day stated near the publication, from its beginning where the text was published."""
    day = next((day for day in days if not published or abs(moment(day) - moment(published)) <= NEAR), "")
    if not day:
        return ""
    return (
        published
        if published[:10] == day
        else datetime.combine(moment(day), time(), moment(published).tzinfo).isoformat()
    )


class Gazetteer:
    """Finds places in texts by every way that their names are written."""

    def __init__(self, places: Mapping[str, str]) -> None:
        """Index the names; a name may bear an ending of up to three letters."""
        self._canonical = {fold(name).text.casefold(): place for name, place in places.items()}
        names = "|".join(re.escape(name) for name in sorted(self._canonical, key=lambda name: (-len(name), name)))
        self._pattern = re.compile(rf"\b({names})\w{{0,3}}\b", re.IGNORECASE) if names else None

    def find(self, text: Text) -> tuple[str, ...]:
        """Canonical names, each once, in the order of the text; what stands after `from` comes first.

        Where the text draws a route, only the places of the route count.
        """
        drawn = text.reading.span("route")
        onward = self._all(text.text[drawn[0] : drawn[1]]) if drawn else ()
        return onward if len(onward) > 1 else self._all(text.reading.folded.text)

    def _all(self, text: str) -> tuple[str, ...]:
        if self._pattern is None:
            return ()
        folded = fold(text).text
        found = [
            (_FROM.search(folded, 0, match.start()) is None, match.group(1)) for match in self._pattern.finditer(folded)
        ]
        ordered = sorted(found, key=lambda pair: pair[0])
        return tuple(dict.fromkeys(self._canonical.get(name.casefold(), name) for _later, name in ordered))
