"""Origins: which items only repeat another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import pandas as pd
from rapidfuzz import fuzz

from osint_kit.grade.items import Item, items_of
from osint_kit.model.tables import STATEMENTS

NEAR_VERBATIM = 88.0
SHORTEST = 24
SHINGLE = 3
CROWD = 60

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d{3,}")


def origins(documents: pd.DataFrame) -> pd.DataFrame:
    """Name the origin of every document that shows an item: the document of the earliest item with the same words.

    Returns:
        Frame with the columns `document`, `origin` (document ids); a document that repeats nobody is its own origin.
    """
    items = items_of(documents, STATEMENTS.frame([]))
    of_item = origin_items(items)
    first = {item.item: item.document for item in items}
    rows = [
        (document, first[of_item[item]])
        for document, item in zip(documents["id"].tolist(), documents["item"].tolist(), strict=True)
        if item in of_item
    ]
    return pd.DataFrame(rows, columns=["document", "origin"], dtype="object")


def origin_items(items: Sequence[Item]) -> dict[str, str]:
    """Address of each item → address of the item it repeats, or its own."""
    ordered = sorted(items, key=lambda item: (_when(item), item.item))
    bodies = {item.item: body(item) for item in ordered}
    index: dict[tuple[str, ...], list[str]] = {}
    origin: dict[str, str] = {}
    for item in ordered:
        shingles = _shingles(bodies[item.item])
        earlier = _candidates(index, shingles)
        twin = next((each for each in earlier if _repeats(bodies[item.item], bodies[each])), "")
        origin[item.item] = origin[twin] if twin else item.item
        for shingle in shingles:
            index.setdefault(shingle, []).append(item.item)
    return origin


def _when(item: Item) -> datetime:
    """Moment of publication, whatever the offset it is written in; items without one come last."""
    if not item.published:
        return datetime.max.replace(tzinfo=UTC)
    published = datetime.fromisoformat(item.published)
    return published if published.tzinfo else published.replace(tzinfo=UTC)


def body(item: Item) -> str:
    """The text without the lines that only sign it."""
    lines = [line for line in item.text.splitlines() if item.author.lower() not in line.lower() or not item.author]
    return " ".join(" ".join(lines).split()).casefold()


def _repeats(text: str, earlier: str) -> bool:
    """Whether the words are the same, numbers included: a template filled with another number is another advert."""
    if min(len(text), len(earlier)) < SHORTEST:
        return False
    if set(_NUMBER.findall(text)) ^ set(_NUMBER.findall(earlier)):
        return False
    return fuzz.ratio(text, earlier, score_cutoff=NEAR_VERBATIM) > 0


def _shingles(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text)
    return sorted({tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)})


def _candidates(index: dict[tuple[str, ...], list[str]], shingles: Iterable[tuple[str, ...]]) -> list[str]:
    """Earlier items that share rare words in a row, the most alike first."""
    shared: dict[str, int] = {}
    for shingle in shingles:
        holders = index.get(shingle, [])
        for item in holders if len(holders) <= CROWD else holders[:CROWD]:
            shared[item] = shared.get(item, 0) + 1
    return sorted(shared, key=lambda item: (-shared[item], item))[:CROWD]
