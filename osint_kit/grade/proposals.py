"""Grades proposed for every item, with their basis."""

from __future__ import annotations

import pandas as pd

from osint_kit.grade.information import Credibility, credibilities
from osint_kit.grade.items import Item, items_of
from osint_kit.grade.origins import origin_items
from osint_kit.grade.sources import Reliability, reliabilities
from osint_kit.messages import _
from osint_kit.model.tables import GRADES


def propose(documents: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Propose an Admiralty grade for every item, source and information apart.

    Returns:
        GRADES, one row an item, at the document that shows it with the least around it.
    """
    items = items_of(documents, statements)
    origin = origin_items(items)
    judged = credibilities(items, origin)
    sources = reliabilities(items, judged)
    return GRADES.frame(_row(item, sources[item.source], judged[item.item], origin[item.item]) for item in items)


def _row(item: Item, source: Reliability, information: Credibility, origin: str) -> dict[str, object]:
    reason = _("source {source}: {why}; information {information}: {because}")
    if origin != item.item:
        reason = _("source {source}: {why}; information {information}: {because}; it repeats {origin}")
    return {
        "document": item.document,
        "item": item.item,
        "scheme": "admiralty",
        "source": source.letter,
        "information": information.digit,
        "score": min(source.score, information.score),
        "reason": reason.format(
            source=source.letter,
            why=source.reason,
            information=information.digit,
            because=information.reason,
            origin=origin,
        ),
    }
