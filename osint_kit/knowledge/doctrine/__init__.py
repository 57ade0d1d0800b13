"""Doctrine as data: what the training teaches, with its source, its place there, and how well it is confirmed.

Status of a record: `C` confirmed in a primary text or a page that quotes it; `C2` confirmed in a secondary page; `K`
general knowledge, not yet confirmed; `U` uncertain; `D` this project's own convention. All wording is the project's
own and no record is a quotation: the source has the authority. Each `*.toml` beside this file is read.

>>> [record.label for record in load("BP-PLN")][2]
'Investigation plan'
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

STATUSES = ("C", "C2", "K", "U", "D")
ELEMENT_SETS = ("UNTOC", "SOM", "TIP")


@dataclass(frozen=True, slots=True)
class Record:
    """One element, indicator or grade. `order` counts from 1 within its set."""

    id: str
    set: str
    order: int
    label: str
    definition: str
    source: str
    locator: str
    status: str
    note: str = ""


@cache
def load(set: str | None = None) -> tuple[Record, ...]:  # noqa: A002 - the records' own word for it
    """The records of one set, or all of them: files by name, records in order."""
    names = sorted(entry.name for entry in resources.files(__name__).iterdir() if entry.name.endswith(".toml"))
    return tuple(record for name in names for record in _read(name) if set in (None, record.set))


def sets() -> tuple[str, ...]:
    """Names of the sets, in order."""
    return tuple(dict.fromkeys(record.set for record in load()))


def element_ids() -> frozenset[str]:
    """Ids of the elements of law that a question of a plan may cite."""
    return frozenset(record.id for record in load() if record.set in ELEMENT_SETS)


@cache
def _read(name: str) -> tuple[Record, ...]:
    told = tomllib.loads(resources.files(__name__).joinpath(name).read_text("utf-8"))
    return tuple(
        Record(
            id=row["id"],
            set=group["id"],
            order=order,
            label=row["label"],
            definition=row["definition"],
            source=group["source"],
            locator=row["locator"],
            status=row["status"],
            note=row.get("note", ""),
        )
        for group in told["set"]
        for order, row in enumerate(group["records"], 1)
    )
