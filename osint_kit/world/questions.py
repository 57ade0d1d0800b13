"""What was asked of a team, and what is right: set questions, the request to another state, answers to injects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from osint_kit.world.asked import IDS
from osint_kit.world.draft import Draft
from osint_kit.world.items import Item
from osint_kit.world.plot import FIRM_TOWN


@dataclass(frozen=True, slots=True)
class Question:
    """The truth of a set question, and what an honest answer says."""

    id: str
    outcome: bool
    right: str


QUESTIONS: tuple[Question, ...] = tuple(
    Question(id_, outcome, right)
    for id_, (outcome, right) in zip(
        IDS,
        (
            (True, "almost certain: the same price list says so, month by month"),
            (True, "very likely: offers, drivers and prices turn south after the checks; nobody counted the groups"),
            (False, "very unlikely: only a rival's story says so"),
            (True, "likely: register, gazette and a quarrel point to one man, and no text says it outright"),
            (False, "unlikely: one name and one town; number, trade and shifts differ"),
        ),
        strict=True,
    )
)


def questions() -> Iterator[dict[str, object]]:
    """Rows of the key's table of questions."""
    for question in QUESTIONS:
        yield {"id": question.id, "outcome": question.outcome}


def requests(draft: Draft) -> Iterator[dict[str, object]]:
    """Rows of the key's table of requests: records of the firm are where the firm is registered.

    `state` is the state's name; `markings` and `handling` are those that would do.
    """
    code = draft.scenario.places[FIRM_TOWN].states[0]
    yield {
        "id": f"q-{draft.chance.stream('request').token(12)}",
        "kind": "mla",
        "state": draft.scenario.state(code).name,
        "channel": "CH-6",
        "markings": ["TLP-AMBER", "TLP-AMBER+STRICT", "TLP-RED"],
        "handling": ["C", "H2", "H3"],
    }


_EXPECTED: dict[str, tuple[str, ...]] = {
    "IN-01": (
        "The channel was captured before it went; the hashes are shown.",
        "What was missed is taken from the archive's copy, and noted as such.",
    ),
    "IN-02": (
        "Graded F6 or F3: nobody knows the caller, nothing else says so.",
        "No judgement rests on it, and the rival is merged with nobody.",
    ),
    "IN-04": (
        "The article and the post have one origin.",
        "The information stays at 2 or 3: 'confirmed' in a headline confirms nothing.",
    ),
    "IN-06": (
        "Danger to life is noted as the aggravation SOM-AGG-1.",
        "Water, doctor and shelter first (SOM-PROT-3); the two minors are referred at once (SOM-PROT-4).",
    ),
    "IN-09": (
        "Danger to life is passed on at once to those who can act.",
        "Debt (EX-02) and guards (EX-03) are noted; SOM-AGG-2 and the elements of trafficking are tested, both.",
        "The aunt and the nephew are protected: no names outside the team.",
    ),
    "IN-13": (
        "Declined: a migrant is not liable for having been moved (SOM Protocol, Article 5).",
        "He is heard as a witness; Article 6(4) leaves other offences of domestic law, and their limits are said.",
    ),
}


def injects(draft: Draft) -> Iterator[dict[str, object]]:
    """Rows of the key's table of injects: what a good answer has in it."""
    for inject, expected in _EXPECTED.items():
        items, people = _bearing(draft, inject)
        yield {"id": inject, "expected": list(expected), "items": items, "truths": sorted(people)}


def _bearing(draft: Draft, inject: str) -> tuple[list[str], set[str]]:
    """Items and people that an inject is about."""
    society = draft.society
    held = {person.id for role in ("kin", "PE-VIC") for person in society.of(role)}
    agency = {firm.id for firm in society.firms.values() if firm.key == "LK-1"} | {e.id for e in society.of("LK-1")}
    helps = {person.id for person in society.of("LK-9")}
    bearing: dict[str, tuple[Iterable[Item], set[str]]] = {
        "IN-01": ((item for item in draft.items if item.shelf == "club" and item.wanted), set()),
        "IN-02": ((item for item in draft.items if item.genre == "slander"), agency),
        "IN-04": ((item for item in draft.items if item.key == "rumour/0" or item.origin == "rumour/0"), set()),
        "IN-06": ((item for item in draft.items if item.genre == "stop"), set()),
        "IN-09": ((item for item in draft.items if item.genre == "plea"), held),
        "IN-13": ((item for item in draft.items if item.genre == "leg"), helps),
    }
    items, people = bearing[inject]
    return sorted(draft.at[item.key].url for item in items), people
