"""What a way costs: sums of money in texts that name it, by month and route."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from statistics import median

import pandas as pd

from osint_kit.analyse.texts import Gazetteer, Text, texts
from osint_kit.model.tables import ENTITIES

COLUMNS = ("month", "origin", "destination", "currency", "price", "count")

BELOW = 0.25
"""A sum below this share of the middle one in its currency pays no way: food, a room, a fare (own convention)."""


ABOVE = 3.0
"""A sum above so many times the middle one is another tier: by air, with papers (own convention)."""

Key = tuple[str, str, str, str]


def prices(statements: pd.DataFrame, documents: pd.DataFrame, places: Mapping[str, str]) -> pd.DataFrame:
    """The middle price of each month, route and currency, in the order of time; a dear tier has a row of its own.

    A text counts once, however often it is posted; the first two places that it names are taken for the route.

    Args:
        statements: a frame of STATEMENTS.
        documents: a frame of DOCUMENTS.
        places: name as written → canonical name.

    Returns:
        Columns `month` (`2031-07`), `origin`, `destination`, `currency` (ISO 4217), `price` (in it), `count` of sums.
    """
    told = list(_told(texts(statements, documents, ENTITIES.frame([])), Gazetteer(places)))
    middle = _middle(told)
    tiers: dict[tuple[Key, bool], list[float]] = {}
    for key, amount in told:
        if amount >= BELOW * middle[key[-1]]:
            tiers.setdefault((key, amount > ABOVE * middle[key[-1]]), []).append(amount)
    rows = [(*key, median(tiers[key, dear]), len(tiers[key, dear])) for key, dear in sorted(tiers)]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"price": "float64", "count": "int64"})


def _told(found: Iterable[Text], gazetteer: Gazetteer) -> Iterator[tuple[Key, float]]:
    """Month, route and currency of every sum in a text that names a way."""
    seen: set[str] = set()
    for text in found:
        way = gazetteer.find(text)
        if len(way) > 1 and text.published and text.wording not in seen:
            seen.add(text.wording)
            for kind, value in text.said.values():
                number, _space, currency = value.partition(" ")
                if kind == "money" and currency:
                    yield (text.published[:7], way[0], way[1], currency), float(number)


def _middle(told: Iterable[tuple[Key, float]]) -> dict[str, float]:
    """Currency → the middle sum."""
    every: dict[str, list[float]] = {}
    for key, amount in told:
        every.setdefault(key[-1], []).append(amount)
    return {currency: median(sums) for currency, sums in every.items()}
