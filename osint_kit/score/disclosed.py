"""Who of those that must be withheld can be read out of an outgoing text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from osint_kit.messages import _
from osint_kit.model import Json
from osint_kit.score.key import AnswerKey

SELECTORS = {"phones": "phone", "handles": "handle", "accounts": "iban", "vehicles": "plate"}
"""Table of the key → the column that holds the selector; `holder` is whose it is."""

PARTS = 2
"""A name of fewer parts names nobody for certain."""

LETTERS = 7
"""A selector shorter than this could be chance."""


def withheld(key: AnswerKey) -> Mapping[str, str]:
    """Truth id → why it must be withheld."""
    return {each.truth: _(each.why) for each in key.protected if each.withhold}


@dataclass(frozen=True, slots=True)
class Secret:
    """One form that gives somebody withheld away: words in this order, or a selector however it is spaced."""

    truth: str
    form: str
    words: str = ""
    selector: str = ""

    def told(self, plain: str, squeezed: str) -> bool:
        """Whether a text gives it away."""
        return f" {self.words} " in plain if self.words else self.selector in squeezed


def secrets(key: AnswerKey) -> tuple[Secret, ...]:
    """The forms of everybody withheld; one that others bear too names nobody."""
    hidden = frozenset(withheld(key))
    names = (Secret(truth, form, words=words) for truth, form, words in sorted(_names(key, hidden)))
    selectors = (Secret(truth, form, selector=form) for truth, form in sorted(_selectors(key)) if truth in hidden)
    return (*names, *(each for each in selectors if len(each.selector) >= LETTERS))


def disclosed(hidden: tuple[Secret, ...], text: str) -> dict[str, str]:
    """Truth id of everybody withheld whom a text names → the form found."""
    plain, squeezed = f" {_words(text)} ", _squeezed(text)
    found: dict[str, str] = {}
    for each in hidden:
        if each.told(plain, squeezed):
            found.setdefault(each.truth, each.form)
    return found


def _names(key: AnswerKey, secret: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    bearers: dict[str, set[str]] = {}
    forms = [(alias.truth, alias.form, _words(alias.form)) for alias in key.aliases]
    for truth, _form, plain in forms:
        bearers.setdefault(plain, set()).add(truth)
    for truth, form, plain in forms:
        if truth in secret and len(plain.split()) >= PARTS and bearers[plain] <= secret:
            yield truth, form, plain


def _selectors(key: AnswerKey) -> Iterator[tuple[str, str]]:
    for table, column in SELECTORS.items():
        for row in key.tables.get(table, ()):
            yield _text(row.get("holder")), _squeezed(_text(row.get(column)).rpartition(":")[2])


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w]+", text.casefold()))


def _squeezed(text: str) -> str:
    return "".join(re.findall(r"[^\W]", text.casefold()))
