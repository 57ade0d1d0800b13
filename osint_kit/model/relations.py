"""Structured relations: the statements of one subject, some of which name an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from osint_kit.model.times import moment

_COLUMNS = ("subject", "id", "schema", "property", "kind", "value", "document", "item", "happened")


@dataclass(frozen=True, slots=True)
class Said:
    """The columns of a statement that a reader of relations needs."""

    subject: str
    id: str
    schema: str
    property: str
    kind: str
    value: str
    document: str
    item: str
    happened: str


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation: what is said of it, by property; `said` holds at least one statement."""

    subject: str
    said: tuple[Said, ...]

    @property
    def named(self) -> Mapping[str, Said]:
        """Property → statement."""
        return {said.property: said for said in self.said}

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of the statements."""
        return tuple(said.id for said in self.said)

    @property
    def happened(self) -> str:
        """The latest time that its statements bear, else its date; ISO 8601 or empty."""
        return max((said.happened for said in self.said), key=moment, default="") or self.value("date")

    def value(self, name: str) -> str:
        """Value of a property, or empty."""
        return next((said.value for said in reversed(self.said) if said.property == name), "")

    def ends(self, *names: str) -> tuple[str, ...]:
        """Subjects of the ends so called; none unless every one is named."""
        named = self.named
        if not all(end in named and named[end].kind == "entity" for end in names):
            return ()
        return tuple(named[end].value for end in names)


def relations(statements: pd.DataFrame, schema: str) -> Iterator[Relation]:
    """Yield the relations of a schema, by subject.

    Args:
        statements: a frame of STATEMENTS.
    """
    chosen = statements[statements["schema"] == schema]
    rows = (Said(*row) for row in zip(*(chosen[name].tolist() for name in _COLUMNS), strict=True))
    ordered = sorted(rows, key=lambda said: (said.subject, said.property, said.id))
    for subject, said in groupby(ordered, key=lambda said: said.subject):
        yield Relation(subject, tuple(said))
