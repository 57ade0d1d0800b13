"""Words behind indicators and events, in Tajik, Russian, English and Dari: what a text may say of a journey.

A word here is a lead, not evidence: agencies, newspapers and families use the same words.

>>> read("Мы доехали, спасибо!").span("arrived")
(3, 10)
>>> read("They have not arrived").span("arrived") is None
True
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from osint_kit.knowledge.text import Folded, fold

LANGUAGES = ("tg", "ru", "en", "fa")
Span = tuple[int, int]

_WRITTEN = {
    "ҳ": "[ҳх]", "қ": "[қк]", "ғ": "[ғг]", "ӯ": "[ӯу]", "ӣ": "[ӣи]", "ҷ": "[ҷчж]", "ё": "[ёе]", "е": "[её]",
    "ی": "[یيى]", "ک": "[کك]", "ه": "[هة]", " ": r"\s?",
}  # fmt: skip
"""How one letter may be written: without the Tajik marks, in Arabic instead of Dari forms, words run together."""

TOGETHER = 160
"""Evidence of several concepts is shown as one stretch of so many characters at most."""

NEAR = 16
"""So many characters before a word are looked at for what turns it."""

_GAP = r"[^.!?؟\n]{0,40}?\b"
_SUM = r"[0-9][0-9 .,]{2,8}"
_MONEY = r"USD|EUR|[$€]|долл|евро|euro|dollar|доллар|دالر|دلار|یورو"
_SIGNALS = {
    "route": (
        r"(?i:[^\W\d_]{3,} ?(?:→|⟶|->|=>|—|–| - ) ?[^\W\d_]{3,})"
        r"|\b(?i:из|аз|from|از) [^\W\d_]{3,}[^.!?\n]{0,25} (?i:в|до|ба|то|to|به|تا) [^\W\d_]{3,}"
        r"|\b[^\W\d_]{4,} to [A-Z][^\W\d_]{3,}"
    ),
    "sum": rf"{_SUM} ?(?:{_MONEY})|(?:USD|EUR|[$€]) ?{_SUM}",
    "contact": r"(?:\+|\b00)[0-9][0-9 ().\-]{7,}[0-9]|(?<!\w)@\w{3,}",
    "emoji": "[\U0001f680-\U0001f6a2\U0001f690-\U0001f69b\U0001f6e3-\U0001f6f3\u2708\u26f5\U0001f30d-\U0001f310]",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What must stand together in one text.

    Attributes:
        id: an indicator, or the kind of an event.
        of: each entry names concepts of which one must stand in the text; the first entry is the evidence.
    """

    id: str
    label: str
    group: str
    of: tuple[tuple[str, ...], ...]
    score: float

    def span(self, reading: Reading) -> Span | None:
        """Where the evidence of the rule stands, if all of it is there: all of it, or the first entry if it is far."""
        spans = [span for entry in self.of if (span := reading.first(entry))]
        if len(spans) < len(self.of):
            return None
        start, end = min(each[0] for each in spans), max(each[1] for each in spans)
        return (start, end) if end - start <= TOGETHER else spans[0]


@dataclass(slots=True)
class Reading:
    """One text and the concepts in it, each looked for once; `since` is where what it says begins."""

    folded: Folded
    since: int = 0
    _found: dict[str, Span | None] = field(default_factory=dict)

    def span(self, concept: str) -> Span | None:
        """Span in the original text of the first place where a concept stands."""
        if concept not in self._found:
            self._found[concept] = self._search(concept)
        return self._found[concept]

    def first(self, concepts: tuple[str, ...]) -> Span | None:
        """Span of the first of several concepts that stands in the text."""
        return next((span for span in map(self.span, concepts) if span), None)

    def _search(self, concept: str) -> Span | None:
        text = self.folded.text
        turned = _turned(concept)
        for match in _patterns()[concept].finditer(text):
            if not turned.search(text, max(0, match.start() - NEAR), match.start()):
                start, end = self.folded.span(*match.span())
                return start + self.since, end + self.since
        return None


def read(text: str, published: str = "", author: str = "") -> Reading:
    """Make a text ready to be asked for concepts.

    Args:
        published, author: a first line that shows this day (ISO 8601) or this name is a heading, and not read.
    """
    since = heading(text, published, author)
    return Reading(fold(text[since:]), since)


def heading(text: str, published: str, author: str = "") -> int:
    r"""Where the text begins behind a first line that shows day or author of the text; 0 if there is none.

    >>> heading("@abc 2031-05-01 10:00\nWe are here", "2031-05-01T10:00:00+05:00")
    22
    """
    first, line, rest = text.partition("\n")
    shown = (published[:10], author)
    return len(first) + 1 if line and rest and any(each and each in first for each in shown) else 0


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of indicators, in the order of the file."""
    return tuple(_rule(each, each["indicator"]) for each in _told()["rule"])


@cache
def events() -> tuple[Rule, ...]:
    """The rules of events, the most telling first."""
    return tuple(_rule(each, each["kind"]) for each in _told()["event"])


def _rule(raw: dict[str, Any], name: str) -> Rule:
    of = tuple(tuple(entry.split("|")) for entry in raw["of"])
    return Rule(name, raw.get("label", name), raw.get("group", ""), of, raw["score"])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {each["id"]: _compiled(each) for each in _told()["concept"]}
    return words | {name: re.compile(pattern) for name, pattern in _SIGNALS.items()}


def _compiled(concept: dict[str, Any]) -> re.Pattern[str]:
    """Longer terms first, so that the evidence is the fullest wording."""
    terms = sorted({term for code in LANGUAGES for term in concept.get(code, ())}, key=lambda term: (-len(term), term))
    before = r"(?<![«“\"„])\b" if concept.get("unquoted") else r"\b"
    return re.compile(before + "(?:" + "|".join(map(_term, terms)) + r")\w*", re.IGNORECASE)


def _term(term: str) -> str:
    pieces = (
        "".join(_WRITTEN.get(letter, re.escape(letter)) for letter in piece) for piece in fold(term).text.split(" .. ")
    )
    return rf"\w*{_GAP}".join(pieces)


@cache
def _turned(concept: str) -> re.Pattern[str]:
    """What, right before a word, makes it mean the opposite, or something that is yet to come."""
    tables = [
        _told()["negation"],
        *(each["not_after"] for each in _told()["concept"] if each["id"] == concept and "not_after" in each),
    ]
    words = sorted({word for table in tables for code in LANGUAGES for word in table.get(code, ())})
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\s+(?:yet\s+|еще\s+|ещё\s+)?$", re.IGNORECASE)


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("indicators.toml").read_text("utf-8"))
