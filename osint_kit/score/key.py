"""The answer key of a world: the only module that reads `<world>/key/`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from osint_kit.errors import MissingInput
from osint_kit.messages import _
from osint_kit.model import Json, from_dict
from osint_kit.score.rows import (
    Alias,
    Consistency,
    KeyElement,
    KeyEvent,
    KeyHypothesis,
    KeyIndicator,
    KeyInject,
    KeyItem,
    KeyLink,
    KeyQuestion,
    KeyRequest,
    KeySource,
    KeyTypology,
    Mention,
    Protected,
    Role,
    Trap,
    TrapSpan,
)

__all__ = [
    "Alias",
    "AnswerKey",
    "Consistency",
    "KeyElement",
    "KeyEvent",
    "KeyHypothesis",
    "KeyIndicator",
    "KeyInject",
    "KeyItem",
    "KeyLink",
    "KeyQuestion",
    "KeyRequest",
    "KeySource",
    "KeyTypology",
    "Mention",
    "Protected",
    "Role",
    "Trap",
    "TrapSpan",
    "open_key",
]

T = TypeVar("T")


@dataclass(frozen=True)
class AnswerKey:
    """The truth of a world (doctrine C.1); `tables` holds the tables that no measure reads yet, row by row."""

    path: Path
    mentions: tuple[Mention, ...]
    items: tuple[KeyItem, ...]
    links: tuple[KeyLink, ...]
    roles: tuple[Role, ...]
    sources: tuple[KeySource, ...]
    protected: tuple[Protected, ...]
    traps: tuple[Trap, ...]
    aliases: tuple[Alias, ...]
    events: tuple[KeyEvent, ...]
    typologies: tuple[KeyTypology, ...]
    indicators: tuple[KeyIndicator, ...]
    elements: tuple[KeyElement, ...]
    hypotheses: tuple[KeyHypothesis, ...]
    consistency: tuple[Consistency, ...]
    questions: tuple[KeyQuestion, ...]
    requests: tuple[KeyRequest, ...]
    injects: tuple[KeyInject, ...]
    tables: Mapping[str, tuple[Mapping[str, Json], ...]] = field(default_factory=dict)

    @cached_property
    def key_items(self) -> frozenset[str]:
        """Addresses of the items that a team should collect."""
        return frozenset(item.item for item in self.items if item.key)

    @cached_property
    def known_items(self) -> frozenset[str]:
        """Addresses of all items with a text."""
        return frozenset(item.item for item in self.items)

    @cached_property
    def mentions_by_item(self) -> Mapping[str, tuple[Mention, ...]]:
        """The mentions of each item, in the order of its text."""
        grouped: dict[str, list[Mention]] = {}
        for mention in sorted(self.mentions, key=lambda each: (each.item, each.start, each.end, each.id)):
            grouped.setdefault(mention.item, []).append(mention)
        return {item: tuple(each) for item, each in grouped.items()}

    @cached_property
    def naming(self) -> Mapping[str, frozenset[str]]:
        """Truth id → addresses of the items that mention it."""
        found: dict[str, set[str]] = {}
        for mention in self.mentions:
            found.setdefault(mention.truth, set()).add(mention.item)
        return {truth: frozenset(items) for truth, items in found.items()}

    @cached_property
    def network(self) -> frozenset[str]:
        """Truth ids with a suspect role."""
        return frozenset(role.truth for role in self.roles if role.role.startswith("RO-"))


_TYPED: dict[str, type] = {
    "mentions": Mention,
    "items": KeyItem,
    "links": KeyLink,
    "roles": Role,
    "sources": KeySource,
    "protected": Protected,
    "traps": Trap,
    "aliases": Alias,
    "events": KeyEvent,
    "typologies": KeyTypology,
    "indicators": KeyIndicator,
    "elements": KeyElement,
    "hypotheses": KeyHypothesis,
    "consistency": Consistency,
    "questions": KeyQuestion,
    "requests": KeyRequest,
    "injects": KeyInject,
}
_PLAIN = ("persons", "organisations", "phones", "handles", "accounts", "vehicles", "places", "transfers")


def open_key(path: Path | str) -> AnswerKey:
    """Read the answer key of the world in `path`.

    Raises:
        MissingInput: the bundle has no key (a team's bundle never has one), or a table of it is missing or malformed.
    """
    folder = Path(path) / "key"
    if not folder.is_dir():
        raise MissingInput.expected(_("a world with its answer key"), found=_("no key"), where=path)
    typed: dict[str, Any] = {name: _typed(folder / f"{name}.jsonl", kind) for name, kind in _TYPED.items()}
    plain = {name: tuple(row for _number, row in _rows(folder / f"{name}.jsonl")) for name in _PLAIN}
    return AnswerKey(Path(path), **typed, tables=plain)


def _typed(path: Path, kind: type[T]) -> tuple[T, ...]:
    names = [each.name for each in fields(kind)]  # type: ignore[arg-type]  # the kinds of a key are dataclasses
    return tuple(_one(kind, names, row, f"{path}:{number}") for number, row in _rows(path))


def _one(kind: type[T], names: list[str], row: Mapping[str, Json], where: str) -> T:
    try:
        return from_dict(kind, {name: row[name] for name in names})
    except (KeyError, ValueError) as error:
        raise MissingInput.expected(_("a row of the answer key"), found=repr(error), where=where) from error


def _rows(path: Path) -> list[tuple[int, dict[str, Json]]]:
    if not path.is_file():
        raise MissingInput.expected(_("a table of the answer key"), found=_("no file"), where=path)
    rows = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
        except ValueError as error:
            raise MissingInput.expected(_("JSON"), found=str(error), where=f"{path}:{number}") from error
        if not isinstance(row, dict):
            raise MissingInput.expected(_("a JSON object"), found=line[:40], where=f"{path}:{number}")
        rows.append((number, row))
    return rows
