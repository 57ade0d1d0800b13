"""Indicators of doctrine, by group. One file per group: financial, online, travel, exploitation.

In:  Case: frames TRANSFERS, TYPOLOGIES, DOCUMENTS, STATEMENTS
Out: Sign, one a place in a document that points at an indicator

An indicator is a reason to look, not proof.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import pandas as pd

from osint_kit.knowledge.flows import Transfer, listed
from osint_kit.knowledge.vocabulary.indicators import Reading, read
from osint_kit.registry import Registry


@dataclass(frozen=True, slots=True)
class Sign:
    """One place `[start, end)` in the text of a document that points at an indicator."""

    indicator: str
    document: str
    start: int
    end: int
    score: float
    reason: str


@dataclass(frozen=True)
class Page:
    """A document that shows an item: a text, or the row of a table."""

    id: str
    item: str
    author: str
    published: str
    text: str

    @cached_property
    def reading(self) -> Reading:
        """The text behind its heading, ready to be asked for concepts."""
        return read(self.text, self.published, self.author)

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return "#row=" in self.item


@dataclass(frozen=True)
class Case:
    """What indicators are read from."""

    transfers: pd.DataFrame
    typologies: pd.DataFrame
    documents: pd.DataFrame
    statements: pd.DataFrame

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Document id → page, in the order of the frame."""
        columns = (self.documents[name].tolist() for name in ("id", "item", "author", "published", "text"))
        return {row[0]: Page(*row) for row in zip(*columns, strict=True)}

    @cached_property
    def texts(self) -> tuple[Page, ...]:
        """Pages that people wrote: items that are no row of a table."""
        return tuple(page for page in self.pages.values() if page.item and not page.is_row)

    @cached_property
    def paid(self) -> tuple[Transfer, ...]:
        """Transfers in the order of time."""
        return listed(self.transfers)

    def sign_of(self, transfer: Transfer, indicator: str, score: float, reason: str) -> Iterator[Sign]:
        """The sum of a transfer as the place of an indicator; nothing if its row is not among the documents."""
        page = self.pages.get(transfer.document)
        if page is not None:
            start, end = self._sums.get(transfer.id, (0, len(page.text)))
            yield Sign(indicator, transfer.document, start, end, score, reason)

    @cached_property
    def _sums(self) -> Mapping[str, tuple[int, int]]:
        """Payment → where its sum stands."""
        found = self.statements[(self.statements["schema"] == "Payment") & (self.statements["property"] == "amount")]
        columns = (found[name].tolist() for name in ("subject", "start", "end"))
        return {subject: (start, end) for subject, start, end in zip(*columns, strict=True)}


Group: TypeAlias = Callable[[Case], Iterator[Sign]]

groups: Registry[Group] = Registry(__name__)
group = groups.register
