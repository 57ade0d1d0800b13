"""TY-SETTLE: two brokers settle with each other in lumps what they paid out to many."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.knowledge.flows import DAY, Book, Transfer, total
from osint_kit.messages import _
from osint_kit.money import honest
from osint_kit.money.typologies import Pattern, Scene, typology

LUMP = 6.0
"""A settlement is so many times the middle sum (own convention)."""

PARTNERS = 4
"""A broker deals with at least so many others (own convention)."""

WITHIN = 45 * DAY
"""Entries further apart do not settle each other (own convention)."""

EVEN = 0.25
"""Opposite entries that differ by less than this share are paired (own convention)."""

OFTEN = 4
"""Brokers settle again and again: fewer lumps may be a purchase and its refund (own convention)."""

PAIRED, ONE_WAY = 0.65, 0.35


@typology
def settle(scene: Scene) -> Iterator[Pattern]:
    """Yield pairs of brokers with lumps between them: opposite and nearly even, or repeated one way."""
    book = scene.book
    lumps: dict[tuple[str, str], list[Transfer]] = {}
    for each in book.transfers:
        if each.amount >= LUMP * book.typical:
            lumps.setdefault((min(each.payer, each.payee), max(each.payer, each.payee)), []).append(each)
    brokers = {entity for pair in lumps for entity in pair if _is_broker(book, entity)}
    for pair in sorted(lumps):
        if set(pair) & brokers and len(lumps[pair]) > 1:
            yield from _patterns(scene, pair, tuple(lumps[pair]), both=set(pair) <= brokers)


def _patterns(scene: Scene, pair: tuple[str, str], rows: tuple[Transfer, ...], *, both: bool) -> Iterator[Pattern]:
    begins = rows[0].payer  # who pays first: the order of ids says nothing
    there = [each for each in rows if each.payer == begins]
    back = [each for each in rows if each.payer != begins]
    paired = bool(there and back) and _even(there, back) and _close(there, back)
    if not both and (not paired or len(rows) < OFTEN):
        return
    regular = honest.wages(scene.book, there)
    often = len(rows) >= OFTEN
    score = (PAIRED if paired and often else ONE_WAY) + 0.1 * (both and often) + 0.025 * min(6, len(rows) - 2)
    score -= 0.3 * regular
    told = _("opposite entries that nearly cancel out") if paired else _("lumps that go one way")
    reason = _("{count} large payments between two who deal with many: {told}").format(count=len(rows), told=told)
    first = (begins, *(each for each in pair if each != begins))
    centre = first if total(there) >= total(back) else first[::-1]
    yield Pattern(centre, rows, score, reason)


def _even(there: list[Transfer], back: list[Transfer]) -> bool:
    one, two = total(there), total(back)
    return abs(one - two) <= EVEN * max(one, two)


def _close(there: list[Transfer], back: list[Transfer]) -> bool:
    return any(abs(one.seconds - two.seconds) <= WITHIN for one in there for two in back)


def _is_broker(book: Book, entity: str) -> bool:
    partners = {each.payer for each in book.into.get(entity, ())} | {each.payee for each in book.out_of.get(entity, ())}
    return len(partners) >= PARTNERS
