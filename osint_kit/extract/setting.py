"""Where a text stands: its language and its country, worked out when a check asks, not before."""

from __future__ import annotations

from functools import cached_property

from osint_kit.extract.compiled import Finder, lowered
from osint_kit.extract.selectors import Scene
from osint_kit.knowledge.regions import Profile
from osint_kit.knowledge.text import Speech

_CALLED = 1_000
"""Places that one calling code outweighs."""


class Setting:
    """What is known of one original text, and what was given."""

    def __init__(self, finder: Finder, text: str, folded: str, language: str | None, region: str | None) -> None:
        """Take a text, as it was written and folded."""
        self.finder = finder
        self.text = text
        self.folded = folded
        self.given = language
        self.region = region

    @cached_property
    def lower(self) -> str:
        """The folded text in lower case."""
        return lowered(self.folded)

    @cached_property
    def speech(self) -> Speech:
        """The text, listened to."""
        return Speech.of(self.text)

    @cached_property
    def language(self) -> str:
        """The language given, else that of the whole text."""
        return self.speech.language if self.given is None else self.given

    @cached_property
    def home(self) -> tuple[Profile, ...]:
        """Where the text speaks from: the region given, else numbers in it, places in it, its language."""
        profiles = self.finder.profiles
        if self.region:
            return tuple(each for each in profiles if each.code == self.region)
        shown = tuple(profiles[number] for number in self._shown())
        codes = {each.code for each in shown}
        return shown + tuple(each for each in self.finder.spoken.get(self.language, ()) if each.code not in codes)

    def _shown(self) -> list[int]:
        """Numbers of the profiles whose calling code stands in the text, then of those with most places in it."""
        counted: dict[int, int] = {}
        for entry in self.finder.homes.find(self.lower)[:, 2].tolist():
            profile = self.finder.homes.entries[entry]
            counted[profile] = counted.get(profile, 0) + (1 if self.finder.placed[entry] else _CALLED)
        return sorted(counted, key=lambda each: (-counted[each], each))

    def at(self, start: int, end: int) -> str:
        """The language given, else that of the sentence around a span of the original."""
        return self.speech.at(start, end) if self.given is None else self.given


class Seen(Scene):
    """A scene whose language, country and lower case are worked out at the first look."""

    __slots__ = ("setting",)

    def __init__(self, setting: Setting, year: int) -> None:
        """See a folded text in its setting."""
        known = {"text": setting.folded, "year": year, "setting": setting}
        known |= {"profiles": setting.finder.profiles, "places": setting.finder.places}
        for name, value in known.items():
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> object:
        """Work out what is not known yet; called only where a slot is empty."""
        if name not in ("language", "home", "lower"):
            raise AttributeError(name)
        value = getattr(self.setting, name)
        object.__setattr__(self, name, value)
        return value
