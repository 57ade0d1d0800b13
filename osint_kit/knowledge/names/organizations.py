"""Names of organisations: legal forms in all languages set aside, words in any order, abbreviations, spellings."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from osint_kit.knowledge.names.compare import Comparison, Row
from osint_kit.knowledge.names.sounds import distance
from osint_kit.knowledge.names.spelling import plain, spelling
from osint_kit.messages import _

_SAME, _OTHER = 0.4, 0.75
_THRESHOLD = 0.6
_LACKS, _LACKS_TRADE = 0.7, 0.95
_FORMS_DIFFER = 0.9
_LEAST_ABBREVIATION = 2
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Organization:
    """The words of an organisation's name: its own, its trade's, and its legal form where one is named."""

    words: tuple[str, ...]
    trades: tuple[str, ...]
    form: str


@lru_cache(maxsize=131072)
def parse_organization(name: str) -> Organization:
    """Tell own words, words of the trade and legal form apart.

    >>> parse_organization("ООО «Барқи Тоҷ»").words, parse_organization("Bargh Travel LLC").trades
    (('барқи', 'тоҷ'), ('travel',))
    """
    text, form = _form(" ".join(_WORD.findall(plain(name))))
    words = tuple(word.strip(".'") for word in text.split())
    own = tuple(word for word in words if word not in _generic() and word not in _trades())
    trades = tuple(word for word in words if word in _trades())
    return Organization(own or words, trades if own else (), form)


def compare_organizations(left: str, right: str) -> Comparison:
    """Align the words of two organisations' names; legal form and trade weigh little, own words much.

    >>> compare_organizations("ООО «Нурафшон Тревел»", "Nurafshon Travel LLC").same
    True
    >>> compare_organizations("ООО «Нурафшон Тревел»", "ООО «Меҳргон Тревел»").same
    False
    """
    ours, theirs = parse_organization(left), parse_organization(right)
    if not ours.words or not theirs.words:
        return Comparison(0.0, same=False, reasons=())
    rows = _abbreviated(ours, theirs) or _aligned(ours, theirs)
    score, against = _score(rows, ours, theirs)
    reasons = tuple(_REASONS[row.rule]().format(left=row.left, right=row.right) for row in rows if row.rule in _REASONS)
    return Comparison(score, same=score >= _THRESHOLD, reasons=(*reasons, *against), rows=rows, against=against)


def _aligned(ours: Organization, theirs: Organization) -> tuple[Row, ...]:
    own = _pairs(_joined(ours.words, theirs.words), _joined(theirs.words, ours.words))
    return (*own, *(Row(row.left, row.right, f"trade {row.rule}", row.weight) for row in _trade_pairs(ours, theirs)))


def _joined(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Two words that the other name writes as one, joined."""
    for place, (one, other) in enumerate(pairwise(words)):
        if any(_apart(one + other, each) <= _SAME for each in others):
            return (*words[:place], one + other, *words[place + 2 :])
    return words


