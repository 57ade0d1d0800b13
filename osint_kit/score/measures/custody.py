"""S3: could a court follow each key item from the site to the desk?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from osint_kit.messages import N_, _
from osint_kit.model import Json, Row, sha256
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.sheet import Sheet, moment, objects, texts

STEP = "S3"
MAXIMUM = 90.0
REASON_WILL_DO = frozenset(f"BP-COL-{number}" for number in range(3, 7))
"""Data points that a capture may lack, with a reason; address, collector and hash can always be taken."""

SOURCE, EMPTY = "BP-COL-2", sha256(b"")
"""The page's source: lacking, with a reason, only where nothing was served."""


@measure
def custody(sheet: Sheet) -> StepScore:
    """Give the mean over all key items of the share of checks that its best exhibit passes; an altered one gets 0.

    An exhibit holds an item that it lists and that its page, served again as it was then, shows.
    """
    holding: dict[str, list[Row]] = {}
    for row in sheet.rows(STEP):
        page = sheet.page(row)
        shown = page.items & set(texts(row.values.get("items"))) if page else frozenset()
        for item in shown & sheet.key.key_items:
            holding.setdefault(item, []).append(row)
    failed = {id(row): _failed(row, sheet) for rows in holding.values() for row in rows}
    wanted = sorted(sheet.key.key_items)
    each = MAXIMUM / (len(wanted) or 1)
    explained = [
        line
        for item in wanted
        for line in _explain(item, min((failed[id(row)] for row in holding.get(item, [])), key=len, default=None), each)
    ]
    return StepScore.of(STEP, MAXIMUM, explained, {"items": len(holding), "of": len(wanted)})


def _explain(item: str, failed: tuple[str, ...] | None, each: float) -> Iterator[Explanation]:
    if failed is None:
        yield Explanation(STEP, _("key item not in the evidence store"), item, -each)
        return
    lost = each * len(failed) / len(CHECKS)
    if failed:
        yield Explanation(STEP, _("not shown: {what}").format(what=", ".join(map(_, failed))), item, -lost)
    if len(failed) < len(CHECKS):
        yield Explanation(STEP, _("chain of custody followed"), item, each - lost)


def _failed(row: Row, sheet: Sheet) -> tuple[str, ...]:
    """Names of the checks that fail; all of them when the sealed copy is not what the site served."""
    page = sheet.page(row)
    if page is None or page.digest != row.values.get("digest"):
        return tuple(CHECKS)
    return tuple(name for name, check in CHECKS.items() if not check(row))


def _field(name: str) -> Callable[[Row], bool]:
    def check(row: Row) -> bool:
        fields = row.values.get("fields")
        value = fields.get(name) if isinstance(fields, dict) else None
        if isinstance(value, dict):
            excused = name in REASON_WILL_DO or (name == SOURCE and row.values.get("digest") == EMPTY)
            return excused and bool(str(value.get("reason") or "").strip())
        return isinstance(value, str) and bool(value.strip()) and _VALID.get(name, _anything)(row, value)

    return check


def _anything(_row: Row, _value: str) -> bool:
    return True


_VALID: dict[str, Callable[[Row, str], bool]] = {
    "BP-COL-1": lambda row, value: value == row.values.get("url") and bool(urlsplit(value).hostname),
    "BP-COL-8": lambda row, value: value == row.values.get("digest"),
}


def _transfers(row: Row) -> bool:
    listed = objects(row.values.get("transfers"))
    return bool(listed) and all(moment(each.get("at")) and each.get("by") and each.get("action") for each in listed)


def _in_order(row: Row) -> bool:
    """Retrieved, then handed on; each custodian's own times ascend, whatever another member did meanwhile."""
    handler, start = row.values.get("handler"), moment(row.values.get("retrieved_at"))
    if start is None:
        return False
    chains: dict[str, list[datetime]] = {str(handler): [start]}
    for each in _list(row, "transfers"):
        at = moment(each.get("at"))
        if at is None:
            return False
        chains.setdefault(str(each.get("by")), []).append(at)
    return all(times == sorted(times) for times in chains.values())


def _working_copy(row: Row) -> bool:
    copies = _list(row, "working_copies")
    return bool(copies) and all(each.get("document") and each.get("parent") in row.ids for each in copies)


def _list(row: Row, name: str) -> tuple[dict[str, Json], ...]:
    return objects(row.values.get(name))


CHECKS: dict[str, Callable[[Row], bool]] = {
    **{f"BP-COL-{number}": _field(f"BP-COL-{number}") for number in range(1, 9)},
    N_("item id"): lambda row: bool(row.ids and row.ids[0]),
    N_("handler"): lambda row: bool(str(row.values.get("handler") or "").strip()),
    N_("transfers with their times"): _transfers,
    N_("times in order"): _in_order,
    N_("working copy with its parent"): _working_copy,
}
"""Name of each check → the check; that the hash recomputes comes before all of them."""
