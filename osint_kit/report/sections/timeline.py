"""The time line: a picture, and what its numbers stand for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from osint_kit.messages import _
from osint_kit.report.chronology import Happening, draw
from osint_kit.report.evidence import Evidence
from osint_kit.report.html import fill, join, quote, table
from osint_kit.report.sections import Block, ReportInput, section

SHOWN, QUOTED = 40, 1
_FIGURE = """<figure>{{ drawing }}<figcaption>{{ caption }}</figcaption></figure>
"""


@section
def timeline(given: ReportInput) -> Block | None:
    """Decided events, then the surest proposals, in the order of time."""
    rows = _chosen(given)
    if not rows:
        return None
    events = [_happening(row, decided=decided) for row, decided in rows]
    caption = _("Filled: decided by the team. Dashed: only proposed. The numbers are explained below.")
    evidence = Evidence(given)
    cells = [
        [str(number), f"{event.at:%Y-%m-%d %H:%M}", event.kind, event.label, _quotes(evidence, row["statements"])]
        for number, (event, (row, _decided)) in enumerate(zip(events, rows, strict=True), start=1)
    ]
    columns = [_("Number"), _("When"), _("Kind"), _("What"), _("Evidence")]
    body = [fill(_FIGURE, drawing=draw(events), caption=caption), table(_("Events in order"), columns, cells)]
    return Block(45, "timeline", _("Time line"), join(body))


def _chosen(given: ReportInput) -> list[tuple[Mapping[Any, Any], bool]]:
    decided = [(row, True) for row in given.rows("events", decided=True)]
    rest = sorted(given.rows("events", decided=False), key=lambda row: (-row["score"], row["at"], row["id"]))
    chosen = [*decided, *((row, False) for row in rest)][:SHOWN]
    return sorted(chosen, key=lambda each: (each[0]["at"][:16], each[0]["id"]))


def _happening(row: Mapping[Any, Any], *, decided: bool) -> Happening:
    at = datetime.fromisoformat(row["at"])
    until = datetime.fromisoformat(row["until"]) if row["until"] else at
    return Happening(row["kind"], at, max(at, until), row["label"], decided)


def _quotes(evidence: Evidence, statements: tuple[str, ...]) -> object:
    return join(quote(each) for each in evidence.quotes(statements[:4])[:QUOTED])
