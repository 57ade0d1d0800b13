"""TR: how people travel."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.messages import _
from osint_kit.money.indicators import Case, Sign, group
from osint_kit.money.worded import worded

AUTHORS = 2
"""A vehicle that so many different writers name comes back across strangers' trips (own convention)."""


@group
def travel(case: Case) -> Iterator[Sign]:
    """Yield what words show, and vehicles that come back in the texts of strangers."""
    yield from worded(case, "travel")
    yield from _vehicles(case)


def _vehicles(case: Case) -> Iterator[Sign]:
    """TR-02: one plate in the texts of several writers."""
    pages = {page.id: page for page in case.texts}
    found = case.statements[(case.statements["kind"] == "plate") & (case.statements["verdict"] != "reject")]
    columns = (found[name].tolist() for name in ("value", "document", "start", "end"))
    places: dict[str, list[tuple[str, int, int]]] = {}
    for plate, document, start, end in zip(*columns, strict=True):
        if document in pages:
            places.setdefault(plate, []).append((document, start, end))
    for plate in sorted(places):
        writers = {pages[document].author for document, _start, _end in places[plate]}
        if len(writers) >= AUTHORS:
            reason = _("{count} writers name the same vehicle").format(count=len(writers))
            for document, start, end in places[plate]:
                yield Sign("TR-02", document, start, end, 0.6, reason)
