"""The words and numbers of days: a line as pieces with roles, and what a reading of them says.

Roles of pieces: `d` day, `t` other number of two digits, `y` year, `#` other number, `D` day in digits, `q` day and
month in digits, `M` month and year in digits, `m` name of a month, `b` word before the number of a month, `Y` word for
year, `G S I K` eras, `f` filler, `o` word for month, `C c` from and until, `&` and, `s` season, `p` part of a month,
`$` currency, `v` number word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from osint_kit.extract.phrasing import Lexicon, Piece, roles
from osint_kit.knowledge import calendars, currencies
from osint_kit.knowledge.calendars import Month
from osint_kit.knowledge.currencies import Term

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
    "month": "o",
    "filler": "f",
}
_COUNTED = frozenset(("add", "hundred", "scale"))
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
        value = use.partition(".")[2] if role == "b" else None
        phrases |= dict.fromkeys(words[use], (role, value))
    counted = {key: ("v", term) for key, term in currencies.terms().items() if term.does in _COUNTED and len(key) > 1}
    priced = dict.fromkeys(
        (key for key, name in currencies.names().items() if key.isalpha() and not name.homes), ("$", None)
    )
    phrases = priced | counted | phrases
    phrases |= {key: ("d", Number(day, 0)) for key, day in calendars.cardinals().items()}
    phrases |= {key: ("d", Number(day, 0, ordinal=True)) for key, day in calendars.days().items()}
    phrases |= {key: ("m", month) for key, month in calendars.months().items()}
    endings = frozenset(words["endings"]) | frozenset(words["from_endings"])
    signs: dict[str, tuple[str, object]] = dict.fromkeys("$€£₽₺₸", ("$", None))
    signs |= dict.fromkeys('«»"“”„', ("'", None))
    return Lexicon(phrases, number, signs, endings, dict.fromkeys(words["from_endings"], "c"))


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


def pieces(line: str) -> list[Piece]:
    """The pieces of a folded lower-case line: years in words as one, a month that is named twice as one."""
    kept: list[Piece] = []
    for piece in _years(lexicon().pieces(line, 0, len(line))):
        if len(kept) > 1 and piece.role == kept[-2].role == "m" and kept[-1].role in "/(-" and _same(kept[-2], piece):
            kept[-2:] = [Piece(kept[-2].start, piece.end, "m", kept[-2].value)]
        else:
            kept.append(piece)
    return kept


def _same(first: Piece, second: Piece) -> bool:
    one, other = first.value, second.value
    assert isinstance(one, Month)
    assert isinstance(other, Month)
    return (one.calendar, one.number) == (other.calendar, other.number)


_YEAR_WORDS = re.compile(r"v(?:&?[vd])+|v")


def _years(pieces: list[Piece]) -> list[Piece]:
    """Number words that come to a year as one piece."""
    kept: list[Piece] = []
    place = 0
    for match in _YEAR_WORDS.finditer(roles(pieces)):
        chosen = pieces[match.start() : match.end()]
        year = currencies.amount([_term(piece) for piece in chosen])
        if year is None or not any(int(year) in years for years in calendars.YEARS.values()):
            continue
        kept += pieces[place : match.start()]
        kept.append(Piece(chosen[0].start, chosen[-1].end, "y", Number(int(year), _YEAR_DIGITS)))
        place = match.end()
    return kept + pieces[place:]


def _term(piece: Piece) -> Term:
    if isinstance(piece.value, Term):
        return piece.value
    return Term(
        "add" if piece.role == "d" else "and", Decimal(piece.value.number if isinstance(piece.value, Number) else 0)
    )
