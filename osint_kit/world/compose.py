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
}
_MONEY = {
    ("ru", "USD"): ("{n} USD", "{n}$", "${n}", "{n} долларов", "{g} долларов"),
    ("tg", "USD"): ("{n} USD", "{n}$", "{n} доллар", "{g} доллар"),
    ("en", "USD"): ("{n} USD", "${n}", "{n} dollars", "{n}$"),
    ("ru", "EUR"): ("{n} EUR", "{n} евро", "{g} евро"),
    ("tg", "EUR"): ("{n} EUR", "{n} евро"),
    ("en", "EUR"): ("{n} EUR", "{n} euro"),
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
    return Piece(stream.pick(forms), "date", day.isoformat())


def money_piece(amount: int, currency: str, language: str, stream: Stream) -> Piece:
    """A sum as people write it."""
    form = stream.pick(_MONEY[language, currency])
    grouped = f"{amount:,}".replace(",", " ")
    return Piece(form.format(n=amount, g=grouped), "money", f"{amount} {currency}")


def phone_piece(number: str, code: str, truth: str, stream: Stream, *, bare: bool = False) -> Piece:
    """A telephone number in one of its written forms; bare: without the code of the country."""
    rest = number.removeprefix("+").removeprefix(code)
    form = _BARE_PHONE if bare else stream.pick(_PHONE)
    text = form.format(c=code, a=rest[:2], b=rest[2:5], d=rest[5:7], e=rest[7:])
    return Piece(text, "phone", number, truth)
