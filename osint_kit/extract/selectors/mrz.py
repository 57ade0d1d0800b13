"""Machine-readable zones of travel documents: TD1, TD2 and TD3 of ICAO Doc 9303, with all check digits right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.text import look_alikes

_RANK = 95
_LONGEST = 90
_WEIGHTS = (7, 3, 1)
_FILLERS = {"«": "<", "‹": "<", "〈": "<", "≤": "<", "＜": "<", "⟨": "<"}
_SKIPPED = " \n\r\t/|\\"

Field = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Zone:
    """One size of document: its lines, and which stretch each check digit stands for.

    Attributes:
        checks: place of a check digit → stretches it is computed over.
        number: place of the check digit of the document number, and where a long number may go on.
        digits: stretches of dates, which hold digits or fillers.
        sex: its place.
    """

    rule: str
    codes: str
    width: int
    lines: int
    checks: tuple[tuple[int, tuple[Field, ...]], ...]
    number: tuple[int, Field]
    digits: tuple[Field, ...]
    sex: int


_ZONES = (
    Zone(
        "TD3", "P", 44, 2,
        ((53, ((44, 53),)), (63, ((57, 63),)), (71, ((65, 71),)), (86, ((72, 86),)),
         (87, ((44, 54), (57, 64), (65, 87)))),
        (53, (72, 72)), ((57, 63), (65, 71)), 64,
    ),
    Zone(
        "TD1", "IAC", 30, 3,
        ((14, ((5, 14),)), (36, ((30, 36),)), (44, ((38, 44),)), (59, ((5, 30), (30, 37), (38, 45), (48, 59)))),
        (14, (15, 30)), ((30, 36), (38, 44)), 37,
    ),
    Zone(
        "TD2", "IACP", 36, 2,
        ((45, ((36, 45),)), (55, ((49, 55),)), (63, ((57, 63),)), (71, ((36, 46), (49, 56), (57, 71)))),
        (45, (64, 71)), ((49, 55), (57, 63)), 56,
    ),
)  # fmt: skip


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Read on from a document code, over blanks and line ends, and keep the zone whose check digits are right."""
    for doubled in (False, True):
        symbols, ends = _read(scene.text, candidate.start, doubled=doubled)
        for zone in _ZONES:
            size = zone.width * zone.lines
            if len(symbols) >= size and _holds(zone, symbols[:size]) and not _goes_on(scene.text, ends[size - 1]):
                value = "/".join(symbols[place : place + zone.width] for place in range(0, size, zone.width))
                yield Found(candidate.start, ends[size - 1], "mrz", value, 0.99, zone.rule, _RANK)
                return


def _read(text: str, start: int, *, doubled: bool) -> tuple[str, list[int]]:
    """Symbols of a zone from a place on, and where each of them ends; a guillemet stands for one filler or for two."""
    symbols: list[str] = []
    ends: list[int] = []
    for place in range(start, min(len(text), start + _LONGEST * 3)):
        letter = text[place]
        plain = _FILLERS.get(letter) or look_alikes(letter)
        if letter in _SKIPPED:
            continue
        if len(symbols) >= _LONGEST or not (plain == "<" or (plain.isascii() and plain.isalnum())):
            break
        symbols += [plain] * (2 if doubled and letter == "«" else 1)
        ends += [place + 1] * (len(symbols) - len(ends))
    return "".join(symbols), ends


def _goes_on(text: str, end: int) -> bool:
    following = text[end : end + 1]
    return following == "<" or following in _FILLERS or (following.isascii() and following.isalnum())


def _holds(zone: Zone, symbols: str) -> bool:
    name = symbols[60:] if zone.lines == 3 else symbols[5 : zone.width]  # noqa: PLR2004 - TD1 has its name in line three
    return (
        symbols[0] in zone.codes
        and name[0].isalpha()
        and not any(each.isdigit() for each in name + symbols[2:5])
        and symbols[zone.sex] in "MFX<"
        and all(each.isdigit() or each == "<" for low, high in zone.digits for each in symbols[low:high])
        and all(_right(zone, symbols, place, fields) for place, fields in zone.checks)
    )


def _right(zone: Zone, symbols: str, place: int, fields: tuple[Field, ...]) -> bool:
    checked, digit = "".join(symbols[low:high] for low, high in fields), symbols[place]
    if place == zone.number[0] and digit == "<":
        low, high = zone.number[1]
        rest = symbols[low:high].partition("<")[0]
        checked, digit = checked + rest[:-1], rest[-1:] or "<"
    if digit == "<":
        return not checked.strip("<")
    return digit.isdigit() and check_digit(checked) == int(digit)


def check_digit(text: str) -> int:
    """Check digit of ICAO 9303: weights 7, 3, 1 over values 0 to 35, a filler being 0.

    >>> check_digit("L898902C3"), check_digit("740812")
    (6, 2)
    """
    values = (0 if each == "<" else int(each, 36) for each in text)
    return sum(value * _WEIGHTS[place % 3] for place, value in enumerate(values)) % 10


selectors.add(
    __name__,
    Selector(
        {
            "filler": r"\b[PIAC] ?[<«‹] ?[A-Z] ?[A-Z<«‹] ?[A-Z<«‹]",
            "letters": r"\b[PIAC][A-Z0-9][A-Z<«‹]{3}[A-Z0-9]{0,30}[<«‹]",
            "full": r"\b[IAC][A-Z0-9][A-Z]{3}[A-Z0-9]{25}",
        },
        check,
        whole_words=False,
        prepare=look_alikes,
    ),
)