def _pairs(ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[Row]:
    edges = sorted(
        (apart + 1e-4 * abs(one - other), one, other)
        for one, left in enumerate(ours)
        for other, right in enumerate(theirs)
        if (apart := _apart(left, right)) < _OTHER
    )
    rows, left_used, right_used = [], set(), set()
    for apart, one, other in edges:
        if one not in left_used and other not in right_used:
            left_used.add(one)
            right_used.add(other)
            rows.append(Row(ours[one], theirs[other], _rule(ours[one], theirs[other]), _weight(apart)))
    rows += [Row(word, "", "lacks", 0.0) for place, word in enumerate(ours) if place not in left_used]
    return rows + [Row("", word, "lacks", 0.0) for place, word in enumerate(theirs) if place not in right_used]


def _weight(apart: float) -> float:
    return 1.0 if apart <= _SAME else round(1.0 - 0.5 * (apart - _SAME) / (_OTHER - _SAME), 3)


def _rule(left: str, right: str) -> str:
    return "equal" if left == right else "spelt"


def _trade_pairs(ours: Organization, theirs: Organization) -> list[Row]:
    left, right = {_trades()[word]: word for word in ours.trades}, {_trades()[word]: word for word in theirs.trades}
    both = sorted(set(left) & set(right))
    rows = [Row(left[each], right[each], "equal", 1.0) for each in both]
    rows += [Row(left[each], "", "lacks", 0.0) for each in sorted(set(left) - set(right))]
    return rows + [Row("", right[each], "lacks", 0.0) for each in sorted(set(right) - set(left))]


def _abbreviated(ours: Organization, theirs: Organization) -> tuple[Row, ...]:
    """The one name is the first letters of the other's words."""
    for short, long, turned in ((ours, theirs, False), (theirs, ours, True)):
        letters, words = "".join(short.words), (*long.words, *long.trades)
        if len(short.words) == 1 and not short.trades and len(letters) == len(words) >= _LEAST_ABBREVIATION:
            heads = "".join(word[0] for word in words)
            if _apart(letters, heads) <= _SAME and len(letters) < min(5, *(len(word) + 2 for word in words)):
                whole = " ".join(words)
                return (Row(whole, letters, "initials", 0.8) if turned else Row(letters, whole, "initials", 0.8),)
    return ()


def _score(rows: tuple[Row, ...], ours: Organization, theirs: Organization) -> tuple[float, tuple[str, ...]]:
    own = [row for row in rows if not row.rule.startswith("trade")]
    matched = [row.weight for row in own if row.weight]
    against: list[str] = []
    if not matched:
        return 0.0, (_("against: no word of their own in common"),)
    score = sum(matched) / len(matched)
    lacking = [row for row in own if not row.weight]
    if any(row.left for row in lacking) and any(row.right for row in lacking):
        score *= 0.3
        against.append(_("against: each has a word of its own that the other has not"))
    score *= _LACKS ** len(lacking)
    trades = [row for row in rows if row.rule == "trade lacks"]
    if any(row.left for row in trades) and any(row.right for row in trades):
        score *= 0.5
        against.append(_("against: they name different trades"))
    score *= _LACKS_TRADE ** len(trades)
    if ours.form and theirs.form and ours.form != theirs.form:
        score *= _FORMS_DIFFER
        against.append(_("against: they name different legal forms"))
    return round(score, 4), tuple(against)


@lru_cache(maxsize=262144)
def _apart(left: str, right: str) -> float:
    if left == right:
        return 0.0
    best = 9.0
    for one in _endings(left):
        for other in _endings(right):
            ours, theirs = spelling(one), spelling(other)
            price = 0.0 if (one, other) == (left, right) else 0.1
            best = min(best, price + distance(ours.signs, theirs.signs, arabic=(ours.abjad, theirs.abjad)))
    return best


_IZOFAT = re.compile(r"(?<=...)(?:[иi]|е|e|ӣ)$")


def _endings(word: str) -> tuple[str, ...]:
    """The word, and without the vowel that links it to the next, or the article."""
    bare = _IZOFAT.sub("", word)
    found = [word, bare]
    if word.startswith("ال"):
        found.append(word.removeprefix("ال"))
    return tuple(dict.fromkeys(found))


@cache
def _table() -> dict[str, str]:
    return dict(tomllib.loads(files("osint_kit.knowledge.names").joinpath("legal_forms.toml").read_text("utf-8")))


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    lines = [line.split("|") for line in _table()["forms"].strip().splitlines()]
    pairs = [(" ".join(_WORD.findall(plain(each))), plain(line[0])) for line in lines for each in line]
    ordered = sorted(pairs, key=lambda each: -len(each[0]))
    return tuple((re.compile(rf"(?<!\S){re.escape(written)}(?!\S)"), name) for written, name in ordered)


def _form(text: str) -> tuple[str, str]:
    told = ""
    for pattern, name in _forms():
        shorter = pattern.sub(" ", text)
        if shorter != text and shorter.strip():
            text, told = shorter, told or name
    return text, told


@cache
def _generic() -> frozenset[str]:
    return frozenset(plain(word) for word in _table()["generic"].split())


@cache
def _trades() -> dict[str, str]:
    lines = [line.split("|") for line in _table()["trades"].strip().splitlines()]
    return {plain(word): plain(line[0]) for line in lines for word in line}


_REASONS = {
    "equal": lambda: _("{left} = {right}"),
    "spelt": lambda: _("{left} and {right} are spellings of one word"),
    "initials": lambda: _("{left} and {right}: the one is the first letters of the other"),
    "trade equal": lambda: _("{left} and {right} name one trade"),
}
