"""How pieces of a line make days, months of a year and ranges of days, in the orders of every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from osint_kit.extract.days import Day, Number
from osint_kit.extract.phrasing import Piece
from osint_kit.knowledge import calendars
from osint_kit.knowledge.calendars import Month

_ERAS = {"G": "gregorian", "S": "solar", "I": "islamic", "K": "kurdish"}
_DAYS, _MONTHS, _YEAR_DIGITS = 31, 12, 4
_SEP = r"[-./,foC']{0,3}"
_ERA = r"(?:\.?[YGSIK])*"
_Y = rf"Y?(?P<y>y)(?P<e>-?{_ERA})"
_FORMS = tuple(
    (name, re.compile(form))
    for name, form in (
        ("day month year", rf"(?P<d>d){_SEP}(?P<m>m){_SEP}{_Y}"),
        ("year month day", rf"{_Y}[.fo,'-]{{0,3}}(?P<m>m){_SEP}(?P<d>d)"),
        ("year day month", rf"{_Y}[.fo,'-]{{0,3}}(?P<d>d){_SEP}(?P<m>m)"),
        ("month day year", rf"(?P<m>m)[-.fo]{{0,2}}(?P<d>d)[-/,f]{{0,2}}{_Y}"),
        ("day month short year", rf"(?P<d>d)[-.]?(?P<m>m)(?P<short>[-'.]{{0,2}})(?P<y>[dt])(?P<e>{_ERA})"),
        ("day of a numbered month", rf"(?P<d>d)f?(?P<b>b)(?P<n>d)(?:[-/,f]{{0,2}}{_Y})?"),
        ("numeric", rf"(?P<D>D)(?P<e>{_ERA})"),
        ("month year", rf"p?(?P<m>m){_SEP}{_Y}"),
        ("year month", rf"{_Y}[.fo,'-]{{0,3}}(?P<m>m)o?"),
        ("day month", r"(?P<d>d)[-./foC']{0,3}(?P<m>m)"),
        ("month day", r"(?P<m>m)[-.fo]{0,2}(?P<d>d)"),
        ("short numeric", r"(?P<q>q)"),
        ("numeric month", r"(?P<M>M)"),
        ("season", rf"(?P<s>s)f?{_Y}"),
        ("part of a month", r"p(?P<m>m)|(?P<m2>m)f*p|o(?P<m3>m)|(?P<m4>m)o"),
    )
)
_YEAR_HINT = r"(?:[-.,f]{0,2}Y?y-?(?:[YGSIK])*)?"
_ONE = rf"(?:(?:yY?[-f,]{{0,2}})?d[-.f/]{{0,2}}m{_YEAR_HINT}|m[.f]?d(?:,?f?y)?|D[GSIKY]{{0,2}}|q)"
RANGES = tuple(
    re.compile(form)
    for form in (
        rf"C?(?:{_ONE}|d)[,.f]{{0,2}}(?:-|c|-?c|(?<=c))[Cc]?f*{_ONE}c?",
        rf"C(?:{_ONE}|d)&{_ONE}",
        rf"(?:yY?[-f,]{{0,2}})?m[.f]?d(?:-|c)d{_YEAR_HINT}",
        rf"C?m(?:-|c)m{_YEAR_HINT}",
        rf"C?(?:{_ONE})c?[,.f]{{0,2}}(?:-|c){_ONE}",
    )
)


_NEEDS = {
    "numeric": "D",
    "short numeric": "q",
    "numeric month": "M",
    "season": "s",
    "day of a numbered month": "b",
}
"""Role without which a form cannot fit; a month for all others."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A form that fits the pieces: its first and last piece, its name, and what it says."""

    first: int
    last: int
    form: str
    day: Day
    firm: bool


def readings(pieces: Sequence[Piece], shape: str, language: str) -> Iterator[Reading]:
    """Every day or month that the pieces can be read as, fullest forms first."""
    for name, form in _FORMS:
        if _NEEDS.get(name, "m") not in shape:
            continue
        for match in form.finditer(shape):
            found = _read(name, match, pieces, language)
            if found is not None:
                day, firm = found
                yield Reading(match.start(), _last(match, pieces), name, day, firm)


def ranges(pieces: Sequence[Piece], shape: str, language: str) -> Iterator[tuple[int, int]]:
    """Stretches of pieces, end exclusive, that name two ends of a time."""
    for form in RANGES:
        for match in form.finditer(shape):
            start, end = match.span()
            while end > start and shape[end - 1] in "-.,fc":
                end -= 1
            inside = [piece for piece in pieces[start:end] if piece.role in "Dq"]
            if all(_in_range(piece, language) for piece in inside):
                yield start, end


def _in_range(piece: Piece, language: str) -> bool:
    if piece.role == "D":
        return numeric(piece.value, "", language) is not None  # type: ignore[arg-type]  # the role says what it is
    return _short({"q": piece}) is not None


def _last(match: re.Match[str], pieces: Sequence[Piece]) -> int:
    last = match.end() - 1
    while last > match.start() and pieces[last].role in "-.,f":
        last -= 1
    return last


