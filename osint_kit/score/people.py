"""Whom the entities that a team names truly are, and where the world speaks of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from osint_kit.model import Json, Row
from osint_kit.score.key import AnswerKey
from osint_kit.score.matching import match_entities
from osint_kit.score.spans import mentions_of

NOBODY = "?"
"""Begins the name of an entity that stands for nobody."""


def entity(row: Row, side: str = "entity") -> Mapping[str, Json]:
    """The entity that a row names under one of its fields; empty where it names none."""
    found = row.values.get(side)
    return found if isinstance(found, dict) else {}


def named(row: Row, side: str = "entity") -> str:
    """The team's own id of that entity."""
    return str(entity(row, side).get("id", ""))


def true_entities(key: AnswerKey, ends: Iterable[Mapping[str, Json]]) -> dict[str, str]:
    """Team's entity → true entity, one to one, by the most shared mentions; one that stands for nobody is left out."""
    team: dict[str, list[str]] = {}
    for end in ends:
        shared = (each.id for each in mentions_of(key, end.get("mentions")))
        team.setdefault(str(end.get("id", "")), []).extend(shared)
    truth: dict[str, list[str]] = {}
    for mention in key.mentions:
        if mention.truth:
            truth.setdefault(mention.truth, []).append(mention.id)
    return match_entities(team, truth)


def likeliest(key: AnswerKey, end: Mapping[str, Json]) -> str:
    """Whom most of an entity's mentions truly name, whatever other entities hold; empty if nobody."""
    count = Counter(each.truth for each in mentions_of(key, end.get("mentions")) if each.truth)
    return min(count, key=lambda truth: (-count[truth], truth), default="")


def carrying(key: AnswerKey) -> Mapping[str, frozenset[str]]:
    """Truth id → the items that say something of it: they name it, or show a link or an event of its own."""
    found = {truth: set(items) for truth, items in key.naming.items()}
    for link in key.links:
        for truth in (link.source, link.target):
            found.setdefault(truth, set()).update(link.items)
    for event in key.events:
        for truth in event.truths:
            found.setdefault(truth, set()).update(event.items)
    return {truth: frozenset(items) for truth, items in found.items()}


def name_of(key: AnswerKey, truth: str) -> str:
    """What somebody is called, first of all."""
    return next((alias.form for alias in key.aliases if alias.truth == truth), truth)


def roles_of(key: AnswerKey) -> Mapping[str, frozenset[str]]:
    """Truth id → its roles."""
    found: dict[str, set[str]] = {}
    for each in key.roles:
        found.setdefault(each.truth, set()).add(each.role)
    return {truth: frozenset(roles) for truth, roles in found.items()}
