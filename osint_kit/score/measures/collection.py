"""S2: were the key items collected, and little else?"""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.messages import _
from osint_kit.model import Outcome, Row
from osint_kit.score.f1 import Counts
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.sheet import Sheet, file_of, texts

STEP = "S2"
MAXIMUM = 100.0


@measure
def collection(sheet: Sheet) -> StepScore:
    """Give the F1 of the items on captured exhibits against the key items; rows of partner tables do not count.

    Nor does a needless message in a file: a file is collected whole.
    """
    wanted = sheet.key.key_items
    collected = {
        item: _pointer(row)
        for row in reversed(sheet.rows(STEP))
        if row.values.get("outcome") == Outcome.CAPTURED.value
        for item in _shown(row, sheet)
    }
    counts = Counts(len(wanted & set(collected)), len(set(collected) - wanted), len(wanted - set(collected)))
    facts = {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1, "collected": len(collected)}
    return StepScore.of(STEP, MAXIMUM, _explain(counts.unit(MAXIMUM), collected, wanted), facts)


def _explain(unit: float, collected: dict[str, str], wanted: frozenset[str]) -> Iterator[Explanation]:
    for item in sorted(wanted | set(collected)):
        if item not in collected:
            yield Explanation(STEP, _("key item not collected"), item, -unit)
        elif item in wanted:
            yield Explanation(STEP, _("key item collected with {url}").format(url=collected[item]), item, 2 * unit)
        else:
            yield Explanation(STEP, _("not needed, collected with {url}").format(url=collected[item]), item, -unit)


def _shown(row: Row, sheet: Sheet) -> frozenset[str]:
    """The items that the page shows, served again as it was then; one that matters must be listed by the row too."""
    page = sheet.page(row)
    if page is None or page.digest != row.values.get("digest"):
        return frozenset()
    listed = frozenset(texts(row.values.get("items")))
    shown = page.items & (sheet.key.key_items & listed | (sheet.key.known_items - sheet.key.key_items))
    return frozenset(item for item in shown if item in sheet.key.key_items or file_of(item) == item)


def _pointer(row: Row) -> str:
    return str(row.values.get("url", ""))
