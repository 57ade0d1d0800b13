"""The words and numbers of sums of money: a line as pieces with roles.

Roles: `#` number in digits, `n` number word, `u` short scale that follows a number, `c` currency, `b` currency that the
amount may follow, `h` currency that needs digits, `q` word that may stand beside a currency, `f` counting word, `P p W`
words before, after and on both sides of one person's price, `B` noun that does so by itself, `o` other noun for a
person, `z` per, `X` unit that is no money, `D` date or time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from osint_kit.extract import amounts
from osint_kit.extract.phrasing import Lexicon
from osint_kit.knowledge import calendars, currencies
from osint_kit.knowledge.currencies import Currency, Term

_NUMBER = re.compile(
    r"(?P<other>[0-9]{1,4}([./-])[0-9]{1,2}\2[0-9]{2,4}(?![0-9])|[0-9]{1,2}:[0-9]{2}(?![0-9]))"
    r"|(?P<lakhs>[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?(?![0-9]))"
    r"|[1-9][0-9]{0,2}([ ,.'])[0-9]{3}(?:\4[0-9]{3})*(?:(?!\4)[.,][0-9]{1,2})?(?![0-9])"
    r"|[0-9]+(?:[.,][0-9]{1,2}(?![0-9]))?"
)
_UNGROUPED = re.compile(_NUMBER.pattern.replace("([ ,.'])", "([,.'])"))
_FRAGMENT = re.compile(r"(?:^|[^0-9./:-])(?:[0-9]+ )+$")
"""Digits with a space before a number: parts of a longer one, which no grouping joins."""
_SLASHED = re.compile(r"([0-9]{1,3})/([0-9]{1,2})(?= ?([\u0600-\u06ff]+))")
"""Persian writes the decimal sign as a slash, told by the word for thousands or more that follows."""
_SHORT_SCALE, _LONGEST = 3, 24
_COUNTERS = "та|ta|то|тоа|تا|دانه|дона|dona|عدد|تاا|the"


@dataclass(frozen=True, slots=True)
class Written:
    """A number in digits, with the decimals that are written."""

    amount: Decimal
    text: str


@cache
def lexicon() -> Lexicon:
    """Words about sums."""
    phrases: dict[str, tuple[str, object]] = dict.fromkeys(currencies.units(), ("X", None))
    heads = currencies.heads()
    for use, role in (("per", "z"), ("person", "o"), ("bare", "B"), ("after", "p"), ("before", "P")):
        phrases |= dict.fromkeys(heads[use], (role, None))
    phrases |= dict.fromkeys(heads["before"] & heads["after"], ("W", None))
    phrases |= dict.fromkeys(currencies.qualifiers(), ("q", None))
    phrases |= {key: (_counted(key, term), term) for key, term in currencies.terms().items()}
    phrases |= dict.fromkeys(calendars.keys(_COUNTERS.split("|")), ("f", None))
    names = currencies.names()
    phrases |= {key: (_named(name), name) for key, name in names.items() if key[0].isalpha()}
    signs: dict[str, tuple[str, object]] = {
        key: (_named(name), name) for key, name in names.items() if len(key) == 1 and not key.isalpha()
    }
    endings = frozenset(calendars.words()["endings"]) | frozenset(currencies.endings())
    return Lexicon(phrases, _number, signs, endings)


def _named(name: Currency) -> str:
    return "h" if name.shy else "b" if name.before else "c"


def _counted(key: str, term: Term) -> str:
    short = term.does == "scale" and len(key) <= _SHORT_SCALE and key[0] < "\u0600" and key not in _FULL
    return "u" if short else "n"


_FULL = frozenset(("лак", "lac", "lak"))


def _number(text: str, place: int) -> tuple[int, str, object]:
    slashed = _SLASHED.match(text, place)
    if slashed and slashed[3] in currencies.terms():
        return slashed.end(2), "#", Written(Decimal(f"{slashed[1]}.{slashed[2]}"), f"{slashed[1]}.{slashed[2]}")
    match = (_UNGROUPED if _FRAGMENT.search(text[max(0, place - 14) : place]) else _NUMBER).match(text, place)
    assert match is not None
    written = match.group()
    if match["other"] or len(written) > _LONGEST or text[max(0, place - 1) : place] == "_":
        return match.end(), "D", None
    amount = Decimal(written.replace(",", "")) if match["lakhs"] else amounts.amount(written)
    if amount is None:
        return match.end(), "D", None
    return match.end(), "#", Written(amount, written)
