"""Where the machine is wrong or unsure, and a person must decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from osint_kit.world.cast import Person
from osint_kit.world.draft import Draft


def traps(draft: Draft) -> Iterator[dict[str, object]]:
    """Rows of the key's table of traps."""
    yield from _reading(draft)
    yield from _identity(draft)
    yield from _belief(draft)


def _reading(draft: Draft) -> Iterator[dict[str, object]]:
    keys = {item.key: item for item in draft.items}
    for driver in draft.society.of("RO-TRA"):
        item = [f"driver/{driver.key}/1"]
        yield _of_items(draft, "S4", "Cyrillic plate", item, machine="reads another plate", right="folds the letters")
    for key in sorted(key for key in keys if key.startswith("serial/")):
        yield _of_items(
            draft, "S4", "number of a paper", [key], machine="takes it as a telephone", right="no telephone"
        )
    games = sorted(key for key in keys if key.startswith("sport/"))
    yield _of_items(draft, "S4", "game of football", games, machine="reads a coded word", right="an everyday word")


def _identity(draft: Draft) -> Iterator[dict[str, object]]:
    society = draft.society
    for person in society.of("namesake"):
        like = next(each for each in society.core if each.forms == person.forms)
        yield _trap(
            draft, "S5", "namesake", (person, like), machine="merges two persons of one name", right="keeps them apart"
        )
    for person in (*society.of("brother"), *society.of("new holder")):
        kind = "shared handset" if person.role == "brother" else "recycled number"
        others = [each for each in society.people.values() if each.phone == person.phone]
        yield _trap(draft, "S5", kind, others, machine="merges two persons by one number", right="keeps them apart")


def _belief(draft: Draft) -> Iterator[dict[str, object]]:
    for number in range(draft.knobs.reposts):
        keys = [f"repost/{number}", "rumour/0"]
        yield _of_items(draft, "S6", "circular report", keys, machine="counts a repost", right="one origin")
    for item in draft.items:
        if item.truth == "false" and not item.origin:
            yield _of_items(draft, "S6", "false item", [item.key], machine="takes it as true", right="grades it 4 or 5")
    for item in draft.items:
        if item.shelf in ("private", "family"):
            yield _of_items(draft, "S2", "out of scope", [item.key], machine="collects it", right="leaves it")
    for role in ("dispatcher", "phoneshop"):
        yield _trap(
            draft, "S8", "high degree", draft.society.of(role), machine="ranks it first", right="everyday service"
        )


def _trap(
    draft: Draft, step: str, kind: str, people: Iterable[Person], *, machine: str, right: str
) -> dict[str, object]:
    truths = sorted(person.id for person in people)
    items = sorted(
        {draft.at[item.key].url for item in draft.items if {span.truth for span in item.spans} & set(truths)}
    )
    return _row(draft, step, kind, items=items, truths=truths, machine=machine, right=right)


def _of_items(draft: Draft, step: str, kind: str, keys: list[str], *, machine: str, right: str) -> dict[str, object]:
    return _row(draft, step, kind, items=[draft.at[key].url for key in keys], truths=[], machine=machine, right=right)


def _row(
    draft: Draft, step: str, kind: str, *, items: list[str], truths: list[str], machine: str, right: str
) -> dict[str, object]:
    id_ = f"x-{draft.chance.stream('trap', kind, *items, *truths).token(12)}"
    return {"id": id_, "step": step, "kind": kind, "items": items, "truths": truths, "machine": machine, "right": right}
