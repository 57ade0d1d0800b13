"""Items that dispute one another: one denies what another alarms people with, about the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from osint_kit.grade.items import Item
from osint_kit.grade.origins import body
from osint_kit.knowledge.names.romanise import skeleton

DENIAL = re.compile(
    r"опроверж|неверн|ложь|слухи|раддия|дурӯғ|дуруғ|as usual|denial|not true|untrue|rumours? (is|are)",
    re.IGNORECASE,
)
"""Words by which an item denies something: own compilation, unreviewed, Russian, Tajik, English."""

ALARM = re.compile(
    r"закрыт|не работает|сожжён|обман|исчез|мошенн|одамбар|фиреб|баста|роҳ нест"
    r"|closed|burnt|cheat|scam|fraud|disappeared|smuggler",
    re.IGNORECASE,
)
"""Words by which an item warns or accuses: own compilation, unreviewed."""

SHARED = 2
"""Names that two items must share to be about one thing."""

_NAME = re.compile(r"[A-ZА-ЯЁҒӢҚӮҲҶ][\w-]{3,}")


def denials(items: Sequence[Item], origin: Mapping[str, str]) -> dict[str, tuple[Item, ...]]:
    """Item that warns or accuses → items of other origin and author that deny it."""
    topics = {item.item: _topic(item) for item in items}
    texts = {item.item: body(item) for item in items}
    denying = [item for item in items if DENIAL.search(texts[item.item])]
    alarming = [item for item in items if ALARM.search(texts[item.item]) and item not in denying]
    found = {}
    for item in alarming:
        against = [each for each in denying if _disputes(item, each, topics, origin)]
        if against:
            found[item.item] = tuple(against)
    return found


def _disputes(item: Item, other: Item, topics: Mapping[str, frozenset[str]], origin: Mapping[str, str]) -> bool:
    apart = item.source != other.source and origin[item.item] != origin[other.item]
    return apart and len(topics[item.item] & topics[other.item]) >= SHARED


def _topic(item: Item) -> frozenset[str]:
    """Names in the text under one spelling, whatever the script."""
    return frozenset(_skeletons(line for line in item.text.splitlines() if item.author.lower() not in line.lower()))


def _skeletons(lines: Iterable[str]) -> Iterable[str]:
    return (key for line in lines for word in _NAME.findall(line) if len(key := skeleton(word)) > SHARED)
