"""Quotations of the statements that carry a link or an entity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from osint_kit.report.html import Quote
from osint_kit.report.sections import ReportInput

AROUND = 60
"""Code points shown before and after."""


class Evidence:
    """Looks up what a statement quotes."""

    def __init__(self, given: ReportInput) -> None:
        """Index statements and documents by id."""
        self._given = given
        self._statements = _by_id(given.statements)
        self._documents = _by_id(given.documents)

    def quotes(self, statements: Iterable[str]) -> list[Quote]:
        """One quotation for each stretch that the statements point to."""
        seen: dict[tuple[object, ...], Quote] = {}
        for name in statements:
            said = self._statements.get(name)
            if said is not None:
                seen.setdefault((said["document"], said["start"], said["end"]), self._quote(said))
        return list(seen.values())

    def _quote(self, said: Mapping[str, Any]) -> Quote:
        document = self._documents.get(said["document"], {"text": "", "ref": "", "item": said["item"]})
        text, start, end = document["text"], said["start"], said["end"]
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        reference = " · ".join(filter(None, (said["ref"], self._given.ref(said["exhibit"]), said["item"])))
        return Quote(
            before=("…" if start > AROUND else "") + before.replace("\t", " | "),
            original=said["original"],
            after=after.replace("\t", " | ") + ("…" if len(text) > end + AROUND else ""),
            reference=reference,
            locator=said["locator"],
            language=said["language"],
        )


def _by_id(frame: pd.DataFrame) -> dict[str, Mapping[str, Any]]:
    return {str(row["id"]): {str(key): value for key, value in row.items()} for row in frame.to_dict("records")}
