"""Links, each with the words that carry it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from osint_kit.messages import _
from osint_kit.report.evidence import Evidence
from osint_kit.report.html import join, more, paragraph, quote, table
from osint_kit.report.sections import Block, ReportInput, section

SHOWN, QUOTED, FOLDED = 120, 2, 8


@section
def links(given: ReportInput) -> Block | None:
    """Decided links, then the strongest proposals, with quotations."""
    rows = given.links.to_dict("records")
    if not rows:
        return None
    rows.sort(key=lambda row: (not row["decided"], -row["score"], row["id"]))
    labels = dict(zip(given.entities["id"], given.entities["caption"], strict=True))
    evidence = Evidence(given)
    columns = [_("Ref"), _("Link"), _("Type"), _("When and how much"), _("Decided"), _("Evidence")]
    cells = [_row({str(key): value for key, value in row.items()}, labels, evidence) for row in rows[:SHOWN]]
    body = table(_("Links and what carries them"), columns, cells)
    if len(rows) > SHOWN:
        body += paragraph(_("{count} more stand in the case.").format(count=len(rows) - SHOWN), "note")
    return Block(60, "links", _("Links and evidence"), body)


def _row(row: Mapping[str, Any], labels: Mapping[str, str], evidence: Evidence) -> list[object]:
    source, target = (labels.get(row[side], row[side][:8]) for side in ("source", "target"))
    when = " – ".join(dict.fromkeys(filter(None, (row["first"][:10], row["last"][:10]))))
    arrow = Markup("<bdi>{}</bdi> {} <bdi>{}</bdi>").format(source, "→" if row["directed"] else "—", target)
    decided = _("yes: {reason}") if row["decided"] else _("proposed: {reason}")
    return [
        row["ref"],
        arrow,
        row["type"],
        " · ".join(filter(None, (when, f"×{row['count']}", row["amount"]))),
        decided.format(reason=row["reason"]),
        _quotes(evidence, row["statements"]),
    ]


def _quotes(evidence: Evidence, statements: tuple[str, ...]) -> Markup:
    found = evidence.quotes(statements[: 4 * (QUOTED + FOLDED)])
    first = join(quote(each) for each in found[:QUOTED])
    rest = found[QUOTED : QUOTED + FOLDED]
    return first + more(_("{count} more").format(count=len(rest)), join(map(quote, rest))) if rest else first
