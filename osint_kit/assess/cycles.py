"""Rounds of hold-and-release: what was parked with one hand before a journey and released after it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

import pandas as pd

HOLD = "TY-HOLD"
SURE = 0.5
BEFORE = timedelta(days=3)
"""Those who move people speak with one another in the days before the money is complete."""

Row: TypeAlias = "Mapping[str, object]"


@dataclass(frozen=True, slots=True)
class Cycle:
    """One round.

    Attributes:
        parked: when the last deposit was made: about the departure.
        released: when the first sum went out again: about the arrival.
        payees: entity → sum received, in the order of time; `last` received last.
    """

    centre: str
    opened: datetime
    parked: datetime
    released: datetime
    payers: frozenset[str]
    payees: Mapping[str, float]
    last: str
    statements: tuple[str, ...]

    def covers(self, at: datetime | None) -> bool:
        """Whether a moment lies before or during the journey."""
        return at is not None and self.parked - BEFORE <= at <= self.released

    def ahead(self, at: datetime | None) -> bool:
        """Whether a moment lies in the weeks in which travellers are found."""
        return at is not None and self.parked - timedelta(days=14) <= at <= self.parked + timedelta(days=1)


def cycles(transfers: pd.DataFrame, typologies: pd.DataFrame) -> tuple[Cycle, ...]:
    """The rounds that the hold-and-release typologies are made of, in the order of time.

    Where some are sure, or decided, the unsure ones are left out.
    """
    rows = {str(row["item"]): row for row in transfers.to_dict("records")}
    found: dict[tuple[str, datetime], Cycle] = {}
    for typology in _held(typologies):
        centre = str(typology["entities"][0])
        dated = [(moment(str(rows[each]["at"])), rows[each]) for each in typology["transfers"] if each in rows]
        known = sorted(((at, row) for at, row in dated if at is not None), key=lambda each: each[0])
        for deposits, releases in _rounds(centre, known):
            made = _cycle(centre, deposits, releases)
            found[made.centre, made.parked] = made
    return tuple(sorted(found.values(), key=lambda each: (each.parked, each.centre)))


def _held(typologies: pd.DataFrame) -> list[dict[Hashable, Any]]:
    held = [row for row in typologies[typologies["typology"] == HOLD].to_dict("records") if row["entities"]]
    sure = [row for row in held if row["score"] >= SURE]
    return sure or held


def trust(typologies: pd.DataFrame) -> float:
    """How far roles may rest on the rounds: 1 where one is sure, less where all are doubtful."""
    best = max((float(str(row["score"])) for row in _held(typologies)), default=1.0)
    return min(1.0, best / SURE)


def moment(text: str) -> datetime | None:
    """An aware time, or None where the source does not say one."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


_Dated: TypeAlias = "tuple[datetime, Mapping[object, object]]"


def _rounds(centre: str, known: Sequence[_Dated]) -> Iterator[tuple[list[_Dated], list[_Dated]]]:
    """A deposit after a release opens the next round; a round without either side is none."""
    deposits: list[_Dated] = []
    releases: list[_Dated] = []
    for at, row in known:
        inward = row["payee"] == centre
        if inward and releases:
            yield from [(deposits, releases)] if deposits else []
            deposits, releases = [], []
        (deposits if inward else releases).append((at, row))
    if deposits and releases:
        yield deposits, releases


def _cycle(centre: str, deposits: Sequence[_Dated], releases: Sequence[_Dated]) -> Cycle:
    payees: dict[str, float] = {}
    for _at, row in releases:
        payees[str(row["payee"])] = payees.get(str(row["payee"]), 0.0) + float(str(row["amount"]))
    both = [*deposits, *releases]
    return Cycle(
        centre=centre,
        opened=deposits[0][0],
        parked=deposits[-1][0],
        released=releases[0][0],
        payers=frozenset(str(row["payer"]) for _at, row in deposits),
        payees=payees,
        last=str(releases[-1][1]["payee"]),
        statements=tuple(dict.fromkeys(each for _at, row in both for each in _ids(row["statements"]))),
    )


def _ids(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple | list) else ()
