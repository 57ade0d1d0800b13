"""Proposes which hits are worth collecting and what to ask next, and says why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

import pandas as pd

from osint_kit.knowledge import vocabulary
from osint_kit.knowledge.names import bones, is_arabic, is_given, is_surname, part
from osint_kit.knowledge.text import fold
from osint_kit.messages import N_, _
from osint_kit.model.tables import SEARCHES

COLUMNS = ("hit", "url", "source", "score", "reason")

WORTH_COLLECTING = 0.36
"""Shipped threshold: at full assistance, what scores this much is collected."""

_WEIGHTS = {1: 0.12, 2: 0.22, 3: 0.35}
"""What a concept adds, by its weight in the vocabulary; a term that is not in it (a place) adds as an everyday word."""

_PLACES_COUNTED = 2
_EVERYDAY = 0.35
"""What is left of a score where the text speaks of everyday trade."""

_SHARED = 0.6
"""Share of the best neighbour's score that a common contact hands on."""

_CONTACT = re.compile(r"(?:\+|\b00)\d[\d\s().\-]{7,}\d|(?<!\w)@\w{3,}")
_MONEY = "USD|EUR|[$€]|долл|евро|euro|dollar|доллар|دالر|یورو"
_THOUSANDS = r"[1-9]\d?[\s.,٬]?\d{3}"
_SIGNALS = (
    (N_("a contact"), 0.10, _CONTACT),
    (
        N_("a sum in thousands"),
        0.25,
        re.compile(rf"(?<![\d+]){_THOUSANDS}\s?(?:{_MONEY})|(?:USD|EUR|[$€])\s?{_THOUSANDS}\b", re.IGNORECASE),
    ),
    (
        N_("a route"),
        0.20,
        re.compile(
            r"[^\W\d_]{3,}\s?(?:→|->|=>)\s?[^\W\d_]{3,}|[^\W\d_]{3,} - [^\W\d_]{3,}"
            r"|\b(?:[Ии]з|[Аа]з|[Ff]rom|از)\s[^\W\d_]{3,}.{0,25}\s(?:в|до|ба|то|to|تا|به)\s[^\W\d_]{3,}"
        ),
    ),
    (N_("an account"), 0.20, re.compile(r"\b[A-Z]{2}\d{2} ?(?:[A-Z\d]{4} ?){3,}")),
    (
        N_("a plate"),
        0.15,
        re.compile(
            r"(?<![\w+])(?!USD|EUR)(?:\d{2,4} ?[A-ZА-Я]{1,2} ?\d{2,3}(?: ?[A-ZА-Я]{2})?|[A-ZА-Я]{2,3} ?\d{2,5}"
            r"(?: ?[A-ZА-Я]{2,3})?)(?!\w)"
        ),
    ),
)
"""What a folded text may show, whatever it speaks of."""

_LOCAL_DIGITS = 9
_WORDS = re.compile(r"[^\W\d_]+|[.:;\n]")
_FILE = re.compile(r"\.\w{2,5}$")
"""A file is collected whole, and nobody can tell from its name what it holds."""


@dataclass(frozen=True, slots=True)
class _Found:
    """One address with what speaks for it."""

    hit: str
    url: str
    source: str
    concepts: Mapping[str, int]
    signals: tuple[tuple[str, float], ...]
    contacts: frozenset[str]
    names: frozenset[str]
    everyday: tuple[str, ...]
    whole: bool

    @property
    def score(self) -> float:
        """What the terms and signals say, less where the text speaks of everyday trade."""
        if self.whole:
            return 1.0
        worths = [_WEIGHTS[weight] for weight in self.concepts.values()]
        said = _joined([*worths, *(worth for _name, worth in self.signals)])
        return said * _EVERYDAY if self.everyday else said


def rank(hits: pd.DataFrame) -> pd.DataFrame:
    """Score every address of a search log by which terms found it, what its excerpt shows, and common contacts.

    Args:
        hits: a frame of `SEARCHES`; an address that several terms found stands there several times.

    Returns:
        One row an address, best first: hit, url, source, score (0..1), reason.
    """
    found = _found(hits)
    best = _best_by_contact(found)
    rows = [_row(each, best) for each in found]
    ranked = pd.DataFrame(rows, columns=list(COLUMNS))
    return ranked.sort_values(["score", "url"], ascending=[False, True], ignore_index=True)


