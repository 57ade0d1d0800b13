"""Pairs inside one item: a person and the contact details beside the name, a firm and what a register says of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from osint_kit.messages import _
from osint_kit.model import NAME_KINDS, SELECTOR_KINDS
from osint_kit.resolve.pair import Pair
from osint_kit.resolve.subjects import Subject, alike, different, firm, is_telling, name_key

DOUBTS = {
    "changed": lambda: _("the text says that the number has another holder than before"),
    "shared": lambda: _("the text says that several use the number"),
}
_OFTEN = 2
"""Items from which on a number that one handle alone signs is taken for its own."""
_UNSURE = 0.5
_DRIVER = 0.66
"""Somebody named beside a vehicle most likely drives it."""
_NEAR = 60
"""Most characters between a selector and the person it stands beside."""


def official_selectors(by_item: dict[str, list[Subject]], related: set[str]) -> frozenset[tuple[str, str]]:
    """Kinds and values that a register gives for a firm: they are the firm's wherever they stand."""
    return frozenset(
        (each.kind, each.value)
        for item in _records(by_item, related)
        if any(each.kind == "organization" for each in by_item[item])
        for each in by_item[item]
        if each.kind in SELECTOR_KINDS
    )


def signed(by_item: dict[str, list[Subject]]) -> Iterator[Pair]:
    """The handle that signs posts and the one number that they give, where neither is ever found without the other."""
    numbers: dict[str, dict[str, Subject]] = defaultdict(dict)
    authors: dict[str, set[str]] = defaultdict(set)
    handles: dict[str, Subject] = {}
    times: Counter[tuple[str, str]] = Counter()
    for held in by_item.values():
        signs = {each.value: each for each in held if each.kind == "handle" and not each.told}
        told = [each for each in held if each.kind == "phone" and each.told and each.author]
        for each in told:
            authors[each.value].add(each.author)
        if not any(each.kind in NAME_KINDS for each in held):
            for author, each in product(signs, told):
                handles.setdefault(author, signs[author])
                numbers[author].setdefault(each.value, each)
                times[author, each.value] += not each.doubt
    for author, given in sorted(numbers.items()):
        ((value, phone), *more) = given.items()
        if not more and len(authors[value]) == 1 and times[author, value] >= _OFTEN:
            reason = _("{handle} signs every item that gives {selector}, and gives no other number")
            yield Pair.of(handles[author], phone, 0.66, "signed", reason.format(handle=author, selector=value))


def _records(by_item: dict[str, list[Subject]], related: set[str]) -> set[str]:
    return {item for item, held in by_item.items() if any(each.document in related for each in held)}


def inside_items(by_item: dict[str, list[Subject]], related: set[str]) -> Iterator[Pair]:
    """Names and contact details that one item gives; what a register gives for a firm is the firm's everywhere."""
    records = _records(by_item, related)
    official = official_selectors(by_item, related)
    for item, held in by_item.items():
        named = [each for each in held if each.kind == "person"]
        persons = [each for each in named if is_telling(each.value)] or named
        firms = [each for each in held if each.kind == "organization"]
        contacts = [each for each in held if each.kind in SELECTOR_KINDS and each.kind != "plate" and each.told]
        plates = [each for each in held if each.kind == "plate" and each.told]
        yield from _repeated(persons)
        theirs = [each for each in contacts if item in records or (each.kind, each.value) in official]
        yield from _contacts(theirs, firms, _("a register gives {selector} for {name}"), 0.8)
        own = [each for each in contacts if each not in theirs]
        yield from _lent([each for each in own if each.doubt], persons)
        yield from _unofficial([each for each in own if not each.doubt], persons, firms)
        yield from _driven(plates, own, persons, firms)


def _lent(contacts: Sequence[Subject], persons: Sequence[Subject]) -> Iterator[Pair]:
    """Numbers of which the text says that somebody else has, or had, them too."""
    for each in contacts:
        said = _("{selector} stands beside {name}; {doubt}").format(
            selector=each.value, name=persons[0].value if persons else "", doubt=DOUBTS[each.doubt]()
        )
        yield from (Pair.of(each, person, _UNSURE, "doubted", said) for person in persons[:1])


