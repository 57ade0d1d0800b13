"""Sums of money on a line: how numbers, currencies and words about one person's share make them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from osint_kit.extract import amounts
from osint_kit.extract.phrasing import Piece, roles, window
from osint_kit.extract.selectors import Scene
from osint_kit.extract.sum_words import Written, lexicon
from osint_kit.knowledge import calendars, currencies
from osint_kit.knowledge.currencies import Currency, Term

_LEAST_SHY, _THOUSAND, _LAKH = 10, 1_000, 100_000


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: what ambiguous words are read by."""

    language: str = ""
    countries: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()


def voice(scene: Scene) -> Voice:
    """Who speaks."""
    home = scene.home[:2]
    codes = tuple(code for each in home for code in (each.currencies or (each.currency,)))
    return Voice(scene.language, tuple(each.code for each in home), codes)


@dataclass(frozen=True, slots=True)
class Sum:
    """A stretch of a line that says an amount of a currency; `kind` is `money` or `price_per_head`."""

    start: int
    end: int
    kind: str
    value: str
    rule: str


_ROW = r"(?:#u*|nu?)(?:#u*|-?nu?)*"
_AMOUNT = rf"(?P<amount>{_ROW})"
_LEFT = rf"{_AMOUNT}(?:-(?P<to>{_ROW}))?[-.f]{{0,2}}q*(?P<c>[cbh])q*"
_RIGHT = rf"(?P<c>b)[.:]?{_AMOUNT}(?:-(?P<to>{_ROW}))?"
_BARE = rf"{_AMOUNT}"
_HEAD_BEFORE, _HEAD_AFTER = r"[PWB]z?[-:=,(]{0,2}", r"[-/(,]{0,2}(?:[pW]|z[#n]o|(?<=/)o|zo)"
_SHAPES = tuple(
    (kind, rule, re.compile(shape))
    for kind, rule, shape in (
        ("price_per_head", "sum per head", rf"(?:{_LEFT}){_HEAD_AFTER}"),
        ("price_per_head", "sum per head", rf"(?:{_RIGHT}){_HEAD_AFTER}"),
        ("price_per_head", "head: sum", rf"{_HEAD_BEFORE}(?:{_LEFT})"),
        ("price_per_head", "head: sum", rf"{_HEAD_BEFORE}(?:{_RIGHT})"),
        ("price_per_head", "one head: sum", rf"(?P<one>#)o[-:=]?(?:{_LEFT})"),
        ("price_per_head", "lakhs per head", rf"{_BARE}{_HEAD_AFTER}"),
        ("price_per_head", "lakhs per head", rf"{_HEAD_BEFORE}{_BARE}"),
        ("money", "amount currency", _LEFT),
        ("money", "currency amount", _RIGHT),
        ("money", "lakhs", rf"{_BARE}(?![X#n])"),
    )
)


def _fitting(shape: str, pieces: Sequence[Piece]) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """The shapes that a line can have: with a currency, or a number word for thousands or more; with a head."""
    priced = not _CURRENCIES.isdisjoint(shape)
    large = any(isinstance(piece.value, Term) and piece.value.value >= _THOUSAND for piece in pieces)
    headed = not _HEADS.isdisjoint(shape)
    for kind, rule, form in _SHAPES:
        if (large if "lakhs" in rule else priced) and (headed or kind == "money"):
            yield kind, rule, form


_CURRENCIES, _HEADS = frozenset("cbh"), frozenset("PWBpo")


@lru_cache(maxsize=4096)
def sums(line: str, voice: Voice) -> tuple[Sum, ...]:
    """Sums in a stretch of folded lower-case text, prices per head first."""
    pieces = lexicon().pieces(line, 0, len(line))
    shape = roles(pieces)
    taken = [False] * len(pieces)
    found = []
    for kind, rule, form in _fitting(shape, pieces):
        for match in form.finditer(shape):
            read = _read(match, pieces, line, voice)
            if read is None or any(taken[read[0] : read[1]]):
                continue
            first, last, value = read
            taken[first:last] = [True] * (last - first)
            found.append(Sum(pieces[first].start, pieces[last - 1].end, kind, value, rule))
    return tuple(found)


def _read(match: re.Match[str], pieces: Sequence[Piece], line: str, voice: Voice) -> tuple[int, int, str] | None:
    """First piece, end of the pieces, value."""
    groups = match.groupdict()
    if match.start() and pieces[match.start()].role == "B" and pieces[match.start() - 1].role in "#n":
        return None
    if groups.get("one") and not _is_one(pieces[match.start("one")]):
        return None
    counted = _counted_value(pieces, match.start("amount"), match.end("amount"))
    if counted is None:
        return None
    first, amount, decimals = counted
    currency = _currency(match, pieces, line, voice, amount)
    if currency is None or not _free(pieces[first], line, inside=first > match.start()):
        return None
    code, factor = currency
    if groups.get("to") and decimals:
        factor *= int(_scale(pieces[match.start("to") : match.end("to")]))
    opens_early = match.start() < match.start("amount") and match.start("amount") == first
    start = match.start() if opens_early or (groups.get("c") and match.start("c") < first) else first
    value = _written(amount * factor, decimals if factor == 1 else "")
    return start, match.end(), f"{value} {code}"


