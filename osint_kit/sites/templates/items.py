"""Items of a site: which are visible, which answer a search, and how one is laid out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TypeAlias, TypeVar
from urllib.parse import quote

Row: TypeAlias = Mapping[str, object]
Runs: TypeAlias = tuple[tuple[str, str], ...]
T = TypeVar("T")

PAGE_SIZE = 20
_WORD = re.compile(r"\w+")
_NUMBER_QUERY = re.compile(r"[+\d\s().\-\u2010-\u2015]+")
_DIGITS_TOO_FEW = 7


@dataclass(frozen=True, slots=True)
class Item:
    """What a page shows of one item; `runs` are the stretches of its text, named where they carry a property."""

    url: str
    path: str
    type: str
    published: str
    language: str
    runs: Runs
    author: str = ""
    author_href: str = ""
    place: str = ""
    post: str = ""
    forwarded: str = ""
    title: str = ""

    @classmethod
    def of(cls, row: Row, url: str, kind: str, fields: Iterable[Mapping[str, object]] = (), **more: str) -> Item:
        """Lay out a row: its text verbatim, the stretches named by `fields`; `more` is what only some sites show."""
        return cls(
            url=url,
            path=href(cell(row, "path")),
            type=kind,
            published=cell(row, "published"),
            language=cell(row, "language"),
            runs=runs(cell(row, "text"), fields),
            **more,
        )


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a list of links."""

    href: str
    title: str
    about: str = ""


def cell(row: Row, key: str) -> str:
    """A cell as text; an empty one for a missing or null cell."""
    value = row.get(key)
    return "" if value is None else str(value)


def shown(row: Row, now: datetime) -> bool:
    """Whether an item stands on its site: published, and not yet removed."""
    return begun(row, now) and not gone(row, now)


def begun(row: Row, now: datetime) -> bool:
    """Whether an item has been published by now; one without a date always was."""
    published = cell(row, "published")
    return not published or _instant(published) <= now


def gone(row: Row, now: datetime) -> bool:
    """Whether an item has been removed by now."""
    removed = cell(row, "removed")
    return bool(removed) and _instant(removed) <= now


def newest_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Sort by time of publication, latest first; the address breaks a tie."""
    return tuple(sorted(rows, key=lambda row: (-_moment(row), cell(row, "path"))))


def found(rows: Iterable[Row], query: str) -> tuple[Row, ...]:
    """The items that answer a search: every word of the query begins a word of the text, or of the author's name.

    A query of digits finds a number however the text spaces it. An empty query finds everything.
    """
    if _NUMBER_QUERY.fullmatch(query) and len(digits := re.sub(r"\D", "", query)) >= _DIGITS_TOO_FEW:
        return tuple(row for row in rows if digits in re.sub(r"[\s().\-\u2010-\u2015]", "", _haystack(row)))
    words = _WORD.findall(unicodedata.normalize("NFC", query).casefold())
    if query and not words:
        return ()
    patterns = [re.compile(rf"\b{re.escape(each)}") for each in words]
    return tuple(row for row in rows if _all_in(patterns, _haystack(row)))


def page_of(rows: Sequence[T], number: int) -> tuple[tuple[T, ...], bool]:
    """One page of rows, and whether another follows."""
    start = (number - 1) * PAGE_SIZE
    return tuple(rows[start : start + PAGE_SIZE]), len(rows) > start + PAGE_SIZE


def runs(text: str, fields: Iterable[Mapping[str, object]] = ()) -> Runs:
    """Cut a text at its fields; the runs joined are the text.

    >>> runs("Company: Ab", [{"name": "legalName", "start": 9, "end": 11}])
    (('', 'Company: '), ('legalName', 'Ab'))
    """
    cut: list[tuple[str, str]] = []
    at = 0
    for field in sorted(fields, key=lambda each: (_int(each["start"]), -_int(each["end"]))):
        start, end = _int(field["start"]), _int(field["end"])
        if at <= start < end <= len(text):
            cut += [("", text[at:start]), (str(field["name"]), text[start:end])]
            at = end
    cut.append(("", text[at:]))
    return tuple((name, run) for name, run in cut if run)


def href(path: str) -> str:
    """A path as it stands in a link."""
    return quote(path, safe="/@:+,;=!$&'()*~-._")


def _int(value: object) -> int:
    return int(str(value))


def _moment(row: Row) -> float:
    published = cell(row, "published")
    return _instant(published).timestamp() if published else 0.0


@lru_cache(maxsize=65536)
def _instant(written: str) -> datetime:
    return datetime.fromisoformat(written)


def _haystack(row: Row) -> str:
    return _searched(cell(row, "text"), cell(row, "author"))


@lru_cache(maxsize=65536)
def _searched(text: str, author: str) -> str:
    return f"{text}\n{author}".casefold()


def _all_in(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return all(pattern.search(text) for pattern in patterns)