def leads(hits: pd.DataFrame, *, threshold: float = WORTH_COLLECTING) -> tuple[str, ...]:
    """Terms for a second round: the telephone numbers and handles shown by the hits worth collecting.

    A number is given by its last digits, without the code of its country: a site finds it however it is written.
    """
    asked = {term.casefold() for term in hits["term"]}
    seen = {contact for each in _found(hits) if threshold <= each.score < 1 for contact in each.contacts}
    return tuple(sorted(seen - asked))


def _found(hits: pd.DataFrame) -> list[_Found]:
    SEARCHES.check(hits)
    return [_read(group) for _url, group in hits.groupby("url", sort=True)]


def _read(group: pd.DataFrame) -> _Found:
    first = group.sort_values(["excerpt", "source"]).iloc[0]
    text = fold(str(first["excerpt"])).text
    url = str(first["url"])
    return _Found(
        hit=str(first["hit"]),
        url=url,
        source=str(first["source"]),
        concepts=_concepts(group["term"], text),
        signals=tuple((name, worth) for name, worth, pattern in _SIGNALS if pattern.search(text)),
        contacts=frozenset(_contact(match.group()) for match in _CONTACT.finditer(text)),
        names=frozenset(_names(text)),
        everyday=vocabulary.topics(text),
        whole="" in set(group["term"]) and (not text or bool(_FILE.search(urlsplit(url).path))),
    )


def _concepts(terms: Iterable[str], text: str) -> dict[str, int]:
    """The different things that an address speaks of: one concept in four languages counts once."""
    asked = sorted({term for term in terms if term})
    found: dict[str, int] = {}
    others: list[str] = []
    for term in asked:
        spoken = vocabulary.concepts(term)
        found |= spoken
        others += [] if spoken else [term]
    roots = [term for term in others if not any(term != each and term.startswith(each) for each in others)]
    return dict(sorted((found | vocabulary.concepts(text)).items())) | dict.fromkeys(roots[:_PLACES_COUNTED], 1)


def _contact(written: str) -> str:
    """A handle in lower case, or the last digits of a number."""
    return written.casefold() if written.startswith("@") else re.sub(r"\D", "", written)[-_LOCAL_DIGITS:]


def _names(text: str) -> Iterator[str]:
    """Given name and surname in a row, in either order, as the spellings of all scripts have them."""
    for one, other in pairwise(_WORDS.findall(text)):
        if (_is_given(one) and _is_surname(other)) or (_is_surname(one) and _is_given(other)):
            yield " ".join(sorted((bones(one), bones(other))))


def _is_given(word: str) -> bool:
    return part(word) in ("G", "a") if is_arabic(word) else word[0].isupper() and is_given(word)


def _is_surname(word: str) -> bool:
    return part(word) == "S" if is_arabic(word) else word[0].isupper() and is_surname(word)


def _best_by_contact(found: Iterable[_Found]) -> dict[str, list[tuple[float, str]]]:
    """The two best scores behind each contact, so that an address does not vouch for itself."""
    best: dict[str, list[tuple[float, str]]] = {}
    for each in found:
        for contact in each.contacts | each.names:
            best[contact] = sorted([*best.get(contact, ()), (each.score, each.url)], reverse=True)[:2]
    return best


def _row(each: _Found, best: Mapping[str, list[tuple[float, str]]]) -> tuple[str, str, str, float, str]:
    others = [
        (score, contact) for contact in each.contacts | each.names for score, url in best[contact] if url != each.url
    ]
    score, contact = max(others, default=(0.0, ""))
    shared = score >= WORTH_COLLECTING and not each.whole
    total = _joined([each.score, score * _SHARED]) if shared else each.score
    said = _("a name") if contact in each.names else contact
    return each.hit, each.url, each.source, round(total, 3), _reason(each, said if shared else "")


def _joined(worths: Iterable[float]) -> float:
    """Independent reasons together: each takes its share of what the others leave open."""
    missed = 1.0
    for worth in worths:
        missed *= 1 - worth
    return 1 - missed


def _reason(each: _Found, contact: str) -> str:
    if each.whole:
        return _("listed by the source itself")
    said = [_("found by {terms}").format(terms=", ".join(each.concepts))] if each.concepts else []
    if each.signals:
        said.append(_("the text shows {signals}").format(signals=", ".join(_(name) for name, _worth in each.signals)))
    if each.everyday:
        said.append(_("but it speaks of {topics}").format(topics=", ".join(each.everyday)))
    if contact:
        said.append(_("shares {contact} with a hit that scores high").format(contact=contact))
    return "; ".join(said) or _("listed by the source, and nothing speaks for it")
