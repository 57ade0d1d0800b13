"""How a fee is paid in parts: half now and half on arrival, thirty per cent first, 50/50."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from osint_kit.extract.phrasing import Lexicon, Piece, roles, window
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge import calendars, currencies
from osint_kit.knowledge.regions import Profile

# Roles: H part, N nothing, R rest, W when, % per cent, # digits, n number word, z between two digits, c currency.
_FIRST = r"(?:[HN]|#%|%#|[#n]+c?)"
_SECOND = r"(?:R|H|#%|%#)[xcHW#n]{0,3}(?:W[xW]?)?"
_SHAPE = re.compile(rf"(?:{_FIRST}[xcH]{{0,3}}W|W[xc:-]{{0,2}}(?:H|#%))[Wxnc]{{0,4}}[,./;+&-]{{0,2}}x?{_SECOND}")
_RATIO = re.compile(r"#[/:z-]#")
_SIGNALS = frozenset(
    ["money", "price_per_head", "phone", "handle", "email", "wallet", "card", "iban", "coded_term", "emoji_code"]
)
_HUNDRED, _LONGEST = 100, 9
_DIGITS = re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[$€₽]")


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The phrase; its value is the ratio where one is written."""
    first, last = window(scene.lower, candidate.start, candidate.end, width=80)
    line = scene.lower[first:last]
    for start, end, value in _splits(line):
        if first + start <= candidate.start < first + end:
            rule = "ratio" if value else "parts"
            yield Found(first + start, first + end, "fee_split", value, 0.85, rule, 73)


def confirm(kept: Sequence[Found], scene: Scene) -> Iterator[Found]:
    """A bare ratio stands where the text speaks of money or gives a contact."""
    about_money = any(each.kind in _SIGNALS for each in kept) or _about_paying(scene.lower)
    for each in kept:
        if each.kind == "fee_split" and (each.rule != "ratio" or about_money):
            yield each


def _about_paying(text: str) -> bool:
    words = set(_WORD.findall(text))
    return not (words.isdisjoint(currencies.splits()["about"]) and words.isdisjoint(currencies.names()))


@lru_cache(maxsize=4096)
def _splits(line: str) -> tuple[tuple[int, int, str], ...]:
    pieces = _lexicon().pieces(line, 0, len(line))
    shape = roles(pieces)
    found = []
    for match in _RATIO.finditer(shape):
        first, second = pieces[match.start()], pieces[match.end() - 1]
        shares = int(line[first.start : first.end]), int(line[second.start : second.end])
        if sum(shares) == _HUNDRED and all(shares):
            found.append((first.start, second.end, f"{shares[0]}/{shares[1]}"))
    for match in _SHAPE.finditer(shape):
        if not {"H", "R", "%"}.isdisjoint(match.group()):
            start, end = _bounds(pieces, match)
            found.append((start, end, ""))
    return tuple(found)


def _bounds(pieces: list[Piece], match: re.Match[str]) -> tuple[int, int]:
    last = match.end() - 1
    while pieces[last].role in "xcn" and last > match.start():
        last -= 1
    return pieces[match.start()].start, pieces[last].end


@cache
def _lexicon() -> Lexicon:
    words = currencies.splits()
    phrases: dict[str, tuple[str, object]] = dict.fromkeys(currencies.terms(), ("n", None))
    phrases |= {key: ("c", None) for key in currencies.names() if key[0].isalpha()}
    for use, role in (("between", "z"), ("none", "N"), ("when", "W"), ("part", "H"), ("rest", "R")):
        phrases |= dict.fromkeys(words[use], (role, None))
    phrases |= dict.fromkeys(words["percent"], ("%", None))
    endings = frozenset(calendars.words()["endings"])
    return Lexicon(phrases, _number, {"%": ("%", None), "$": ("c", None), "€": ("c", None)}, endings)


def _number(text: str, place: int) -> tuple[int, str, object]:
    match = _DIGITS.match(text, place)
    assert match is not None
    return match.end(), "#" if match.end() - place <= _LONGEST else "x", None


def _terms(_profiles: tuple[Profile, ...]) -> Mapping[str, str]:
    words = currencies.splits()
    return dict.fromkeys(sorted(words["part"] | words["rest"] | words["when"]), "")


selectors.add(
    __name__,
    Selector(
        {"ratio": r"[0-9]{2} ?(?:/|:|-|на|to|ба|ga|га|به|په|بە) ?[0-9]{2}", "percent": r"[0-9] ?%|% ?[0-9]"},
        check,
        terms=_terms,
        confirm=confirm,
    ),
)
