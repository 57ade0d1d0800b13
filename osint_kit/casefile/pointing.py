"""From what a case holds to where the world says it: items, and stretches within their texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from osint_kit.model import Json

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

Record: TypeAlias = "Mapping[Any, Any]"
"""One row of a frame."""


def place(case: Case, document: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Item and stretch within the item's text; None outside of it (a page's frame, a signature above the text)."""
    held = case.document(document)
    part = held.part("text")
    begins, ends = (part.start, part.end) if part else (0, len(held.text))
    if not held.item or start < begins or end > ends:
        return None
    return held.item, start - begins, end - begins


def place_of(case: Case, row: Record) -> tuple[str, int, int] | None:
    """The same for a row of STATEMENTS."""
    return place(case, str(row["document"]), int(row["start"]), int(row["end"]))


def mentions(case: Case, entity: Record) -> list[Json]:
    """Where an entity is mentioned."""
    found: dict[tuple[str, int, int, str], Json] = {}
    for row in (case.statement_rows[name] for name in entity["statements"]):
        at = place_of(case, row) if row["kind"] != "entity" else None
        if at is not None:
            item, start, end = at
            kind = str(row["kind"])
            found[item, start, end, kind] = {"item": item, "start": start, "end": end, "kind": kind}
    return list(found.values())


def evidence(case: Case, statements: Iterable[str]) -> list[Json]:
    """The words that statements stand on."""
    rows = (case.statement_rows[each] for each in statements if each in case.statement_rows)
    found = ((place_of(case, row), str(row["original"])) for row in rows)
    return [_words(at, original) for at, original in found if at is not None]


def stretch(case: Case, document: str, start: int, end: int) -> list[Json]:
    """The words of a stretch of a document."""
    at = place(case, document, start, end)
    return [_words(at, case.document(document).text[start:end])] if at else []


def whole(case: Case, document: str) -> list[Json]:
    """The whole text of the item that a document shows."""
    part = case.document(document).part("text")
    return stretch(case, document, part.start, part.end) if part else []


def _words(at: tuple[str, int, int], original: str) -> Json:
    return {"item": at[0], "start": at[1], "end": at[2], "original": original}
