"""The time line as SVG: one lane a kind of event, months from left to right, numbers that a table explains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from markupsafe import Markup

from osint_kit.messages import _
from osint_kit.report.html import fill, join
from osint_kit.report.sections import ReportInput

WIDTH, LEFT, RIGHT, TOP, LANE, RADIUS = 1600, 230, 1560, 70, 96, 17
SHOWN = 60
"""So many events an exercise counts at most."""
_LABEL = 70
"""Room that the name of a month takes."""

STACK = 3
"""Rows of markers in a lane before they may touch."""

_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{ width }} {{ height }}" role="img" \
 aria-label="{{ title }}" font-family="system-ui, 'Segoe UI', 'Noto Sans', sans-serif" font-size="21">
<title>{{ title }}</title>
{{ body }}
</svg>"""
_MONTH = """<line x1="{{ x }}" y1="{{ top }}" x2="{{ x }}" y2="{{ bottom }}" stroke="#d5dce3" stroke-width="2"/>
<text x="{{ x + 6 }}" y="{{ top - 14 }}" fill="#52606d">{{ text }}</text>
"""
_NAME = """<text x="{{ x }}" y="{{ y }}" text-anchor="end" font-weight="600" fill="#17212b">{{ text }}</text>
<line x1="{{ x + 12 }}" y1="{{ base }}" x2="{{ right }}" y2="{{ base }}" stroke="#17212b" stroke-opacity=".25"/>
"""
_DOT = """<g><title>{{ title }}</title>{% if span > 2 %}<line x1="{{ x }}" y1="{{ y }}" x2="{{ x + span }}"\
 y2="{{ y }}" stroke="#0072b2" stroke-width="7" stroke-opacity=".45"/>{% endif %}\
<circle cx="{{ x }}" cy="{{ y }}" r="{{ r }}" fill="{{ fill }}" stroke="#0072b2" stroke-width="3"\
{% if dashed %} stroke-dasharray="5 4"{% endif %}/>\
<text x="{{ x }}" y="{{ y + 6 }}" text-anchor="middle" font-size="17" fill="{{ ink }}">{{ number }}</text></g>
"""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event in the picture."""

    kind: str
    at: datetime
    until: datetime
    label: str
    decided: bool


Row: TypeAlias = "tuple[Mapping[Any, Any], Happening]"


def chosen(given: ReportInput, count: int = SHOWN) -> list[Row]:
    """Rows of EVENTS and what is drawn of them: decided ones, then the surest proposals, in the order of time."""
    decided = [(row, True) for row in given.rows("events", decided=True)]
    rest = sorted(given.rows("events", decided=False), key=lambda row: (-row["score"], row["at"], row["id"]))
    rows = [*decided, *((row, False) for row in rest)][:count]
    events = [(row, _happening(row, decided=is_decided)) for row, is_decided in rows]
    return sorted(events, key=lambda each: (each[1].at, str(each[0]["id"])))


def picture(given: ReportInput) -> Markup:
    """The time line of a case; empty where it has no events."""
    rows = chosen(given)
    return draw([event for _row, event in rows]) if rows else Markup("")


def _happening(row: Mapping[Any, Any], *, decided: bool) -> Happening:
    at = datetime.fromisoformat(row["at"])
    until = datetime.fromisoformat(row["until"]) if row["until"] else at
    return Happening(row["kind"], at, max(at, until), row["label"], decided)


def draw(events: Sequence[Happening]) -> Markup:
    """Draw events, numbered in the order given; the same events give the same picture."""
    lanes = sorted({each.kind for each in events})
    bottom = TOP + LANE * len(lanes)
    scale = _Scale(min(each.at for each in events).date(), max(each.until for each in events).date())
    parts = [*_months(scale, bottom), *_lanes(lanes), *_dots(events, lanes, scale)]
    title = _("Time line of {count} events").format(count=len(events))
    return fill(_SVG, width=WIDTH, height=bottom + 20, title=title, body=join(parts))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def x(self, day: date) -> int:
        span = max(1, (self.last - self.first).days)
        return LEFT + round((RIGHT - LEFT) * (day - self.first).days / span)


def _months(scale: _Scale, bottom: int) -> Iterator[Markup]:
    day = scale.first.replace(day=1)
    if (scale.last - day).days > 900:  # noqa: PLR2004 - years rather than months
        day, step = date(scale.first.year, 1, 1), 366
    else:
        step = 31
    while day <= scale.last:
        if day >= scale.first and scale.x(day) <= RIGHT - _LABEL:
            text = str(day.year) if step > 31 else f"{day:%m.%Y}"  # noqa: PLR2004 - days of a month
            yield fill(_MONTH, x=scale.x(day), top=TOP - 10, bottom=bottom, text=text)
        day = (day + timedelta(days=step)).replace(day=1)


def _lanes(lanes: Sequence[str]) -> Iterator[Markup]:
    for at, name in enumerate(lanes):
        base = TOP + LANE * (at + 1) - 16
        yield fill(_NAME, x=LEFT - 30, y=base - 30, base=base, right=RIGHT, text=_(name))


def _dots(events: Sequence[Happening], lanes: Sequence[str], scale: _Scale) -> Iterator[Markup]:
    """Markers that would touch stand one above the other."""
    taken: dict[tuple[str, int], int] = {}
    for number, each in enumerate(events, start=1):
        x = scale.x(each.at.date())
        row = next((row for row in range(STACK) if x - taken.get((each.kind, row), -WIDTH) >= 2 * RADIUS), 0)
        taken[each.kind, row] = x
        y = TOP + LANE * (lanes.index(each.kind) + 1) - 34 - row * 24
        yield fill(
            _DOT,
            x=x,
            y=y,
            r=RADIUS - 2,
            span=scale.x(each.until.date()) - x,
            number=number,
            title=f"{each.at:%Y-%m-%d} {each.label}",
            fill="#0072b2" if each.decided else "#fff",
            ink="#fff" if each.decided else "#17212b",
            dashed=not each.decided,
        )
