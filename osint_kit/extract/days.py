"""Days, months of a year and ranges of days: how the pieces of a line make them, in the order of every language.

Roles of pieces: `d` day, `t` other number of two digits, `y` year, `#` other number, `D` day in digits, `q` day and
month in digits, `M` month and year in digits, `m` name of a month, `b` word before the number of a month, `Y` word for
year, `G S I K` eras, `f` filler, `C c` from and until, `&` and, `s` season, `p` part of a month, `$` currency or unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from osint_kit.extract.phrasing import Lexicon, Piece
from osint_kit.knowledge import calendars
from osint_kit.knowledge.calendars import Month

_ERAS = {"G": "gregorian", "S": "solar", "I": "islamic", "K": "kurdish"}
_USES = {
    "until": "c",
    "from": "C",
    "and": "&",
    "era.gregorian": "G",
    "era.solar": "S",
    "era.islamic": "I",
    "era.kurdish": "K",
    "year": "Y",
    "season": "s",
    "numbered.gregorian": "b",
    "numbered.solar": "b",
    "part": "p",
    "filler": "f",
}
_DAYS, _MONTHS, _YEAR_DIGITS = 31, 12, 4
_NUMERIC = re.compile(
    r"([0-9]{4})( ?[./-] ?)([0-9]{1,2})\2([0-9]{1,2})(?![0-9])(?!\2[0-9])"
    r"|([0-9]{1,2})( ?[./-] ?)([0-9]{1,2})\6([0-9]{4}|[0-9]{2})(?![0-9])(?!\6[0-9])"
)
_SHORT = re.compile(r"([0-9]{1,2})[./]([0-9]{2})(?![0-9]|[./,:-][0-9])")
_MONTHLY = re.compile(r"([0-9]{1,2})[./]([0-9]{4})(?![0-9]|[./,:-][0-9])")
_DIGITS = re.compile(r"[0-9]+")
_SUFFIX = re.compile(r"-?([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of digits, or a day as a word; ordinals say that they are."""

    number: int
    digits: int
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """What a reading says: year or day is 0 where it is not said."""

    calendar: str
    year: int
    month: int
    day: int

    def iso(self, year: int = 0) -> str:
        """The Gregorian day; empty where the calendar has no such day or the year is not known.

        Args:
            year: Gregorian year of publication, for days without a year; 0 if not known.
        """
        try:
            if self.year:
                return calendars.gregorian(self.calendar, self.year, self.month, self.day).isoformat()
            return calendars.in_year(self.calendar, self.month, self.day, year).isoformat() if year else ""
        except ValueError:
            return ""

    def possible(self) -> bool:
        """Whether some year has this day."""
        return 1 <= self.day <= (_LONGEST[self.month - 1] if self.calendar == "gregorian" else _DAYS)


_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@cache
def lexicon() -> Lexicon:
    """Words about days."""
    words = calendars.words()
    phrases: dict[str, tuple[str, object]] = {}
    for use, role in reversed(_USES.items()):
        calendar = "solar" if use.endswith("solar") else "gregorian"
        phrases |= {key: (role, calendar if role == "b" else None) for key in words[use]}
    phrases |= {key: ("d", Number(day, 0, ordinal=True)) for key, day in calendars.days().items()}
    phrases |= {key: ("m", month) for key, month in calendars.months().items()}
    endings = tuple(sorted({*words["endings"], *words["from_endings"]}, key=len, reverse=True))
    return Lexicon(phrases, number, {"$": ("$", None), "€": ("$", None)}, endings, dict.fromkeys(words["from_endings"], "c"))


def number(text: str, place: int) -> tuple[int, str, object]:
    """End, role and value of the number at a place."""
    match = _NUMERIC.match(text, place)
    if match:
        written = [each for each in match.groups() if each is not None]
        return match.end(), "D", tuple(written)
    for pattern, role in ((_MONTHLY, "M"), (_SHORT, "q")):
        match = pattern.match(text, place)
        if match and int(match[1 if role == "M" else 2]) <= _MONTHS:
            return match.end(), role, (int(match[1]), int(match[2]), len(match[1]))
    match = _DIGITS.match(text, place)
    assert match is not None
    digits, value = match.end() - place, int(match.group()[:9])
    if digits > 2:  # noqa: PLR2004 - days have two digits at most
        year = digits == _YEAR_DIGITS and any(value in years for years in calendars.YEARS.values())
        return match.end(), "y" if year else "#", Number(value, digits)
    suffix = _SUFFIX.match(text, match.end())
    ordinal = suffix is not None and suffix[1] in calendars.words()["ordinal_endings"]
    end = suffix.end() if ordinal and suffix is not None else match.end()
    return end, "d" if 1 <= value <= _DAYS else "t", Number(value, digits, ordinal)


