"""S9: which payments follow which pattern, and which items are signs of it?"""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.messages import _
from osint_kit.model import Row
from osint_kit.score.evidence import cited
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.sets import Compared, Named, compare
from osint_kit.score.sheet import Sheet, texts

STEP = "S9"
MEMBERS, SIGNS = 60.0, 30.0


@measure
def money(sheet: Sheet) -> StepScore:
    """Give 60 points for the macro F1 of each typology's payments, 30 for the F1 of indicators with their items.

    A typology that is not there counts as 0 in the mean. A row counts with words cited from one of its own payments;
    an indicator with words cited from its item.
    """
    rows = sheet.rows(STEP)
    found = _typologies(sheet, rows)
    signs = compare(_true_signs(sheet), _said_signs(sheet, rows))
    facts = {f"f1_{kind}": each.counts.f1 for kind, each in found.items()}
    facts |= {"indicator_precision": signs.counts.precision, "indicator_recall": signs.counts.recall}
    explained = [*_explain(found), *signs.explain(STEP, SIGNS, _("indicator"))]
    return StepScore.of(STEP, MEMBERS + SIGNS, explained, facts)


def _typologies(sheet: Sheet, rows: tuple[Row, ...]) -> dict[str, Compared]:
    true: dict[str, dict[str, str]] = {}
    for each in sheet.key.typologies:
        true.setdefault(each.typology, {}).update({item: item for item in each.transfers})
    said: dict[str, dict[str, str]] = {}
    for row in rows:
        kind, members = row.values.get("typology"), texts(row.values.get("members"))
        if isinstance(kind, str) and cited(sheet, row) & set(members):
            said.setdefault(kind, {}).update({item: item for item in members})
    return {kind: compare(true.get(kind, {}), said.get(kind, {})) for kind in sorted({*true, *said})}


def _explain(found: dict[str, Compared]) -> Iterator[Explanation]:
    if not found:
        yield Explanation(STEP, _("the key has no typology"), STEP, -MEMBERS)
    for kind, each in found.items():
        label = _("payment of {typology}").format(typology=kind)
        yield from each.explain(STEP, MEMBERS / len(found), label)


def _true_signs(sheet: Sheet) -> Named:
    return {_sign(each.indicator, each.item): each.item for each in sheet.key.indicators}


def _said_signs(sheet: Sheet, rows: tuple[Row, ...]) -> Named:
    listed = ((row, str(row.values.get("item"))) for row in rows if "indicator" in row.values)
    return {_sign(str(row.values["indicator"]), item): item for row, item in listed if item in cited(sheet, row)}


def _sign(indicator: str, item: str) -> str:
    return f"{indicator} {item}"
