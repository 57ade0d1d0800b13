"""Transfers in the order of time, by currency, and the bursts in which they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import TypeVar

import pandas as pd

from osint_kit.model.times import seconds

HOUR, DAY = 3600.0, 86400.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Transfer:
    """One row of the frame TRANSFERS; `seconds` is its time since the epoch."""

    id: str
    item: str
    document: str
    payer: str
    payee: str
    amount: float
    currency: str
    at: str
    purpose: str
    statements: tuple[str, ...]
    seconds: float


@dataclass(frozen=True)
class Book:
    """Every transfer in one currency, in the order of time."""

    transfers: tuple[Transfer, ...]
    currency: str = ""

    @cached_property
    def typical(self) -> float:
        """The middle sum; 0 for an empty book."""
        return median(each.amount for each in self.transfers) if self.transfers else 0.0

    @cached_property
    def into(self) -> Mapping[str, tuple[Transfer, ...]]:
        """Payee → what came in."""
        return _by(self.transfers, lambda each: each.payee)

    @cached_property
    def out_of(self) -> Mapping[str, tuple[Transfer, ...]]:
        """Payer → what went out."""
        return _by(self.transfers, lambda each: each.payer)

    def outstanding(self, found: Iterable[Transfer], large: float) -> tuple[Transfer, ...]:
        """Those whose sum is so many times the middle one."""
        least = self.typical * large
        return tuple(each for each in found if each.amount >= least)

    def from_large(self, found: Iterable[Transfer], large: float) -> tuple[Transfer, ...]:
        """All payments of those payers of whom one sum at least stands out: a fee may come in parts of any size."""
        every = tuple(found)
        who = set(payers(self.outstanding(every, large)))
        return tuple(each for each in every if each.payer in who)


def listed(transfers: pd.DataFrame) -> tuple[Transfer, ...]:
    """The rows of a frame TRANSFERS in the order of time; those without a time or a positive sum are left out."""
    names = list(transfers.columns)
    rows = (
        dict(zip(names, row, strict=True)) for row in zip(*(transfers[name].tolist() for name in names), strict=True)
    )
    found = (Transfer(**row, seconds=seconds(row["at"])) for row in rows)
    kept = (each for each in found if each.seconds > 0 and each.amount > 0 and each.payer != each.payee)
    return tuple(sorted(kept, key=lambda each: (each.seconds, each.item, each.id)))


def books(transfers: pd.DataFrame) -> tuple[Book, ...]:
    """One book a currency: sums in different currencies are not compared."""
    by_currency = _by(listed(transfers), lambda each: each.currency)
    return tuple(Book(by_currency[code], code) for code in sorted(by_currency))


def total(found: Iterable[Transfer]) -> float:
    """Sum of amounts."""
    return sum(each.amount for each in found)


def payers(found: Iterable[Transfer]) -> tuple[str, ...]:
    """Different payers in the order of their first payment."""
    return tuple(dict.fromkeys(each.payer for each in found))


def payees(found: Iterable[Transfer]) -> tuple[str, ...]:
    """Different payees in the order of their first payment."""
    return tuple(dict.fromkeys(each.payee for each in found))


def bursts(found: Sequence[T], gap: float, at: Callable[[T], float]) -> Iterator[tuple[T, ...]]:
    """Split a sequence in the order of time wherever nothing happens for longer than `gap` seconds.

    >>> list(bursts([1, 2, 9, 10], 5, float))
    [(1, 2), (9, 10)]
    """
    run: list[T] = []
    for each in found:
        if run and at(each) - at(run[-1]) > gap:
            yield tuple(run)
            run = []
        run.append(each)
    if run:
        yield tuple(run)


def flow_bursts(found: Sequence[Transfer], gap: float) -> Iterator[tuple[Transfer, ...]]:
    """Bursts of transfers."""
    return bursts(found, gap, lambda each: each.seconds)


def _by(found: Iterable[Transfer], key: Callable[[Transfer], str]) -> dict[str, tuple[Transfer, ...]]:
    grouped: dict[str, list[Transfer]] = {}
    for each in found:
        grouped.setdefault(key(each), []).append(each)
    return {name: tuple(each) for name, each in grouped.items()}
