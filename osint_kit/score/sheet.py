"""What a measure reads: the team's rows, the key, and the texts of the world."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, TypeAlias

from osint_kit.bundle import World
from osint_kit.errors import ItemError, MissingInput
from osint_kit.model import Json, Row, Submission, sha256
from osint_kit.score.key import AnswerKey
from osint_kit.score.pages import items_on

FetchAt: TypeAlias = Callable[[str, datetime], bytes]
"""Serve an address again as it was at a time of the site's clock."""

TEXT_TABLES = ("ads", "posts", "companies", "statuses", "articles")
"""Tables whose rows are items with an address and a text of their own."""

MESSAGES = "messages"
"""The table of what stands in chat exports and transcripts: the item is a stretch of a file."""


@dataclass(frozen=True, slots=True)
class Page:
    """An address served again: the digest of its bytes, and the items whose whole text it shows."""

    digest: str
    items: frozenset[str]


@dataclass(frozen=True)
class Sheet:
    """One submission laid beside its key."""

    submission: Submission
    key: AnswerKey
    world: World
    fetch_at: FetchAt

    def rows(self, step: str) -> tuple[Row, ...]:
        """The rows of one step in the order in which they were decided, however they stand in the file."""
        if step not in self._rows:
            self._rows[step] = tuple(sorted(self.submission.steps.get(step, ()), key=_order))
        return self._rows[step]

    @cached_property
    def _rows(self) -> dict[str, tuple[Row, ...]]:
        return {}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Address → text of every item that a site shows, and of every row of a partner's table."""
        shown = {
            f"https://{row['host']}{row['path']}": str(row["text"])
            for table in TEXT_TABLES
            for row in published(self.world, table)
        }
        said = {str(row["item"]): str(row["text"]) for row in published(self.world, MESSAGES)}
        return {**shown, **said, **_table_rows(self.world)}

    @cached_property
    def in_files(self) -> Mapping[str, frozenset[str]]:
        """Address of a chat export or transcript → the items in it."""
        found: dict[str, set[str]] = {}
        for row in published(self.world, MESSAGES):
            found.setdefault(file_of(str(row["item"])), set()).add(str(row["item"]))
        return {url: frozenset(items) for url, items in found.items()}

    @cached_property
    def hosts(self) -> frozenset[str]:
        """Hosts that the brief names as sources."""
        return frozenset(source.host for source in self.world.sources)

    def page(self, row: Row) -> Page | None:
        """The page of a row as the site served it then; None where the row names no page, or the world has none."""
        url, at = row.values.get("url"), moment(row.values.get("served_at"))
        if not isinstance(url, str) or at is None:
            return None
        if (url, at) not in self._pages:
            self._pages[url, at] = self._served(url, at)
        return self._pages[url, at]

    @cached_property
    def _pages(self) -> dict[tuple[str, datetime], Page | None]:
        return {}

    def _served(self, url: str, at: datetime) -> Page | None:
        try:
            body = self.fetch_at(url, at)
        except ItemError:
            return None
        shown = (item for item, text in items_on(body) if item in self.texts and self.texts[item] in text)
        return Page(sha256(body), frozenset(shown) | self.in_files.get(url, frozenset()))

    def reads(self, item: str, start: object, end: object, original: object) -> bool:
        """Whether the item exists and holds these very words there."""
        text = self.texts.get(item)
        if text is None or not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
            return False
        return text[start:end] == original


def published(world: World, table: str) -> tuple[Mapping[str, Any], ...]:
    """The rows of a table of items; none where the world has no such table."""
    try:
        return world.rows(table)
    except MissingInput:
        return ()


def file_of(item: str) -> str:
    """The address that serves an item: the item's own, or that of the file in which it stands."""
    return item.partition("#")[0]


def _order(row: Row) -> tuple[datetime, tuple[str, ...], str]:
    return row.at, row.ids, json.dumps(dict(row.values), sort_keys=True)


def _table_rows(world: World) -> dict[str, str]:
    files = {str(row["name"]): row for row in world.rows("files")}
    found: dict[str, str] = {}
    for name, row in files.items():
        if name.endswith(".csv"):
            url = f"https://{row['host']}{row['path']}"
            cells = _cells(world, name)
            found |= {f"{url}#row={number}": "\t".join(each) for number, each in enumerate(cells, 1)}
    return found


def _cells(world: World, name: str) -> list[list[str]]:
    try:
        mapping = tomllib.loads(world.file(f"{name}.mapping.toml").decode("utf-8"))
    except MissingInput:
        mapping = {}
    text = world.file(name).decode(str(mapping.get("encoding", "utf-8")))
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=str(mapping.get("delimiter", ","))))


def moment(value: Json) -> datetime | None:
    """A time with its zone, as a site's clock could show it; None for anything else."""
    try:
        time = datetime.fromisoformat(value) if isinstance(value, str) else None
        return time if time is not None and time.tzinfo is not None and time.astimezone(UTC) else None
    except (ValueError, OverflowError):
        return None


def texts(value: Json) -> tuple[str, ...]:
    """The strings in a list of JSON, or nothing."""
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def objects(value: Json) -> tuple[dict[str, Json], ...]:
    """The objects in a list of JSON, or nothing."""
    return tuple(each for each in value if isinstance(each, dict)) if isinstance(value, list) else ()
