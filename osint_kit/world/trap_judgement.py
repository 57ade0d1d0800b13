"""Traps of judgement: what to say, to whom, and what not to hold against somebody."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.world.draft import Draft
from osint_kit.world.questions import QUESTIONS
from osint_kit.world.tables import MONEY
from osint_kit.world.trapping import Trap, naming, of_genre, urls


def judgement_traps(draft: Draft) -> Iterator[Trap]:
    """In the order of the steps."""
    for question in QUESTIONS:
        yield Trap(
            "S7", "set question", "term", "answers all with one term", f"{question.id}: {question.right}", (), (), ()
        )
    yield from _hypotheses(draft)
    yield from _sharing(draft)
    yield from _interview(draft)


def _hypotheses(draft: Draft) -> Iterator[Trap]:
    pairs = urls(draft, of_genre(draft, "pair", "staff", "price"))
    yield Trap(
        "S11",
        "group or freelancers",
        "H1 before H2",
        "counts what fits both",
        "one pot, one calendar, one price list: freelancers would not have them",
        pairs,
    )
    yield Trap(
        "S11",
        "bait for deception",
        "not H6",
        "takes one planted story for a planted picture",
        "a rival's story about one agency: the rest stands without it",
        urls(draft, of_genre(draft, "slander")),
    )


def _sharing(draft: Draft) -> Iterator[Trap]:
    society, partner = draft.society, draft.scenario.host("partner")
    yield Trap(
        "S12",
        "whole file asked for",
        "minimum",
        "sends everything",
        "answers through the right channel with what the purpose needs",
    )
    protected = [*society.of("source"), *(each for each in society.people.values() if each.status)]
    for person in protected:
        kind = "minor to withhold" if person.status else "source to withhold"
        items, truths = naming(draft, [person])
        yield Trap("S12", kind, "withheld", "names everybody in the file", "leaves the name out", items, truths)
    money = (f"https://{partner}/files/{MONEY}",)
    yield Trap(
        "S12",
        "intelligence only",
        "consent first",
        "quotes the statement as evidence",
        "uses it as a lead; asks the unit that gave it before it goes on",
        money,
    )


def _interview(draft: Draft) -> Iterator[Trap]:
    people = draft.society.of("source") or draft.society.of("PE-MIG")[:1]
    items, truths = naming(draft, people)
    yield Trap(
        "S13",
        "afraid, with a dialect",
        "interpreter",
        "plans a hearing in the language of the office",
        "a witness: an independent interpreter for his dialect, and safety first",
        items,
        truths,
    )
    yield Trap(
        "S13",
        "debt is no crime",
        "no accusation",
        "asks him to explain his debt",
        "what he owes is no offence of his; asks who set it and how",
        urls(draft, of_genre(draft, "debt")),
        truths,
    )
