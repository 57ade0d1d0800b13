"""The words that a row cites, and whether they stand where it says."""

from __future__ import annotations

from osint_kit.model import Row
from osint_kit.score.sheet import Sheet, objects


def cited(sheet: Sheet, row: Row) -> frozenset[str]:
    """The items whose words, cited as evidence, stand where the row says."""
    return frozenset(
        str(each["item"])
        for each in objects(row.values.get("evidence"))
        if sheet.reads(str(each.get("item")), each.get("start"), each.get("end"), each.get("original"))
    )


def pointer(row: Row) -> str:
    """Where to look: the first item cited, or the ids of the row."""
    named = (str(each["item"]) for each in objects(row.values.get("evidence")) if each.get("item"))
    return next(named, "") or " ".join(row.ids[:2])
