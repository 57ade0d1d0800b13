"""Elements of offences: which statements carry which element of law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import prod

import pandas as pd

from osint_kit.assess.offences import Carried, offences
from osint_kit.assess.situation import Situation
from osint_kit.knowledge import doctrine
from osint_kit.messages import _
from osint_kit.model.tables import ELEMENTS

MOST = 6
"""So many statements an element cites: the most telling ones, so that a person can read them."""


def elements(  # noqa: PLR0917 - frames, in the order of the steps that made them
    statements: pd.DataFrame,
    documents: pd.DataFrame,
    links: pd.DataFrame,
    roles: pd.DataFrame,
    typologies: pd.DataFrame,
    indicators: pd.DataFrame,
) -> pd.DataFrame:
    """Propose the elements that statements carry; an element that nothing carries has no row.

    Args:
        roles: decided rows where there are any, else proposals.
    """
    known = set(documents["id"])
    situation = Situation(
        statements, documents, links, roles, typologies, indicators[indicators["document"].isin(known)]
    )
    found: dict[str, list[Carried]] = {}
    for name in offences:
        for carried in offences[name](situation):
            found.setdefault(carried.element, []).append(carried)
    return ELEMENTS.frame(_row(element, rows) for element, rows in _ordered(found))


def _ordered(found: dict[str, list[Carried]]) -> Iterator[tuple[str, list[Carried]]]:
    """By the order of the doctrine; an element it does not know is not one."""
    for record in doctrine.load():
        if record.id in found and record.set in doctrine.ELEMENT_SETS:
            yield record.id, found[record.id]


def _row(element: str, carried: Iterable[Carried]) -> dict[str, object]:
    rows = list(carried)
    label = next(record.label for record in doctrine.load() if record.id == element)
    reasons = "; ".join(dict.fromkeys(each.reason for each in rows))
    return {
        "element": element,
        "label": _(label),
        "statements": tuple(dict.fromkeys(each for row in rows for each in row.statements))[:MOST],
        "score": min(0.95, round(1 - prod(1 - each.score for each in rows[:MOST]), 4)),
        "reason": _("{reasons}. A lead, not proof of the element").format(reasons=reasons),
    }