def _driven(
    plates: Sequence[Subject], contacts: Sequence[Subject], persons: Sequence[Subject], firms: Sequence[Subject]
) -> Iterator[Pair]:
    """A vehicle beside the one person whom an item names, or beside the number that it gives without a name."""
    for plate in plates:
        if persons and not any(different(one.value, other.value) for one in persons for other in persons):
            said = _("the item names {name} alone beside the vehicle {plate}")
            yield Pair.of(plate, persons[0], _DRIVER, "vehicle", said.format(name=persons[0].value, plate=plate.value))
        elif not persons and not firms and len({each.value for each in contacts}) == 1:
            said = _("one item gives {left} and {right} and names nobody")
            reason = said.format(left=contacts[0].value, right=plate.value)
            yield Pair.of(plate, contacts[0], _UNSURE if contacts[0].doubt else _DRIVER, "vehicle", reason)


def _unofficial(contacts: Sequence[Subject], persons: Sequence[Subject], firms: Sequence[Subject]) -> Iterator[Pair]:
    alone = _("the item names {name} alone and gives {selector}")
    if firms and persons:
        accounts = [each for each in contacts if each.kind == "iban"]
        contacts = [each for each in contacts if each not in accounts]
        yield from _contacts(accounts, firms, _("the item names {name} and gives {selector}"), 0.65)
    if not contacts:
        return
    if persons and not any(different(one.value, other.value) for one in persons for other in persons):
        yield from _contacts(contacts, persons, alone, 0.82)
    elif persons and len({name_key(each.value) for each in persons if each.speaks}) == 1:
        speaker = [each for each in persons if each.speaks]
        yield from _contacts(contacts, speaker, _("{name} speaks and gives {selector}"), 0.82)
    elif persons:
        yield from _nearest(contacts, persons)
    elif len({firm(each.value) for each in firms}) == 1:
        yield from _contacts(contacts, firms, alone, 0.75)
    elif not firms:
        yield from _together(contacts)


def _repeated(persons: Sequence[Subject]) -> Iterator[Pair]:
    """One person named twice in one item."""
    for one, other in pairwise(persons):
        if alike(one.value, other.value):
            reason = _("one item names {left} and {right}").format(left=one.value, right=other.value)
            yield Pair.of(one, other, 0.88, "same item", reason)


def _contacts(contacts: Sequence[Subject], names: Sequence[Subject], reason: str, score: float) -> Iterator[Pair]:
    for name in names[:1]:
        for each in contacts:
            yield Pair.of(each, name, score, "contact", reason.format(name=name.value, selector=each.value))


def _nearest(contacts: Sequence[Subject], persons: Sequence[Subject]) -> Iterator[Pair]:
    """A selector right beside one of several persons."""
    for each in contacts:
        near = sorted((_gap(each, person), person.id, person) for person in persons if person.document == each.document)
        if near and near[0][0] <= _NEAR:
            clear = len(near) == 1 or near[1][0] > 2 * near[0][0] + 10
            reason = _("{selector} stands beside {name}").format(selector=each.value, name=near[0][2].value)
            yield Pair.of(each, near[0][2], 0.72 if clear else 0.5, "beside", reason)


def _gap(one: Subject, other: Subject) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _together(contacts: Sequence[Subject]) -> Iterator[Pair]:
    """Contact details of an item that names nobody."""
    first = {each.kind: each for each in reversed(contacts)}
    many = max(Counter(each.kind for each in contacts).values())
    for one, other in pairwise(first[kind] for kind in sorted(first)):
        reason = _("one item gives {left} and {right} and names nobody").format(left=one.value, right=other.value)
        yield Pair.of(one, other, 0.78 if many == 1 else 0.5, "same item", reason)
