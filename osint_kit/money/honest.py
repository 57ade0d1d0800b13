"""What makes a pattern of payments look ordinary: standing customers, wages, mutual help. Shares are 0..1."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from osint_kit.knowledge.flows import DAY, HOUR, Book, Transfer, payees, payers, total

STREAM = 14 * DAY
"""A burst that goes on for longer is a stream of custom (own convention)."""

WAGE = 20 * DAY
"""Payments for less than this apart are not wages (own convention)."""


def standing(book: Book, deposits: Sequence[Transfer]) -> float:
    """Share of the payers who pay the same payee large sums at other times too: customers, donors, members."""
    since, until = deposits[0].seconds - DAY, deposits[-1].seconds + DAY
    inside, payee = payers(deposits), deposits[0].payee
    least = min(each.amount for each in deposits) / 2
    other = {each.payer for each in book.into[payee] if not since <= each.seconds <= until and each.amount >= least}
    return sum(each in other for each in inside) / len(inside)


def stream(deposits: Sequence[Transfer]) -> bool:
    """Whether deposits come in over so long a time that they are custom, not a collection."""
    return deposits[-1].seconds - deposits[0].seconds > STREAM


def mutual(book: Book, deposits: Sequence[Transfer]) -> float:
    """Share of the payers whom the payee pays too: loans among kin, changers' customers."""
    back = set(payees(book.out_of.get(deposits[0].payee, ())))
    inside = payers(deposits)
    return sum(each in back for each in inside) / len(inside)


def wages(book: Book, paid: Sequence[Transfer]) -> float:
    """Share of payments that the same payer makes to the same payee, for the same sum, weeks apart."""
    known: dict[tuple[str, float], list[float]] = {}
    for each in book.out_of[paid[0].payer]:
        known.setdefault((each.payee, each.amount), []).append(each.seconds)
    repeated = sum(any(abs(at - each.seconds) >= WAGE for at in known[each.payee, each.amount]) for each in paid)
    return repeated / len(paid)


def regular(times: Sequence[float]) -> bool:
    """Whether something happens at even intervals, as wages and grants do: at least four times."""
    between = [later - earlier for earlier, later in pairwise(times)]
    return len(between) >= 3 and max(between) <= 1.5 * min(between)  # noqa: PLR2004 - own convention


def balanced(book: Book, entity: str) -> bool:
    """Whether about as much goes out to as many as comes in from them, in ordinary sums: a money changer's books."""
    came, went = book.into.get(entity, ()), book.out_of.get(entity, ())
    if not came or not went:
        return False
    ordinary = median(each.amount for each in (*came, *went)) < 2 * book.typical
    both = set(payers(came)) & set(payees(went))
    even = 0.5 <= total(went) / total(came) <= 2  # noqa: PLR2004 - within a factor of two
    return even and ordinary and len(both) >= 0.3 * len(set(payers(came)))


def passed_on(book: Book, deposits: Sequence[Transfer], within: float) -> float:
    """Share of what came in that goes on to others than those who paid it, within so many seconds."""
    inside, last = set(payers(deposits)), deposits[-1].seconds
    out = (
        each
        for each in book.out_of.get(deposits[0].payee, ())
        if deposits[0].seconds < each.seconds <= last + within and each.payee not in inside
    )
    return min(1.0, total(out) / total(deposits))


def hours(seconds: float) -> int:
    """Whole hours, at least one."""
    return max(1, round(seconds / HOUR))
