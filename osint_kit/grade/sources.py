"""Reliability of a source: the share of its judged items that turned out right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from osint_kit.grade.information import Credibility
from osint_kit.grade.items import Item
from osint_kit.messages import _

ENOUGH, CHECKED = 5, 3
"""Items, and items that could be checked, below which a source is F: a new source is not a bad one."""

LETTERS = (("A", 0.95), ("B", 0.80), ("C", 0.60), ("D", 0.35), ("E", 0.0))

_RIGHT, _WRONG = frozenset("12"), frozenset("45")


@dataclass(frozen=True, slots=True)
class Reliability:
    """A letter with its basis."""

    letter: str
    score: float
    reason: str


def reliabilities(items: Sequence[Item], judged: Mapping[str, Credibility]) -> dict[str, Reliability]:
    """Grade each source by its record in this case."""
    digits: dict[str, list[str]] = {}
    for item in items:
        one = judged[item.item]
        digits.setdefault(item.source, []).append(one.digit if one.checked else "")
    return {source: _reliability(each) for source, each in digits.items()}


def letter(share: float) -> str:
    """Letter of a share of right items.

    >>> [letter(share) for share in (1.0, 0.9, 0.6, 0.5, 0.1)]
    ['A', 'B', 'C', 'D', 'E']
    """
    return next(name for name, least in LETTERS if share >= least)


def _reliability(digits: Sequence[str]) -> Reliability:
    right, wrong = sum(d in _RIGHT for d in digits), sum(d in _WRONG for d in digits)
    judged = right + wrong
    if len(digits) < ENOUGH or judged < CHECKED:
        text = _("only {judged} of {total} items can be checked against others: no basis to judge the source")
        return Reliability("F", 0.7, text.format(judged=judged, total=len(digits)))
    text = _("{right} of {judged} items that can be checked hold").format(right=right, judged=judged)
    return Reliability(letter(right / judged), 0.6, text)
