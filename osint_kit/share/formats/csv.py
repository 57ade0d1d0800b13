"""Two tables as CSV: lossless for machines, and with formulas defused for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from osint_kit.model import Product
from osint_kit.share.formats import format_
from osint_kit.share.outgoing import Outgoing
from osint_kit.share.tabular import defused, lossless

PARTIES = ("id", "schema", "label", "withheld", "names", "selectors", "role", "need")
TIES = ("id", "type", "source", "target", "directed", "first", "last", "count", "amount", "statements")


@format_
def csv(given: Outgoing) -> Iterator[Product]:
    """Yield parties and ties, each once for machines and once (`-read`) for people."""
    parties = pd.DataFrame([_row(given, each, PARTIES) for each in given.parties], columns=_columns(PARTIES))
    ties = pd.DataFrame([_row(given, each, TIES) for each in given.ties], columns=_columns(TIES))
    for name, frame in (("parties", parties), ("ties", ties)):
        yield Product(f"{name}.csv", "text/csv", given.marking, lossless(frame))
        yield Product(f"{name}-read.csv", "text/csv", given.marking, defused(frame))


def _columns(names: tuple[str, ...]) -> list[str]:
    return [*names, "marking", "watermark"]


def _row(given: Outgoing, each: object, names: tuple[str, ...]) -> dict[str, object]:
    """Several names stand apart by a bar: names hold spaces."""
    cells = {name: getattr(each, name) for name in names}
    joined = {name: " | ".join(value) if isinstance(value, tuple) else value for name, value in cells.items()}
    return {**joined, "marking": given.marking, "watermark": given.watermark}
