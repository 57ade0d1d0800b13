"""Records of doctrine, read from the `*.toml` files of this folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from osint_kit.messages import N_, _

STATUSES = ("C", "C2", "K", "U", "D")
UNCONFIRMED = frozenset({"K", "U"})
"""Statuses of what nobody has confirmed yet: shown as such, and never as anybody's words."""

MEANINGS: Mapping[str, str] = {
    "C": N_("confirmed in a primary text or a page that quotes it"),
    "C2": N_("confirmed in a secondary page"),
    "K": N_("unconfirmed: general knowledge"),
    "U": N_("unconfirmed: uncertain, not used as fact"),
    "D": N_("convention of this project, not doctrine"),
}
ELEMENT_SETS = ("UNTOC", "SOM", "TIP")
IN_ENGLISH = "Own wording, in English only; not yet translated."
"""Stands in the note of every set."""


@dataclass(frozen=True, slots=True)
class Record:
    """One element, indicator, term or grade. `order` counts from 1 within its set."""

    id: str
    set: str
    order: int
    label: str
    definition: str
    source: str
    locator: str
    status: str
    note: str = ""

    @property
    def confirmed(self) -> bool:
        """Whether the rule or name was found in a text; what was not is never shown as anybody's words."""
        return self.status not in UNCONFIRMED


@dataclass(frozen=True, slots=True)
class Group:
    """A set of records: what it is called, where it comes from, and what to know before using it."""

    id: str
    title: str
    source: str
    note: str
    records: tuple[Record, ...]


@cache
def groups() -> tuple[Group, ...]:
    """Every set with its records: files by name, sets in the order of the file."""
    return tuple(_group(told) for told in raw_groups())


@cache
def load(set: str | None = None) -> tuple[Record, ...]:  # noqa: A002 - the records' own word for it
    """The records of one set, or all of them: files by name, records in order."""
    return tuple(record for group in groups() for record in group.records if set in (None, group.id))


def sets() -> tuple[str, ...]:
    """Names of the sets, in order."""
    return tuple(group.id for group in groups())


@cache
def element_ids() -> frozenset[str]:
    """Ids of the elements of law that a question of a plan may cite."""
    return frozenset(record.id for record in load() if record.set in ELEMENT_SETS)


def meaning(status: str) -> str:
    """What a status says, in the language of messages.

    >>> meaning("U")
    'unconfirmed: uncertain, not used as fact'
    """
    return _(MEANINGS[status])


@cache
def safeguards() -> tuple[Record, ...]:
    """The safeguards that arise for a witness at liberty: those of the Méndez Principles, then those for migrants.

    >>> [record.id for record in safeguards()][:3]
    ['MS-a', 'MS-b', 'MS-c']
    """
    wanted = frozenset(row["id"] for group in raw_groups() for row in group["records"] if row.get("witness"))
    return tuple(record for record in load() if record.id in wanted)


@cache
def raw_groups() -> tuple[dict[str, Any], ...]:
    """The sets as the files tell them, with the fields that only some of them have (bands, codes)."""
    names = sorted(each.name for each in resources.files(__package__).iterdir() if each.name.endswith(".toml"))
    texts = (resources.files(__package__).joinpath(name).read_text("utf-8") for name in names)
    return tuple(group for text in texts for group in tomllib.loads(text)["set"])


def _group(told: Mapping[str, Any]) -> Group:
    note = f"{told['note']} {IN_ENGLISH}" if told.get("note") else IN_ENGLISH
    rows = enumerate(told["records"], 1)
    return Group(told["id"], told["title"], told["source"], note, tuple(_record(told, at, row) for at, row in rows))


def _record(group: Mapping[str, Any], order: int, row: Mapping[str, Any]) -> Record:
    return Record(
        id=row["id"],
        set=group["id"],
        order=order,
        label=row["label"],
        definition=row["definition"],
        source=row.get("source") or group["source"],
        locator=row["locator"],
        status=row["status"],
        note=row.get("note", ""),
    )
