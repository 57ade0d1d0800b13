"""Texts that know where everything in them stands: a template is filled piece by piece, spans by construction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from osint_kit.world.chance import Stream

_SLOT = re.compile(r"\{(\w+)\}")

_MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "tg": "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри",
    "en": "January February March April May June July August September October November December",
    "fa": "جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نومبر دسمبر",
}
_SOLAR_MONTHS = {
    "fa": "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    "tg": "ҳамал савр ҷавзо саратон асад сунбула мизон ақраб қавс ҷадӣ далв ҳут",
    "ru": "хамаля савра джавзы саратана асада сумбулы мизана акраба кавса джади далва хута",
    "en": "Hamal Sawr Jawza Saratan Asad Sunbula Mizan Aqrab Qaws Jadi Dalw Hut",
}
_SOLAR_NEW_YEAR = (3, 21)  # 1410 begins on 21 March 2031, 1409 on 21 March 2030
_SOLAR_LONG, _SOLAR_SHORT, _SOLAR_HALF = 31, 30, 186  # days of the first six months, of the others; of the first six
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_MONEY = {
    ("ru", "USD"): ("{n} USD", "{n}$", "${n}", "{n} долларов", "{g} долларов"),
    ("tg", "USD"): ("{n} USD", "{n}$", "{n} доллар", "{g} доллар"),
    ("en", "USD"): ("{n} USD", "${n}", "{n} dollars", "{n}$"),
    ("ru", "EUR"): ("{n} EUR", "{n} евро", "{g} евро"),
    ("tg", "EUR"): ("{n} EUR", "{n} евро"),
    ("en", "EUR"): ("{n} EUR", "{n} euro"),
    ("fa", "USD"): ("{n} دالر", "{p} دالر", "{n} USD", "{p} دالر", "{n}$"),
    ("fa", "EUR"): ("{n} یورو", "{p} یورو", "{n} EUR"),
}
_PHONE = (
    "+{c} {a} {b}-{d}-{e}",
    "+{c}{a}{b}{d}{e}",
    "00{c} {a} {b} {d} {e}",
    "+{c} {a}\u00a0{b}\u00a0{d}\u00a0{e}",
    "+{c}-{a}-{b}-{d}-{e}",
)
_BARE_PHONE = "{a} {b} {d} {e}"


@dataclass(frozen=True, slots=True)
class Piece:
    """What fills a slot. Without a kind it is plain text, with one it is a mention of the key."""

    text: str
    kind: str = ""
    value: str = ""
    truth: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A mention: `text[start:end]`, its kind, normal form, and whose it is."""

    start: int
    end: int
    kind: str
    value: str
    truth: str


def slots(template: str) -> frozenset[str]:
    """Names of the slots of a template."""
    return frozenset(_SLOT.findall(template))


def compose(template: str, pieces: Mapping[str, Piece]) -> tuple[str, tuple[Span, ...]]:
    """Fill a template.

    >>> compose("Call {who}.", {"who": Piece("Ann", "person", "Ann", "t-1")})
    ('Call Ann.', (Span(start=5, end=8, kind='person', value='Ann', truth='t-1'),))
    """
    text, spans, last = "", [], 0
    for slot in _SLOT.finditer(template):
        text += template[last : slot.start()]
        piece = pieces[slot.group(1)]
        if piece.kind:
            spans.append(Span(len(text), len(text) + len(piece.text), piece.kind, piece.value, piece.truth))
        text += piece.text
        last = slot.end()
    return text + template[last:], tuple(spans)


def date_piece(day: date, language: str, stream: Stream) -> Piece:
    """A date as people write it."""
    month = _MONTHS[language].split()[day.month - 1]
    forms = [f"{day.day} {month} {day.year}", f"{day:%d.%m.%Y}"]
    if language == "en":
        forms = [forms[0], f"{month} {day.day}, {day.year}", f"{day:%Y-%m-%d}"]
    if language == "fa":
        forms = [forms[0], persian(forms[0]), f"{day:%Y-%m-%d}"]
    return Piece(stream.pick(forms), "date", day.isoformat())


def solar_piece(day: date, language: str, stream: Stream) -> Piece:
    """A date of the solar calendar without its year; its normal form is the day in ours. Right for 2030 and 2031.

    >>> from osint_kit.world.chance import Chance
    >>> solar_piece(date(2031, 3, 21), "en", Chance(bytes(16)).stream("doc")).text
    '1 Hamal'
    """
    begins = date(day.year, *_SOLAR_NEW_YEAR)
    if day < begins:
        begins = date(day.year - 1, *_SOLAR_NEW_YEAR)
    past = (day - begins).days
    month, before = divmod(past, _SOLAR_LONG)
    if past >= _SOLAR_HALF:
        month, before = divmod(past - _SOLAR_HALF, _SOLAR_SHORT)
        month += 6
    text = f"{before + 1} {_SOLAR_MONTHS[language].split()[month]}"
    return Piece(persian(text) if language == "fa" and stream.odds(1, 2) else text, "date", day.isoformat())


def persian(text: str) -> str:
    """The same in Persian digits."""
    return text.translate(_PERSIAN)


def money_piece(amount: int, currency: str, language: str, stream: Stream) -> Piece:
    """A sum as people write it."""
    form = stream.pick(_MONEY[language, currency])
    grouped = f"{amount:,}".replace(",", " ")
    return Piece(form.format(n=amount, g=grouped, p=persian(str(amount))), "money", f"{amount} {currency}")


def phone_piece(number: str, code: str, truth: str, stream: Stream, *, bare: bool = False, language: str = "") -> Piece:
    """A telephone number in one of its written forms; bare: without the code of the country.

    In Dari one in four is in Persian digits.
    """
    rest = number.removeprefix("+").removeprefix(code)
    form = _BARE_PHONE if bare else stream.pick(_PHONE)
    text = form.format(c=code, a=rest[:2], b=rest[2:5], d=rest[5:7], e=rest[7:])
    if language == "fa" and stream.odds(1, 4):
        text = persian(text)
    return Piece(text, "phone", number, truth)
