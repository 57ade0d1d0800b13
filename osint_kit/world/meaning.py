"""What a kind of text means: read from `meaning.toml`, so that the meaning of a genre is data and not code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from osint_kit.errors import BadScenario
from osint_kit.messages import _
from osint_kit.world.items import Item
from osint_kit.world.scenario import LANGUAGES
from osint_kit.world.told import Reader

HYPOTHESES = tuple(f"H{number}" for number in range(1, 7))
_MARKS = (-1, 0, 1)


@dataclass(frozen=True, slots=True)
class Sign:
    """What in a text shows something.

    Attributes:
        id: of an indicator or of an element of law.
        needs: kinds of mentions that must be there.
        words: beginnings of words by language, one of which must be there and is what shows it; with none, the whole
            text does.
    """

    id: str
    needs: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]

    def place(self, item: Item) -> tuple[int, int] | None:
        """The stretch of the item's text that shows it, or None."""
        if not set(self.needs) <= {span.kind for span in item.spans}:
            return None
        if not self.words:
            return 0, len(item.text)
        found = (_word(item.text, word) for word in self.words.get(item.language, ()))
        return next((place for place in found if place), None)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the texts of one genre mean.

    Attributes:
        event: kind of the event that they tell of, or empty.
        first, since: whether only the earliest text tells of it, and from which month on.
        network: whether they mean it only where they name somebody, or a firm, of the network.
        marks: how they stand to each hypothesis, in order; empty when they say nothing about any.
        diagnostic: whether they tell the hypotheses apart.
    """

    genre: str
    event: str = ""
    first: bool = False
    since: int = 1
    network: bool = False
    indicators: tuple[Sign, ...] = ()
    elements: tuple[Sign, ...] = ()
    marks: tuple[int, ...] = ()
    diagnostic: bool = False


class Meanings:
    """The meaning of every genre; a genre that is not told about means nothing."""

    def __init__(self, told: Mapping[str, Meaning], network: frozenset[str] = frozenset()) -> None:
        """Know these genres, and the truth ids of the network."""
        self._told, self._network = told, network

    def __iter__(self) -> Iterator[Meaning]:
        return iter(self._told.values())

    def within(self, network: frozenset[str]) -> Meanings:
        """The same in a world with this network."""
        return Meanings(self._told, network)

    def of(self, item: Item) -> Meaning:
        """What an item means; what repeats another item means nothing by itself."""
        nothing = Meaning(item.genre)
        found = nothing if item.origin else self._told.get(item.genre, nothing)
        if found.network and not {span.truth for span in item.spans} & self._network:
            return nothing
        return found


def load_meanings(path: Path) -> Meanings:
    """Read a `meaning.toml`.

    Raises:
        BadScenario: names the file and the key that is wrong.
    """
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise BadScenario.expected(
            _("a file with the meaning of texts"), found=_("no such file"), where=path
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadScenario.expected(_("a TOML file in UTF-8"), found=str(error), where=path) from error
    root = Reader(told, path)
    return Meanings({genre: _meaning(genre, root.part(genre)) for genre in told})


def _meaning(genre: str, told: Reader) -> Meaning:
    marks = told.table.get("marks", [])
    if marks and (not isinstance(marks, list) or len(marks) != len(HYPOTHESES) or set(marks) - set(_MARKS)):
        raise told.fail("marks", _("six marks of -1, 0 or 1"), repr(marks))
    since = told.table.get("since", 1)
    if not isinstance(since, int):
        raise told.fail("since", _("a month"), repr(since))
    return Meaning(
        genre=genre,
        event=str(told.table.get("event", "")),
        first=told.table.get("first") is True,
        since=since,
        network=told.table.get("network") is True,
        indicators=tuple(_signs(told, "indicators")),
        elements=tuple(_signs(told, "elements")),
        marks=tuple(marks) if isinstance(marks, list) else (),
        diagnostic=told.table.get("diagnostic") is True,
    )


def _signs(told: Reader, name: str) -> Iterator[Sign]:
    if name not in told.table:
        return
    signs = told.part(name)
    for id_ in signs.table:
        sign = signs.part(id_) if signs.table[id_] else Reader({}, signs.path, signs.key(id_))
        unknown = sorted(set(sign.table) - {"needs", *LANGUAGES})
        if unknown:
            raise sign.fail(unknown[0], _("languages or needs"), unknown[0])
        words = {language: sign.texts(language) for language in LANGUAGES if language in sign.table}
        yield Sign(id_, sign.texts("needs") if "needs" in sign.table else (), words)


def _word(text: str, beginning: str) -> tuple[int, int] | None:
    """Where a word that begins so stands, or several in a row; to the end of the last word."""
    found = re.search(rf"(?<!\w){re.escape(beginning)}\w*", text, re.IGNORECASE)
    return found.span() if found else None
