"""Structured relations: statements of one subject, two of which name an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from osint_kit.link.builders import LinkRow
from osint_kit.link.facts import Ends, Facts
from osint_kit.link.times import moment

_COLUMNS = ("subject", "id", "schema", "property", "kind", "value", "happened")


@dataclass(frozen=True, slots=True)
class Said:
    """The columns of a statement that a builder reads."""

    subject: str
    id: str
    schema: str
    property: str
    kind: str
    value: str
    happened: str


def relations(
    facts: Facts, schema: str, *, ends: tuple[str, str], directed: bool, score: float, reason: str
) -> Iterator[LinkRow]:
    """Yield one link for every relation of a schema whose two ends are named and differ.

    Args:
        score: how much one such record says about a tie between two people; several say more.
    """
    chosen = facts.statements[facts.statements["schema"] == schema]
    for relation in _grouped(chosen):
        link = _link(relation, facts.ends, schema, ends, directed=directed)
        if link is not None:
            source, target, happened, amount = link
            carried = tuple(said.id for said in relation)
            yield LinkRow(source, target, schema, carried, score, reason, happened, amount, directed)


def _grouped(chosen: pd.DataFrame) -> Iterator[list[Said]]:
    rows = (Said(*row) for row in zip(*(chosen[name].tolist() for name in _COLUMNS), strict=True))
    ordered = sorted(rows, key=lambda said: (said.subject, said.property, said.id))
    for _subject, relation in groupby(ordered, key=lambda said: said.subject):
        yield list(relation)


def _link(
    relation: list[Said], where: Ends, schema: str, ends: tuple[str, str], *, directed: bool
) -> tuple[str, str, str, str] | None:
    named = {said.property: said for said in relation}
    if not all(end in named and named[end].kind == "entity" for end in ends):
        return None
    source, target = (where.of(named[end].value) for end in ends)
    if source == target:
        return None
    if not directed:
        source, target = sorted((source, target))
    happened = max((said.happened for said in relation), key=moment, default="") or _value(named, "date")
    return source, target, happened, _value(named, "amount") if schema == "Payment" else ""


def _value(named: Mapping[str, Said], name: str) -> str:
    return named[name].value if name in named else ""
