"""Calendar days, months of a year and ranges of days, of four calendars in ten languages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from osint_kit.extract import day_forms, days
from osint_kit.extract.day_forms import Reading
from osint_kit.extract.phrasing import Piece, roles, stands, window
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge import calendars
from osint_kit.knowledge.regions import Profile

_LAST = re.compile(r"(?:(§)|([^\W\d_]+(?: no)?))[ :.,]*$")
_MARKED = re.compile(r"[№#] ?$")
_KINDS = {"date": (70, 0.95), "partial_date": (60, 0.9), "date_range": (78, 0.9), "": (70, 1.0)}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line, what it is and says."""

    start: int
    end: int
    kind: str
    value: str
    rule: str


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Days, months and ranges of which the candidate is a part."""
    if candidate.rule == "term" and not stands(days.lexicon(), scene.rest(candidate.end)):
        return
    first, last = window(scene.lower, candidate.start, candidate.end)
    place = candidate.start - first
    for span in spans(scene.lower[first:last], scene.language, scene.year):
        if span.start <= place < span.end and not _verb(span, candidate, scene):
            rank, score = _KINDS[span.kind]
            yield Found(first + span.start, first + span.end, span.kind, span.value, score, span.rule, rank)


def _verb(span: Span, candidate: Candidate, scene: Scene) -> bool:
    """English `may` and `march` written small are verbs, unless more is said."""
    alone = span.rule in ("gregorian: day month", "gregorian: month day")
    return alone and scene.language == "en" and candidate.text in ("may", "march")


@lru_cache(maxsize=4096)
def spans(line: str, language: str, year: int) -> tuple[Span, ...]:
    """Days, months and ranges in a stretch of folded lower-case text."""
    pieces = days.pieces(line)
    shape = roles(pieces)
    taken = [False] * len(pieces)
    found = []
    for start, end in day_forms.ranges(pieces, shape, language):
        if not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            found.append(Span(pieces[start].start, pieces[end - 1].end, "date_range", "", "range"))
    for reading in day_forms.readings(pieces, shape, language):
        span = _span(reading, pieces, line, year)
        if span is not None and not any(taken[reading.first : reading.last + 1]):
            taken[reading.first : reading.last + 1] = [True] * (reading.last + 1 - reading.first)
            found.append(span)
    return tuple(found)


def _span(reading: Reading, pieces: list[Piece], line: str, year: int) -> Span | None:
    start, end = pieces[reading.first].start, pieces[reading.last].end
    before, day = line[max(0, start - 24) : start], reading.day
    rule = f"{day.calendar}: {reading.form}"
    if not _stands(reading, pieces, before, line[end : end + 12]):
        return None
    if reading.form in _DIGITAL and (_MARKED.search(before) or _said(before, "before_other")):
        return Span(start, end, "", "", "not a date")
    if not day.day:
        return Span(start, end, "partial_date", "", rule)
    if not day.year and not year:
        return Span(start, end, "partial_date", "", rule) if day.possible() else None
    value = day.iso(year)
    return Span(start, end, "date" if value else "", value, rule)


_DIGITAL = {"numeric", "short numeric", "numeric month"}


def _stands(reading: Reading, pieces: list[Piece], before: str, after: str) -> bool:
    """Whether what is about a reading leaves it: no longer number, no sum of money in place of the year."""
    if reading.form in _DIGITAL:
        if re.search(r"[0-9][.,/:-]?$|[/№_=-]$|[a-z]$", before) or re.match(r"[./:-][0-9]|[%°_=]", after):
            return False
        if not _glued(after):
            return False
        if not reading.firm:
            return _said(before, "before_day") and not _said(before, "before_phone")
    follows = pieces[reading.last + 1].role if reading.last + 1 < len(pieces) else ""
    return not (follows == "$" and pieces[reading.last].role in "yM")


def _said(before: str, use: str) -> bool:
    """Whether the last word before a place is one of these."""
    last = _LAST.search(before)
    return last is not None and (last[1] or last[2]) in calendars.words()[use]


def _glued(after: str) -> bool:
    """Whether the letters just after a day in digits are an ending, a word for year, or the `T` of a time."""
    letters = re.match(r"[^\W\d_]*", after)
    rest = letters.group() if letters else ""
    if not rest or rest >= "\u0600" or rest in days.lexicon().endings:
        return True
    return rest in ("t", "z", "го") or days.lexicon().phrases.get(rest, ("x", None))[0] in "YGSIK"


def _terms(_profiles: tuple[Profile, ...]) -> Mapping[str, str]:
    return dict.fromkeys(calendars.variants((*calendars.months(), *calendars.words()["season"])), "")


selectors.add(
    __name__,
    Selector(
        {
            "numeric": r"[0-9]{1,4} ?[./-] ?[0-9]{1,2} ?[./-] ?[0-9]{1,4}",
            "short numeric": r"[0-9]{1,2}[./][0-9]{2,4}",
            "numbered": r"[0-9] ?(?:برج|شهر|ی مانگی|مانگی)",
        },
        check,
        whole_words=False,
        terms=_terms,
        kinds=("date", "partial_date", "date_range"),
    ),
)