def _read(name: str, match: re.Match[str], pieces: Sequence[Piece], language: str) -> tuple[Day, bool] | None:
    groups = {key: pieces[match.start(key)] for key, value in match.groupdict().items() if value and key != "e"}
    era = next((_ERAS[each] for each in match.groupdict().get("e") or "" if each in _ERAS), "")
    if "D" in groups:
        return numeric(groups["D"].value, era, language)  # type: ignore[arg-type]  # the role says what the value is
    if name == "season":
        return Day("gregorian", _number(groups["y"]).number, 1, 0), True
    if "q" in groups or "M" in groups:
        return _short(groups)
    if "b" in groups:
        return _numbered(groups)
    if not _sensible(name, match, groups, language):
        return None
    return _worded(groups, short="short" in name)


def _number(piece: Piece) -> Number:
    assert isinstance(piece.value, Number)
    return piece.value


def _worded(groups: dict[str, Piece], *, short: bool) -> tuple[Day, bool] | None:
    month = _month(groups)
    day = _number(groups["d"]).number if "d" in groups else 0
    year = _number(groups["y"]).number if "y" in groups else 0
    calendar = month.calendar
    if short:
        year = calendars.full_year(calendar, year)
    if calendar == "solar" and year in calendars.YEARS["kurdish"]:
        calendar = "kurdish"
    if year and year not in calendars.YEARS[calendar]:
        return None
    return Day(calendar, year, month.number, day), bool(year) or not month.weak


def _month(groups: dict[str, Piece]) -> Month:
    month = next(groups[key].value for key in ("m", "m2", "m3", "m4") if key in groups)
    assert isinstance(month, Month)
    return month


def _sensible(name: str, match: re.Match[str], groups: dict[str, Piece], language: str) -> bool:
    """Refuse what the words do not bear: a number that is glued to nothing, a weak word by itself."""
    month = _month(groups)
    ordinal = "d" in groups and _number(groups["d"]).ordinal
    if name == "day month short year":
        glued = groups["d"].end == groups["m"].start and groups["m"].end == groups["y"].start
        return glued or bool(match["e"]) or "'" in match["short"] or match["short"] == "-"
    if name == "month day":
        return ordinal or month.language in ("en", "ps")
    if name == "part of a month":
        return not month.weak or month.language == language
    return "y" in groups or ordinal or not month.doubtful(language)


def _short(groups: dict[str, Piece]) -> tuple[Day, bool] | None:
    value = (groups.get("q") or groups["M"]).value
    assert isinstance(value, tuple)
    first, second, digits = int(value[0]), int(value[1]), int(value[2])
    if "q" in groups:
        found = Day("gregorian", 0, second, first)
        return (found, False) if digits == 2 and second and found.possible() else None  # noqa: PLR2004 - two digits
    calendar = _calendar_of(second, "", "")
    return (Day(calendar, second, first, 0), True) if calendar and first else None


def _numbered(groups: dict[str, Piece]) -> tuple[Day, bool] | None:
    calendar = str(groups["b"].value)
    month, day = _number(groups["n"]).number, _number(groups["d"]).number
    year = _number(groups["y"]).number if "y" in groups else 0
    if year:
        calendar = _calendar_of(year, "", "")
    return (Day(calendar, year, month, day), True) if month <= _MONTHS and calendar else None


def numeric(written: tuple[str, str, str, str], era: str, language: str) -> tuple[Day, bool] | None:
    """A day in digits: year first where it has four, else last; month before day only where no other way is left."""
    first, separator, second, third = written[0], written[1].strip(), written[2], written[3]
    if len(first) == _YEAR_DIGITS:
        return _dated(int(first), int(second), int(third), era, language)
    year = int(third)
    if len(third) < _YEAR_DIGITS:
        return _two_digits(written, era, language)
    found = _dated(year, int(second), int(first), era, language)
    if found is None and separator != ".":
        found = _dated(year, int(first), int(second), era, language)
    return found


def _two_digits(written: tuple[str, str, str, str], era: str, language: str) -> tuple[Day, bool] | None:
    first, _, second, third = written
    if int(first) > _DAYS:
        calendar = era or ("solar" if language in _SOLAR else "gregorian")
        return _dated(calendars.full_year(calendar, int(first)), int(second), int(third), era, language)
    if len(first) != 2 and written[1] != ".":  # noqa: PLR2004 - fractions and scores have single digits
        return None
    calendar = era or "gregorian"
    found = _dated(calendars.full_year(calendar, int(third)), int(second), int(first), era, language)
    if found is None and written[1] == "/" and len(first) == len(second) == 2 and language == "en":  # noqa: PLR2004
        swapped = _dated(calendars.full_year(calendar, int(third)), int(first), int(second), era, language)
        return None if swapped is None else (swapped[0], False)
    return None if found is None else (found[0], written[1] != "-")


def _dated(year: int, month: int, day: int, era: str, language: str) -> tuple[Day, bool] | None:
    calendar = _calendar_of(year, era, language)
    found = Day(calendar, year, month, day)
    return (found, True) if calendar and found.iso() else None


def _calendar_of(year: int, era: str, language: str) -> str:
    """Calendar of a year: what its era says, else what its size and the language leave."""
    if era and year in calendars.YEARS[era]:
        return era
    if year in calendars.YEARS["gregorian"]:
        return "gregorian"
    if year in calendars.YEARS["kurdish"]:
        return "kurdish"
    if year in calendars.YEARS["islamic"] and language in _ISLAMIC:
        return "islamic"
    return "solar" if year in calendars.YEARS["solar"] else ""


_SOLAR, _ISLAMIC = frozenset(("fa", "ps", "ckb")), frozenset(("ar", "ur"))
