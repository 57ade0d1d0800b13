"""Calendar days: numeric, ISO, and with month names in Russian, Tajik, Uzbek, English and Dari; solar days as well."""

import re
from collections.abc import Iterator
from datetime import date

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.text import solar

_MONTHS = (
    "янв\\pL*|yanvar\\w*|jan(?:uary)?|جنوری|ژانویه",
    "февр?\\pL*|fevral\\w*|feb(?:ruary)?|فبروری|فوریه",
    "март\\pL*|mart\\w*|mar(?:ch)?|مارچ|مارس",
    "апр\\pL*|aprel\\w*|apr(?:il)?|اپریل|آوریل",
    "ма[йяею]|майи|may",
    "июн\\pL*|iyun\\w*|june?|جون|ژوئن",
    "июл\\pL*|iyul\\w*|july?|جولای|ژوئیه",
    "авг\\pL*|avgust\\w*|aug(?:ust)?|اگست|آگست|اوت",
    "сен\\pL*|sentabr\\w*|sept?(?:ember)?|سپتمبر|سپتامبر",
    "окт\\pL*|oktabr\\w*|oct(?:ober)?|اکتوبر|اکتبر",
    "ноя\\pL*|noyabr\\w*|nov(?:ember)?|نومبر|نوامبر",
    "дек\\pL*|dekabr\\w*|dec(?:ember)?|دسمبر|دسامبر",
)
_ANY = "|".join(_MONTHS)
_MAY = "می|مه"
"""May in Dari, which also begins verbs: a month only before a year."""
_SOLAR = "|".join(solar.MONTHS)
_SOLAR_ORDER = [re.compile(f"(?i)^(?:{month})$") for month in solar.MONTHS]
_FIRST = "اول"
_LETTER = r"[^\W\d_]"
_ORDER = [re.compile("(?i)^(?:" + month.replace(r"\pL", _LETTER) + ")$") for month in _MONTHS]
_DAY = r"([0-9]{1,2})(?:-?(?:го|е|уми|юми|ум|st|nd|rd|th))?"
_AFTER = r"(?:\s?(?:года|год|г\.|соли|میلادی|شمسی|خورشیدی))?"
_NOT_A_DATE = re.compile(r"(?:верс\w*|version|версияи|v\.|ip|§|пункт|п\.|нусха\w*|نسخه)\s*$")
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
    return _solar(text, 0) if int(year) in solar.YEARS else _day(year, month, day)


def _solar(text: str, _year: int) -> str:
    """A day of the solar calendar, its month as a word or a number."""
    text = re.sub(f"^{_FIRST}", "1", text)
    *numbers, last = (int(each) for each in re.findall(r"\d+", text))
    word = next((each for each in re.findall(r"[^\W\d_]+", text) if _solar_month(each)), "")
    year, month, day = (last, _solar_month(word), numbers[0]) if word else (*numbers, last)
    try:
        return solar.gregorian(year, month, day).isoformat() if year in solar.YEARS else ""
    except ValueError:
        return ""


def _solar_month(word: str) -> int:
    return next((number for number, month in enumerate(_SOLAR_ORDER, start=1) if month.match(word)), 0)


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
    if word in _MAY.split("|"):
        return 5
    return next((number for number, month in enumerate(_ORDER, start=1) if month.match(word)), 0)


def _day(year: str, month: str, day: str) -> str:
    full = int(year) if len(year) > 2 else _CENTURY * (20 if int(year) < _PIVOT else 19) + int(year)  # noqa: PLR2004 - digits
    try:
        return date(full, int(month), int(day)).isoformat()
    except ValueError:
        return ""


_READ = {
    "iso": _iso,
    "solar": _solar,
    "solar numeric": _solar,
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
            "solar": rf"(?i)(?:{_DAY}|{_FIRST})\s(?:{_SOLAR}),?\s(?:соли\s|سال\s)?1[34][0-9]{{2}}{_AFTER}",
            "solar numeric": r"1[34][0-9]{2}([/.-])[0-9]{1,2}[/.-][0-9]{1,2}",
            "numeric": "|".join(rf"[0-9]{{1,2}}{sep}[0-9]{{1,2}}{sep}[12][0-9]{{3}}" for sep in (r"\.", "/", "-")),
            "numeric short": r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}",
            "day month year": rf"(?i){_DAY}\s(?:of\s)?(?:{_ANY}|{_MAY})\.?,?\s(?:соли\s|سال\s)?[12][0-9]{{3}}{_AFTER}",
            "month day year": rf"(?i)(?:{_ANY})\.?\s{_DAY},?\s[12][0-9]{{3}}",
            "year day month": rf"(?i)[12][0-9]{{3}}[- ]?yil(?:ning)?,?\s[0-9]{{1,2}}[ -]?(?:{_ANY})",
            "day month": rf"(?i){_DAY}\s(?:of\s)?(?:{_ANY})",
        },
        check,
    ),
)
