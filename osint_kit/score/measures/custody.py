"""S3: could a court follow each key item from the site to the desk?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from osint_kit.errors import ItemError
from osint_kit.messages import N_, _
from osint_kit.model import Json, Row, sha256
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.sheet import Sheet, objects, texts

STEP = "S3"
MAXIMUM = 90.0
REASON_WILL_DO = tuple(f"BP-COL-{number}" for number in range(2, 8))
"""Data points that a capture may lack, with a reason; an address and a hash can always be taken."""


@measure
def custody(sheet: Sheet) -> StepScore:
    """Give the mean over all key items of the share of checks that its best exhibit passes; an altered one gets 0."""
    holding: dict[str, list[Row]] = {}
    for row in sheet.rows(STEP):
        for item in set(texts(row.values.get("items"))) & sheet.key.key_items:
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
    if not _recomputes(row, sheet):
        return tuple(CHECKS)
    return tuple(name for name, check in CHECKS.items() if not check(row))


def _recomputes(row: Row, sheet: Sheet) -> bool:
    """Serve the address again as it was then, and compare."""
    served = _time(row.values.get("served_at"))
    if served is None:
        return False
    try:
        return sha256(sheet.fetch_at(str(row.values.get("url", "")), served)) == row.values.get("digest")
    except ItemError:
        return False


def _field(name: str) -> Callable[[Row], bool]:
    def check(row: Row) -> bool:
        fields = row.values.get("fields")
        value = fields.get(name) if isinstance(fields, dict) else None
        if isinstance(value, dict):
            return name in REASON_WILL_DO and bool(str(value.get("reason") or "").strip())
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
    return bool(listed) and all(_time(each.get("at")) and each.get("by") and each.get("action") for each in listed)


def _in_order(row: Row) -> bool:
    """Retrieved, then handed on; each custodian's own times ascend, whatever another member did meanwhile."""
    handler, start = row.values.get("handler"), _time(row.values.get("retrieved_at"))
    if start is None:
        return False
    chains: dict[str, list[datetime]] = {str(handler): [start]}
    for each in _list(row, "transfers"):
        at = _time(each.get("at"))
        if at is None:
            return False
        chains.setdefault(str(each.get("by")), []).append(at)
    return all(times == sorted(times) for times in chains.values())


def _working_copy(row: Row) -> bool:
    copies = _list(row, "working_copies")
    return bool(copies) and all(each.get("document") and each.get("parent") in row.ids for each in copies)


def _list(row: Row, name: str) -> tuple[dict[str, Json], ...]:
    return objects(row.values.get(name))


def _time(value: Json) -> datetime | None:
    try:
        time = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return time if time is not None and time.tzinfo is not None else None


CHECKS: dict[str, Callable[[Row], bool]] = {
    **{f"BP-COL-{number}": _field(f"BP-COL-{number}") for number in range(1, 9)},
    N_("item id"): lambda row: bool(row.ids and row.ids[0]),
    N_("handler"): lambda row: bool(str(row.values.get("handler") or "").strip()),
    N_("transfers with their times"): _transfers,
    N_("times in order"): _in_order,
    N_("working copy with its parent"): _working_copy,
}
"""Name of each check → the check; that the hash recomputes comes before all of them."""