def _is_one(piece: Piece) -> bool:
    value = piece.value
    return value.amount == 1 if isinstance(value, Written) else isinstance(value, Term) and value.value == 1


def _counted_value(pieces: Sequence[Piece], start: int, end: int) -> tuple[int, Decimal, str] | None:
    """The longest row of numbers up to here that is one amount: its first piece, the amount, what digits it has."""
    for first in range(start, end):
        row = [_term(piece) for piece in pieces[first:end]]
        if row[0].does == "and" or row[-1].does == "and" or pieces[first].role == "u":
            continue
        amount = currencies.amount(row)
        if amount is not None and amount > 0 and {term.does for term in row} != {"half"}:
            only = pieces[first].value if end - first == 1 else None
            return first, amount, only.text if isinstance(only, Written) else ""
    return None


def _scale(row: Sequence[Piece]) -> Decimal:
    """What the upper end of a range is counted in, and the lower end with it: "45-50 thousand"."""
    scales = [_term(piece) for piece in row if isinstance(piece.value, Term)]
    return max((term.value for term in scales if term.does.startswith("scale")), default=Decimal(1))


def _term(piece: Piece) -> Term:
    if isinstance(piece.value, Written):
        return Term("digits", piece.value.amount)
    if piece.role == "-":
        return Term("and", Decimal(0))
    assert isinstance(piece.value, Term)
    return piece.value


def _currency(
    match: re.Match[str], pieces: Sequence[Piece], line: str, voice: Voice, amount: Decimal
) -> tuple[str, int] | None:
    """Code of the currency, and units of it in one of what the word names."""
    if "c" not in match.groupdict():
        return _implied(match, pieces, line, voice)
    name = pieces[match.start("c")].value
    assert isinstance(name, Currency)
    if name.shy and (amount < _LEAST_SHY or pieces[match.start("amount")].role != "#"):
        return None
    if line[pieces[match.start("c")].end :].startswith(" of "):  # a weight
        return None
    if name.homes and not (set(name.homes) & set(voice.countries[:2]) and (voice.language == "ckb" or _cued(line))):
        return None
    beside = (pieces[place] for place in range(match.start("amount"), match.end()) if pieces[place].role == "q")
    for piece in beside:
        word = line[piece.start : piece.end].replace("-", " ")
        if word in name.qualified:
            return name.qualified[word], 1
    return _at_home(name, voice), name.factor


def _at_home(name: Currency, voice: Voice) -> str:
    for code in voice.currencies:
        if code in name.by_home:
            return code
    return name.by_language.get(voice.language, name.code)


def _implied(match: re.Match[str], pieces: Sequence[Piece], line: str, voice: Voice) -> tuple[str, int] | None:
    """Lakhs and crores are rupees, thousands Iraqi dinars, where a word about paying says that they are money."""
    values = [_term(piece).value for piece in pieces[match.start("amount") : match.end("amount")]]
    most = max(values)
    headed = match.re is not _SHAPES[-1][2]
    if most in (_LAKH, 100 * _LAKH) and (voice.language in ("ur", "en", "ps") or "PK" in voice.countries[:1]):
        follows = pieces[match.end()].role if match.end() < len(pieces) else ""
        return ("PKR", 1) if headed or follows in _STOPS or _cued(line) else None
    iraq = voice.language in ("ar", "ckb") and "IQ" in voice.countries[:1]
    return ("IQD", 1) if iraq and most == _THOUSAND and len(values) > 1 and (headed or _cued(line)) else None


_STOPS = frozenset(("", ",", ".", ")", "|", ";", "!", "?", "-", "/"))
"""What follows a sum that needs no currency."""


_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_PREFIX = re.compile("^(?:و?[بل]?ال|وب?|ب|لل)")


def _cued(line: str) -> bool:
    words = _WORD.findall(line)
    bare = (_PREFIX.sub("", word) for word in words if word[:1] >= "\u0600")
    return not currencies.cues().isdisjoint((*words, *bare))


def _free(first: Piece, line: str, *, inside: bool) -> bool:
    """Whether the number is not the end of a longer one, or of a code."""
    before = line[max(0, first.start - 2) : first.start]
    if first.role != "#":
        return True
    glued = before[-1:].isalpha() and not inside and not before[-1:] >= "\u0600"
    return not (re.search(r"[0-9][.,/:]$|[№/_#]$", before) or glued)


def _written(amount: Decimal, text: str) -> str:
    """Decimals only where they are written."""
    if text and amount == amounts.amount(text):
        return f"{amount:f}"
    return f"{amount.to_integral_value():f}" if amount == amount.to_integral_value() else f"{amount.normalize():f}"


def about(text: str, start: int, end: int, voice: Voice) -> Iterator[Sum]:
    """Sums about a place in folded lower-case text, in places of the text; those alone of which the place is a part."""
    first, last = window(text, start, end)
    for each in sums(text[first:last], voice):
        if first + each.start <= start < first + each.end:
            yield Sum(first + each.start, first + each.end, each.kind, each.value, each.rule)


def triggers() -> dict[str, str]:
    """Terms that every sum holds one of: a currency, or a number word for thousands or more."""
    large = (
        key for key, term in currencies.terms().items() if term.does.startswith("scale") and term.value >= _THOUSAND
    )
    return dict.fromkeys(calendars.variants((*currencies.names(), *large)), "")
