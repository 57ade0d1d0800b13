"""Traps about who is who, who matters, whose money is what, and who has what part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from osint_kit.world.cast import Person
from osint_kit.world.draft import Draft
from osint_kit.world.trapping import Trap, naming
from osint_kit.world.typologies import by_pattern, holders

_APART = "keeps them apart"
_HONEST_MONEY: Mapping[str, tuple[str, str, str]] = {
    "books": ("honest sarraf", "takes balanced books for hold-and-release", "in and out match, day by day"),
    "deposit": ("ordinary deposit", "takes savings for a parked fee", "the saver himself takes it back"),
    "payroll": ("payroll", "takes wages for shares of a pot", "one day a month, equal sums, named as wages"),
    "charity": ("charity fan-in", "takes gifts for fees", "small gifts for a school that was built"),
    "ring": ("family loans", "takes a ring of loans for a cycle", "a family lends round"),
}
"""Pattern of payments → kind of trap, what the machine makes of it, what is right."""


def people_traps(draft: Draft) -> Iterator[Trap]:
    """In the order of the steps."""
    yield from _identity(draft)
    yield from _standing(draft)
    yield from _money(draft)
    yield from _parts(draft)


def _about(
    draft: Draft, people: Iterable[Person], step: str, kind: str, *, expect: str, machine: str, right: str
) -> Trap:
    items, truths = naming(draft, people)
    return Trap(step, kind, expect, machine, right, items, truths)


def _identity(draft: Draft) -> Iterator[Trap]:
    society = draft.society
    for person in society.of("namesake"):
        like = next(each for each in society.core if each.forms == person.forms)
        machine = "merges two persons of one name"
        yield _about(draft, (person, like), "S5", "namesake", expect="apart", machine=machine, right=_APART)
    for person in (*society.of("brother"), *society.of("new holder")):
        kind = "shared handset" if person.role == "brother" else "recycled number"
        others = [each for each in society.people.values() if each.phone == person.phone]
        machine = "merges two persons by one number"
        yield _about(draft, others, "S5", kind, expect="apart", machine=machine, right=_APART)
    for father in society.of("father"):
        sons = [each for each in society.core if each.town == father.town and each.name.surname == father.name.surname]
        machine = "merges two persons of one surname and initial"
        yield _about(draft, (father, *sons), "S5", "father and son", expect="apart", machine=machine, right=_APART)
    if draft.knobs.aliases > 1:
        machine, right = "keeps two names apart", "one man: the firm's owner goes by a kunya"
        organiser = society.of("RO-ORG")
        yield _about(draft, organiser, "S5", "two names", expect="together", machine=machine, right=right)
        machine, right = "keeps the spellings apart", "one person, written in several scripts and without a number"
        for person in [*society.of("RO-ENF")[:1], *society.of("RO-SUP")[:1], *society.of("RO-FIN")[:1]]:
            yield _about(draft, [person], "S5", "several scripts", expect="together", machine=machine, right=right)
    if draft.knobs.churn > 1:
        machine, right = "takes each handle for somebody else", "one man: the number is the same"
        recruiter = society.of("RO-REC")[-1:]
        yield _about(draft, recruiter, "S5", "renamed handle", expect="together", machine=machine, right=right)


def _standing(draft: Draft) -> Iterator[Trap]:
    society = draft.society
    for role in ("dispatcher", "phoneshop"):
        machine, right = "ranks it first", "an everyday service: everybody calls it"
        yield _about(draft, society.of(role), "S8", "high degree", expect="no link", machine=machine, right=right)
    machine, right = "takes daily calls for command", "a cousin calls daily; what counts is the firm in his name"
    yield _about(draft, society.of("cousin"), "S8", "daily caller", expect="family calls", machine=machine, right=right)
    machine, right = "ranks him low", "few direct contacts, and every way leads through him"
    organiser = society.of("RO-ORG")
    yield _about(draft, organiser, "S8", "quiet organiser", expect="low degree", machine=machine, right=right)


def _money(draft: Draft) -> Iterator[Trap]:
    patterns = by_pattern(draft)
    for pattern, (kind, machine, right) in _HONEST_MONEY.items():
        rows = patterns.get(pattern, ())
        if rows:
            urls = tuple(url for url, _paid in rows)
            truths = tuple(holders(draft, rows))
            yield Trap("S9", kind, "typology none", machine, right, urls, truths)


def _parts(draft: Draft) -> Iterator[Trap]:
    society = draft.society
    told = {
        "LK-9": ("drives for his passage", "takes him for a driver", "a traveller: one leg, to pay for his way"),
        "LK-3": ("hosts for nothing", "takes him for a safe house", "no benefit: family help is no offence"),
        "LK-8": ("duty at the border", "takes him for the paid officer", "on duty, unpaid, every shift alike"),
        "RO-COR": ("paid officer", "overlooks him: few rows name him", "paid the day before his shifts, each time"),
        "RO-ORG": ("owner behind the firm", "overlooks him: others act", "his firm is paid at once, he himself late"),
        "RO-DOC": ("supplier of papers", "overlooks him: he calls nobody else", "called before each departure, by one"),
        "RO-SUP": ("owner of the workshop", "takes him for an employer", "pays the enforcer for hands: a part in it"),
    }
    for role, (kind, machine, right) in told.items():
        if society.of(role):
            yield _about(draft, society.of(role)[:1], "S10", kind, expect="role", machine=machine, right=right)
    machine, right = "takes advice among travellers for recruiting", "travellers who help one another"
    helpers = society.of("PE-MIG")[:2]
    yield _about(draft, helpers, "S10", "travellers who help", expect="role", machine=machine, right=right)
    if society.of("PE-VIC"):
        machine, right = "smuggled, and no more", "smuggled, then held for work: both, and presumed victims"
        yield _about(draft, society.of("PE-VIC"), "S10", "workshop group", expect="role", machine=machine, right=right)