def merged(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with one month where it is named twice: `مارس/آذار`, `March (Adar)`."""
    kept: list[Piece] = []
    for piece in pieces:
        if len(kept) > 1 and piece.role == kept[-2].role == "m" and kept[-1].role in "/(-":
            first, second = kept[-2].value, piece.value
            assert isinstance(first, Month)
            assert isinstance(second, Month)
            if (first.calendar, first.number) == (second.calendar, second.number):
                kept[-2:] = [Piece(kept[-2].start, piece.end, "m", first)]
                continue
        kept.append(piece)
    return kept


_SEP = r"[-./,fC']{0,3}"
_ERA = r"(?:\.?[YGSIK])*"
_Y = rf"Y?(?P<y>y)(?P<e>-?{_ERA})"
_FORMS = tuple(
    (name, re.compile(form))
    for name, form in (
        ("day month year", rf"(?P<d>d){_SEP}(?P<m>m){_SEP}{_Y}"),
        ("year month day", rf"{_Y}[f,-]{{0,3}}(?P<m>m){_SEP}(?P<d>d)"),
        ("year day month", rf"{_Y}[f,-]{{0,3}}(?P<d>d){_SEP}(?P<m>m)f?"),
        ("month day year", rf"(?P<m>m)[-.f]{{0,2}}(?P<d>d)[-,f]{{0,2}}{_Y}"),
        ("day month short year", rf"(?P<d>d)[-.]?(?P<m>m)(?P<short>[-'.]{{0,2}})(?P<y>[dt])(?P<e>{_ERA})"),
        ("day of a numbered month", rf"(?P<d>d)f?(?P<b>b)(?P<n>d)(?:[-/,f]{{0,2}}{_Y})?"),
        ("numeric", rf"(?P<D>D)(?P<e>{_ERA})"),
        ("month year", rf"p?(?P<m>m){_SEP}{_Y}"),
        ("year month", rf"{_Y}[f,-]{{0,3}}(?P<m>m)f?"),
        ("day month", rf"(?P<d>d){_SEP}(?P<m>m)"),
        ("month day", r"(?P<m>m)[-.f]{0,2}(?P<d>d)"),
        ("short numeric", r"(?P<q>q)"),
        ("numeric month", r"(?P<M>M)"),
        ("season", rf"(?P<s>s)f?{_Y}"),
        ("part of a month", r"p(?P<m>m)|(?P<m2>m)f*p|f+(?P<m3>m)f?(?=$|[^d])"),
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


@dataclass(frozen=True, slots=True)
class Reading:
    """A form that fits the pieces: its first and last piece, its name, and what it says."""

    first: int
    last: int
    form: str
    day: Day
    firm: bool


def readings(pieces: Sequence[Piece], line: str, language: str) -> Iterator[Reading]:
    """Every day or month that the pieces can be read as, fullest forms first."""
    for name, form in _FORMS:
        for match in form.finditer(line):
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
    month = next(groups[key].value for key in ("m", "m2", "m3") if key in groups)
    assert isinstance(month, Month)
    if not _sensible(name, match, groups, month):
        return None
    return _worded(groups, month, short="short" in name)


def _number(piece: Piece) -> Number:
    assert isinstance(piece.value, Number)
    return piece.value


def _worded(groups: dict[str, Piece], month: Month, *, short: bool) -> tuple[Day, bool] | None:
    day = _number(groups["d"]).number if "d" in groups else 0
    year = _number(groups["y"]).number if "y" in groups else 0
    calendar = month.calendar
    if short:
        year = calendars.full_year(calendar, year)
    if calendar == "solar" and year in calendars.YEARS["kurdish"]:
        calendar = "kurdish"
    if year and year not in calendars.YEARS[calendar]:
        return None
    firm = bool(year) or not month.weak
    return Day(calendar, year, month.number, day), firm


def _sensible(name: str, match: re.Match[str], groups: dict[str, Piece], month: Month) -> bool:
    """Refuse what the words do not bear: a number that is glued to nothing, a weak word by itself."""
    ordinal = "d" in groups and _number(groups["d"]).ordinal
    if name == "day month short year":
        glued = groups["d"].end == groups["m"].start and groups["m"].end == groups["y"].start
        return glued or bool(match["e"]) or "'" in match["short"] or match["short"] == "-"
    if name == "month day":
        return ordinal or month.language == "en"
    if name == "part of a month":
        return not month.weak
    return "y" in groups or ordinal or not month.weak


def _short(groups: dict[str, Piece]) -> tuple[Day, bool] | None:
    first, second, digits = (groups.get("q") or groups["M"]).value  # type: ignore[misc]  # the role says what it is
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
        found = _dated(calendars.full_year(calendar, int(third)), int(first), int(second), era, language)
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
