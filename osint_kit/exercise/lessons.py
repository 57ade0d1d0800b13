"""What a team did best, what cost it most, and the words that show it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from osint_kit.messages import _
from osint_kit.report.html import Quote, join, paragraph, quote
from osint_kit.score import Explanation

SHOWN = 3
AROUND = 120
"""Letters shown before and after the words that matter."""

_STRETCH = re.compile(r"(?P<item>.*)#char=(?P<start>\d+),(?P<end>\d+)")


def best(explanations: Iterable[Explanation]) -> tuple[Explanation, ...]:
    """The single things that earned most."""
    earned = (each for each in explanations if each.points > 0)
    return tuple(sorted(earned, key=lambda each: (-each.points, each.step, each.pointer))[:SHOWN])


def costliest(explanations: Iterable[Explanation]) -> tuple[Explanation, ...]:
    """The single things that cost most."""
    lost = (each for each in explanations if each.points < 0)
    return tuple(sorted(lost, key=lambda each: (each.points, each.step, each.pointer))[:SHOWN])


def told(chosen: Iterable[Explanation], texts: Mapping[str, str]) -> Markup:
    """Each of them with its words."""
    return join(_one(each, texts) for each in chosen) or paragraph(_("None."), "note")


def _one(each: Explanation, texts: Mapping[str, str]) -> Markup:
    line = _("{step}: {what} ({points:+.1f} points)").format(step=each.step, what=each.what, points=each.points)
    return join([paragraph(line), evidence(each.pointer, texts)])


def evidence(pointer: str, texts: Mapping[str, str]) -> Markup:
    """The words at an item's address or a stretch of it; the pointer itself where it leads to no text."""
    found = _STRETCH.fullmatch(pointer)
    item = found["item"] if found else pointer
    text = texts.get(item)
    if text is None:
        return paragraph(pointer, "note")
    start, end = (int(found["start"]), int(found["end"])) if found else (0, min(len(text), AROUND))
    return quote(Quote(text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND], item, pointer))
