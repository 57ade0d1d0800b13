"""Calendar days: numeric, ISO, and with month names in Russian, Tajik, Uzbek and English."""

import re
from collections.abc import Iterator
from datetime import date

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors

_MONTHS = (
    "янв\\pL*|yanvar\\w*|jan(?:uary)?",
    "февр?\\pL*|fevral\\w*|feb(?:ruary)?",
    "март\\pL*|mart\\w*|mar(?:ch)?",
    "апр\\pL*|aprel\\w*|apr(?:il)?",
    "ма[йяею]|майи|may",
    "июн\\pL*|iyun\\w*|june?",
    "июл\\pL*|iyul\\w*|july?",
    "авг\\pL*|avgust\\w*|aug(?:ust)?",
    "сен\\pL*|sentabr\\w*|sept?(?:ember)?",
    "окт\\pL*|oktabr\\w*|oct(?:ober)?",
    "ноя\\pL*|noyabr\\w*|nov(?:ember)?",
    "дек\\pL*|dekabr\\w*|dec(?:ember)?",
)
_ANY = "|".join(_MONTHS)
_LETTER = r"[^\W\d_]"
_ORDER = [re.compile("(?i)^(?:" + month.replace(r"\pL", _LETTER) + ")$") for month in _MONTHS]
_DAY = r"([0-9]{1,2})(?:-?(?:го|е|уми|юми|ум|st|nd|rd|th))?"
_AFTER = r"(?:\s?(?:года|год|г\.|соли))?"
_NOT_A_DATE = re.compile(r"(?:верс\w*|version|версияи|v\.|ip|§|пункт|п\.|нусха\w*)\s*$")
_CENTURY, _PIVOT = 100, 70


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A day that the calendar has."""
    around = scene.text[candidate.start - 1 : candidate.start], scene.text[candidate.end : candidate.end + 2]
    if (around[0] in (".", ",", "/", "-", "№") and around[0]) or re.match(r"[./-]\d", around[1]):
        return
    if _NOT_A_DATE.search(scene.before(candidate.start)):
        yield Found(candidate.start, candidate.end, "", "", 1.0, "not a date", 70)
        return
    day = _READ[candidate.rule](candidate.text, scene.year)
    if day:
        score = 0.6 if candidate.rule == "day month" else 0.95
        yield Found(
            candidate.start, candidate.end, "date", day, score, candidate.rule, 70 - (candidate.rule == "day month")
        )


def _iso(text: str, _year: int) -> str:
    year, month, day = re.findall(r"\d+", text)
    return _day(year, month, day)


def _numeric(text: str, _year: int) -> str:
    day, month, year = re.findall(r"\d+", text)
    return _day(year, month, day)


def _worded(text: str, year: int) -> str:
    numbers = re.findall(r"\d+", text)
    word = next(word for word in re.findall(r"[^\W\d_]+", text) if _month(word))
    numbers.sort(key=len)
    said = numbers[1] if len(numbers) > 1 else str(year) if year else ""
    return _day(said, str(_month(word)), numbers[0]) if said else ""


def _month(word: str) -> int:
    return next((number for number, month in enumerate(_ORDER, start=1) if month.match(word)), 0)


def _day(year: str, month: str, day: str) -> str:
    full = int(year) if len(year) > 2 else _CENTURY * (20 if int(year) < _PIVOT else 19) + int(year)  # noqa: PLR2004
    try:
        return date(full, int(month), int(day)).isoformat()
    except ValueError:
        return ""


_READ = {
    "iso": _iso,
    "numeric": _numeric,
    "numeric short": _numeric,
    "day month year": _worded,
    "month day year": _worded,
    "year day month": _worded,
    "day month": _worded,
}

selectors.add(
    __name__,
    Selector(
        {
            "iso": r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}",
            "numeric": "|".join(rf"[0-9]{{1,2}}{sep}[0-9]{{1,2}}{sep}[12][0-9]{{3}}" for sep in (r"\.", "/", "-")),
            "numeric short": r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}",
            "day month year": rf"(?i){_DAY}\s(?:of\s)?(?:{_ANY})\.?,?\s(?:соли\s)?[12][0-9]{{3}}{_AFTER}",
            "month day year": rf"(?i)(?:{_ANY})\.?\s{_DAY},?\s[12][0-9]{{3}}",
            "year day month": rf"(?i)[12][0-9]{{3}}[- ]?yil(?:ning)?,?\s[0-9]{{1,2}}[ -]?(?:{_ANY})",
            "day month": rf"(?i){_DAY}\s(?:of\s)?(?:{_ANY})",
        },
        check,
    ),
)
