"""How a trap is set down: where it stands, whom it is about, what the machine does with it, and what is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from osint_kit.world.cast import Person
from osint_kit.world.compose import Span
from osint_kit.world.draft import Draft
from osint_kit.world.items import Item

SpanRow = dict[str, object]


@dataclass(frozen=True, slots=True)
class Trap:
    """One trap; `expect` is what makes an answer right, in a word of the key or in a sentence."""

    step: str
    kind: str
    expect: str
    machine: str
    right: str
    items: tuple[str, ...] = ()
    truths: tuple[str, ...] = ()
    spans: tuple[SpanRow, ...] = ()

    def row(self, draft: Draft) -> dict[str, object]:
        """The trap as a row of the key."""
        id_ = f"x-{draft.chance.stream('trap', self.kind, self.right, *self.items, *self.truths).token(12)}"
        return {
            "id": id_,
            "step": self.step,
            "kind": self.kind,
            "items": list(self.items),
            "truths": list(self.truths),
            "spans": list(self.spans),
            "expect": self.expect,
            "machine": self.machine,
            "right": self.right,
        }


def of_genre(draft: Draft, *genres: str) -> tuple[Item, ...]:
    """The items of some genres, in the order of their keys; what repeats another item is none."""
    return tuple(sorted((each for each in draft.items if each.genre in genres and not each.origin), key=_key))


def urls(draft: Draft, items: Iterable[Item]) -> tuple[str, ...]:
    """Addresses of items."""
    return tuple(draft.at[item.key].url for item in items)


def naming(draft: Draft, people: Iterable[Person]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Addresses of the items that name these people, and their truth ids."""
    truths = tuple(sorted(person.id for person in people))
    found = {draft.at[item.key].url for item in draft.items if {span.truth for span in item.spans} & set(truths)}
    return tuple(sorted(found)), truths


def mention(draft: Draft, item: Item, span: Span) -> SpanRow:
    """A mention as a stretch on which a trap turns."""
    return stretch(draft, item, (span.start, span.end), span.kind, span.value)


def stretch(draft: Draft, item: Item, place: tuple[int, int], kind: str, value: str) -> SpanRow:
    """A stretch of an item's text on which a trap turns."""
    return {"item": draft.at[item.key].url, "start": place[0], "end": place[1], "kind": kind, "value": value}


def _key(item: Item) -> str:
    return item.key
