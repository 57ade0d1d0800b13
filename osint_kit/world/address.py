"""Gives items their addresses: numbers follow the time of publication, so that order and ids say nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from osint_kit.world.chance import Chance
from osint_kit.world.desk import Channel
from osint_kit.world.items import Item
from osint_kit.world.scenario import Scenario

FAMILY = "/family/"
"""Path that the classifieds' robots.txt keeps closed."""


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
    hosts = {
        "ad": scenario.host("classifieds"),
        "post": scenario.host("channels"),
        "company": scenario.host("register"),
    }
    listed = sorted(items, key=lambda each: (each.published, chance.stream("tie", each.key).token(12)))
    stream = chance.stream("first numbers")
    advert = stream.between(20_000, 60_000)
    posts = Counter({part: stream.between(1, 400) for part in sorted(channels)})
    companies = {item.key: int(item.shelf) for item in listed if item.kind == "company"}
    found: dict[str, Address] = {}
    for item in listed:
        advert += 1 + chance.stream("gap", item.key).below(9)
        posts[item.shelf] += 1
        number = companies.get(item.key, posts[item.shelf] if item.kind == "post" else advert)
        id_ = f"i-{chance.stream('item id', item.key).token(12)}"
        found[item.key] = Address(id_, hosts[item.kind], _path(item, number, channels), number)
    return found


def _path(item: Item, number: int, channels: Mapping[str, Channel]) -> str:
    if item.kind == "company":
        return f"/company/{number}"
    if item.kind == "post":
        return f"/{channels[item.shelf].name}/{number}"
    return f"{FAMILY}{number}" if item.shelf == "family" else f"/ad/{number}"
