"""The nouns of a scenario: the atlas, the names, the firms, the sites and the grammars a world is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

LANGUAGES = ("tg", "ru", "en", "fa")
SITES = ("classifieds", "channels", "register", "partner", "social", "news", "news", "archive")
"""Kinds of sites the story is published on; a newspaper comes before a gazette."""


@dataclass(frozen=True, slots=True)
class Place:
    """A town or a crossing: one id, a name per language, the states it belongs to."""

    id: str
    kind: str
    states: tuple[str, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """A fictional state: how it numbers its phones, plates and accounts, and who lives there."""

    code: str
    name: str
    calling_code: str
    plate: str
    plate_form: str
    currency: str
    languages: tuple[str, ...]
    people: str
    towns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """Given names and surnames of one people: each `tg|ru|en|fa`, with the endings of surnames by language."""

    men: tuple[tuple[str, ...], ...]
    women: tuple[tuple[str, ...], ...]
    surnames: tuple[tuple[str, ...], ...]
    endings: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Site:
    """A site of the fictional internet, or the partner who sends files."""

    host: str
    kind: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything a world is made of, except chance."""

    name: str
    version: str
    watermark: str
    opens: datetime
    begins: date
    brief: Mapping[str, str]
    states: tuple[State, ...]
    places: Mapping[str, Place]
    stocks: Mapping[str, Stock]
    words: Mapping[str, tuple[str, ...]]
    sites: tuple[Site, ...]
    towns_of: Mapping[str, tuple[str, ...]]
    grammar: Mapping[str, Mapping[str, tuple[str, ...]]]
    goods: Mapping[str, tuple[str, ...]]
    questions: Mapping[str, tuple[str, ...]]
    digest: str

    def state(self, code: str) -> State:
        """The state with that code."""
        return next(each for each in self.states if each.code == code)

    def host(self, kind: str, number: int = 0) -> str:
        """Host of a site of a kind, the first unless told."""
        return [each.host for each in self.sites if each.kind == kind][number]
