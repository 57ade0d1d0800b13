"""Gives items their addresses: numbers follow the time of publication, so that order and ids say nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from osint_kit.world.chance import Chance
from osint_kit.world.desk import GAZETTE, GROUP, INTERVIEW, LETTERS, PAPER, Channel
from osint_kit.world.items import Item
from osint_kit.world.scenario import Scenario

FAMILY = "/family/"
"""Path that robots.txt keeps closed, on the classifieds and in the newspaper."""

CHATS: Mapping[str, str] = {GROUP: "chat/result.json", LETTERS: "chat.txt", INTERVIEW: "interview.txt"}
"""File of the partner that each shelf of messages is told in."""

_FRAGMENTS = {GROUP: "message", LETTERS: "line", INTERVIEW: "line"}
_FIRST = {GROUP: 2, LETTERS: 2, INTERVIEW: 3}  # after the line of the system, the watermark, the heading
_SNOWFLAKE = 1 << 16


@dataclass(frozen=True, slots=True)
class Address:
    """Where an item stands."""

    id: str
    host: str
    path: str
    number: int

    @property
    def url(self) -> str:
        """The absolute address: the item's name."""
        return f"https://{self.host}{self.path}"


def addresses(
    items: Iterable[Item], scenario: Scenario, channels: Mapping[str, Channel], chance: Chance
) -> dict[str, Address]:
    """Address of each item, by key."""
    listed = sorted(items, key=lambda each: (each.published, chance.stream("tie", each.key).token(12)))
    count = _Count(chance, channels)
    found: dict[str, Address] = {}
    for item in listed:
        number = count.next(item)
        id_ = f"i-{chance.stream('item id', item.key).token(12)}"
        found[item.key] = Address(id_, _host(item, scenario), _path(item, number, channels), number)
    return found


class _Count:
    """Numbers of each site, going up with time."""

    def __init__(self, chance: Chance, channels: Mapping[str, Channel]) -> None:
        stream = chance.stream("first numbers")
        self._chance = chance
        self._next = Counter({"ad": stream.between(20_000, 60_000)})
        self._next.update({part: stream.between(1, 400) for part in sorted(channels)})
        self._next.update({PAPER: stream.between(9000, 99_000), GAZETTE: stream.between(100, 900)})
        self._next.update(_FIRST)

    def next(self, item: Item) -> int:
        if item.kind == "company":
            return int(item.shelf)
        if item.kind == "status":
            salt = self._chance.stream("snowflake", item.key).below(_SNOWFLAKE)
            return int(item.published.timestamp() * 1000) * _SNOWFLAKE + salt
        if item.kind == "message":
            number = self._next[item.shelf]
            self._next[item.shelf] += 1 if item.shelf == GROUP else item.text.count("\n") + 1
            return number
        shelf = "ad" if item.kind == "ad" else item.shelf
        gap = self._chance.stream("gap", item.key).below(9) if item.kind != "post" else 0
        self._next[shelf] += 1 + gap
        return self._next[shelf]


def _host(item: Item, scenario: Scenario) -> str:
    kinds = {
        "ad": "classifieds",
        "post": "channels",
        "company": "register",
        "status": "social",
        "article": "news",
        "message": "partner",
    }
    return scenario.host(kinds[item.kind], int(item.shelf == GAZETTE))


def _path(item: Item, number: int, channels: Mapping[str, Channel]) -> str:
    if item.kind == "company":
        return f"/company/{number}"
    if item.kind == "post":
        return f"/{channels[item.shelf].name}/{number}"
    if item.kind == "status":
        return f"/{item.author}/{number}"
    if item.kind == "message":
        return f"/files/{CHATS[item.shelf]}#{_FRAGMENTS[item.shelf]}={number}"
    if item.kind == "article":
        return f"{FAMILY}{number}" if item.genre == "private" else f"/{section(item)}/{number}"
    return f"{FAMILY}{number}" if item.shelf == "family" else f"/ad/{number}"


def section(item: Item) -> str:
    """Section of a paper that an article stands in."""
    if item.shelf == GAZETTE:
        return "firms" if item.genre == "gazette" else "notices"
    return "people" if item.genre in ("reporter", "private") else "region"
