"""FI: what payments point at, read from the patterns they make, their sums and their days."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from osint_kit.knowledge.flows import DAY, HOUR, Transfer, books, flow_bursts, payers
from osint_kit.knowledge.vocabulary import indicators as words
from osint_kit.messages import N_, _
from osint_kit.money import honest
from osint_kit.money.indicators import Case, Sign, group

BY_TYPOLOGY = {
    "TY-HOLD": (("FI-14", N_("money was held and let go on arrival")),),
    "TY-FANIN": (("FI-01", N_("many pay one without a business reason that the payments show")),),
    "TY-SETTLE": (("FI-13", N_("brokers settle with each other in opposite entries")),),
}
"""Typology → the indicators that its payments carry."""

THRESHOLDS = (1000.0, 3000.0, 5000.0, 10000.0)
"""Round sums from which payments are commonly reported; no law of a State is meant (own convention)."""

BELOW = 0.05
"""Just under: within this share of the threshold (own convention)."""

SEVERAL = 3
QUICK = 24 * HOUR
WHOLE = 0.8
"""Share of a funnel's deposits that leaves it (own convention)."""

OVER = 4.0
"""Goods are over-priced at so many times what others pay for goods (own convention)."""


@group
def financial(case: Case) -> Iterator[Sign]:
    """Yield signs in payments; each stands at the sum in the row of the statement of account."""
    yield from _typologies(case)
    yield from _under_threshold(case)
    yield from _consecutive(case)
    yield from _funnel(case)
    yield from _goods(case)


def _typologies(case: Case) -> Iterator[Sign]:
    by_item = {each.item: each for each in case.paid}
    columns = (case.typologies[name].tolist() for name in ("typology", "transfers", "score"))
    for kind, items, score in zip(*columns, strict=True):
        for indicator, label in BY_TYPOLOGY.get(kind, ()):
            for item in items:
                if item in by_item:
                    yield from case.sign_of(by_item[item], indicator, score, _(label))


def _under_threshold(case: Case) -> Iterator[Sign]:
    """FI-09: several payments just under a round sum to one beneficiary within a week."""
    for rows in _grouped(case).values():
        near = [each for each in rows if any((1 - BELOW) * top <= each.amount < top for top in THRESHOLDS)]
        for burst in flow_bursts(near, 7 * DAY):
            if len(burst) >= SEVERAL:
                reason = _("{count} payments to one just under a round sum").format(count=len(burst))
                for each in burst:
                    yield from case.sign_of(each, "FI-09", 0.6, reason)


def _consecutive(case: Case) -> Iterator[Sign]:
    """FI-10: one payer splits a sum over payments on the same or consecutive days."""
    for rows in _grouped(case).values():
        middle = median(each.amount for each in case.paid)
        for payer in payers(rows):
            own = [each for each in rows if each.payer == payer and each.amount >= middle]
            for burst in flow_bursts(own, 1.5 * DAY):
                if len(burst) >= SEVERAL and len({each.amount for each in burst}) < len(burst):
                    for each in burst:
                        yield from case.sign_of(each, "FI-10", 0.4, _("a sum is split over consecutive days"))


def _funnel(case: Case) -> Iterator[Sign]:
    """FI-11: what several pay into an account leaves it within a day, nearly whole; a changer's books do the same."""
    for book in books(case.transfers):
        for payee in sorted(book.into.keys() & book.out_of.keys()):
            for burst in flow_bursts(book.into[payee], DAY) if not honest.balanced(book, payee) else ():
                if len(payers(burst)) >= SEVERAL and honest.passed_on(book, burst, QUICK) >= WHOLE:
                    for each in burst:
                        yield from case.sign_of(each, "FI-11", 0.6, _("money of several leaves the account in a day"))


def _goods(case: Case) -> Iterator[Sign]:
    """FI-18: a payment for goods far above what others pay for goods; surer between those who settle."""
    goods = [each for each in case.paid if words.read(each.purpose).span("goods")]
    if not goods:
        return
    settled = _members(case, "TY-SETTLE")
    level = OVER * median(
        each.amount for each in (goods if len({each.payer for each in goods}) > SEVERAL else case.paid)
    )
    for each in goods:
        if each.amount >= level:
            score = 0.7 if each.item in settled else 0.5
            yield from case.sign_of(each, "FI-18", score, _("goods are paid far above what others pay"))


def _members(case: Case, kind: str) -> frozenset[str]:
    """Addresses of the rows in typologies of a kind."""
    found = case.typologies.loc[case.typologies["typology"] == kind, "transfers"]
    return frozenset(item for items in found.tolist() for item in items)


def _grouped(case: Case) -> dict[str, list[Transfer]]:
    """Payee → what came in, in the order of time."""
    grouped: dict[str, list[Transfer]] = {}
    for each in case.paid:
        grouped.setdefault(each.payee, []).append(each)
    return grouped
