"""Cells of worksheets: how a value is written in one, and what a cell of a judgement may hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from osint_kit.errors import RunError
from osint_kit.knowledge import doctrine
from osint_kit.messages import _
from osint_kit.model import Confidence


def require(name: str, value: str) -> None:
    """Refuse a cell that is not what its column holds; an empty one is another matter.

    Raises:
        RunError: the cell holds something else.
    """
    if value and name in _CELLS and not _CELLS[name][0](value):
        raise RunError.expected(_CELLS[name][1](), found=repr(value), where=name)


def written(value: object) -> str:
    """A value of a frame as a cell holds it: several ids apart by spaces, figures with three digits that count."""
    if isinstance(value, tuple | list):
        return " ".join(map(str, value))
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda value: re.fullmatch(pattern, value) is not None


def _instant(value: str) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _probability(value: str) -> bool:
    try:
        return 0 <= float(value) <= 1
    except ValueError:
        return False


def _role(value: str) -> bool:
    return value == "NONE" or (
        value.startswith(("RO-", "PE-")) and any(record.id == value for record in doctrine.load())
    )


_MARK = (_matches("CC|C|N|I|II"), lambda: _("CC, C, N, I or II"))
_CELLS: dict[str, tuple[Callable[[str], bool], Callable[[], str]]] = {
    "at": (_instant, lambda: _("a time with its zone, as 2031-06-14T05:30:00+05:00")),
    "until": (_instant, lambda: _("a time with its zone, as 2031-06-14T05:30:00+05:00")),
    "typology": (_matches("TY-[A-Z]+"), lambda: _("a typology, as TY-HOLD")),
    "indicator": (_matches(r"(FI|FT|ON|TR|DO|EX)-\d\d"), lambda: _("an indicator, as FI-14")),
    "role": (_role, lambda: _("a role, as RO-TRA, PE-MIG, NONE")),
    "element": (lambda value: value in doctrine.element_ids(), lambda: _("an element of law, as SOM-1")),
    "hypothesis": (_matches("H[1-6]"), lambda: _("a hypothesis, H1 to H6")),
    "probability": (_probability, lambda: _("a probability from 0 to 1")),
    "term": (_matches("EP-[1-7]"), lambda: _("a term of the scale, EP-1 to EP-7")),
    "confidence": (lambda value: value in set(Confidence), lambda: _("low, moderate or high")),
    **{f"H{number}": _MARK for number in range(1, 7)},
}
