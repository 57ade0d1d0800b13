"""What each finding says of each hypothesis: the project's own reading, not doctrine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

MARKS = ("II", "I", "N", "C", "CC")
"""From very inconsistent to very consistent."""
VALUE = MappingProxyType({mark: place - 2 for place, mark in enumerate(MARKS)})

_PAPERS = "C C N II II N"
_EXPLOITED = "N I CC II II N"
_POOLED = "CC I N I II I"
_GATHERED = "C N N I I I"
_FRONT = "CC I N I I I"

READ: Mapping[str, str] = MappingProxyType(
    {
        "ON-01": "C C N N II N",
        "ON-02": "C C N N I N",
        "ON-03": "C C N I N N",
        "ON-04": "C C N I I C",
        "ON-05": _PAPERS,
        "ON-06": "C C I N N I",
        "ON-07": "N C N I I N",
        "ON-08": "CC N I I II N",
        "ON-09": "C N CC II II N",
        "ON-10": "N N CC I I N",
        "TR-01": "C C N I I N",
        "TR-02": "CC I N N I N",
        "TR-03": "C N N N I N",
        "TR-04": "C C C II I N",
        **dict.fromkeys(("DO-01", "DO-02", "DO-03", "DO-04"), _PAPERS),
        **dict.fromkeys(("EX-01", "EX-02", "EX-03", "EX-04", "EX-05"), _EXPLOITED),
        **dict.fromkeys(("EX-06", "EX-07"), "N N C I N N"),
        **dict.fromkeys(("FI-01", "FI-02", "FI-05", "FI-09", "FI-10", "FI-11", "FI-12", "FI-19"), _GATHERED),
        **dict.fromkeys(("FI-13", "FI-14", "TY-HOLD", "TY-SETTLE"), _POOLED),
        **dict.fromkeys(("FI-15", "FI-17", "FI-18", "FI-20"), _FRONT),
        "FI-16": "C N N N I N",
        **dict.fromkeys(("FT-01", "FT-02", "FT-03", "FT-04", "FT-05"), _EXPLOITED),
        **dict.fromkeys(("TY-FANIN", "TY-FANOUT"), "C N N N I N"),
        **dict.fromkeys(("TY-GS", "TY-SG", "TY-CYC", "TY-STK"), _GATHERED),
    }
)
"""Indicator or typology → marks for H1 … H6."""


def marks(names: Iterable[str]) -> tuple[str, ...]:
    """The marks of a document in which these findings fire: the strongest for each hypothesis, doubt before support.

    >>> marks(["ON-01"])
    ('C', 'C', 'N', 'N', 'II', 'N')
    """
    read = [READ[name].split() for name in names if name in READ]
    columns = zip(*read, strict=True) if read else ()
    return tuple(max(column, key=lambda mark: (abs(VALUE[mark]), -VALUE[mark])) for column in columns)


def diagnosticity(row: Iterable[str]) -> float:
    """How far apart a document's marks lie, 0..1; what fits every hypothesis alike tells nothing.

    >>> diagnosticity(["C", "C", "C"]), diagnosticity(["CC", "N", "II"])
    (0.0, 1.0)
    """
    values = [VALUE[mark] for mark in row]
    return (max(values) - min(values)) / 4 if values else 0.0
