"""TY-SG: one sum is scattered over several and gathered again with another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from osint_kit.knowledge.flows import DAY, Book, Transfer, flow_bursts, payees
from osint_kit.messages import _
from osint_kit.money import honest
from osint_kit.money.typologies import Pattern, Scene, typology

BASE = 0.6
WITHIN = 7 * DAY
"""Longest time for a sum to be passed on (own convention)."""

LEAST = 0.75
"""Least share of a sum that is passed on; the rest is a fee (own convention)."""


@typology
def sg(scene: Scene) -> Iterator[Pattern]:
    """Yield bursts from one whose receivers pass nearly the same sums on to one and the same other."""
    options = scene.options
    for source in sorted(scene.book.out_of):
        paid = scene.book.outstanding(scene.book.out_of[source], options.large)
        for burst in flow_bursts(paid, options.deposit_gap) if len(paid) >= options.payers else ():
            if len(payees(burst)) >= options.payers:
                yield from _sinks(scene, source, burst)


def _sinks(scene: Scene, source: str, burst: tuple[Transfer, ...]) -> Iterator[Pattern]:
    by_sink: dict[str, list[tuple[Transfer, Transfer]]] = {}
    for sent in burst:
        for passed in _passed(scene.book, sent):
            by_sink.setdefault(passed.payee, []).append((sent, passed))
    for sink in sorted(by_sink.keys() - {source}):
        pairs = by_sink[sink]
        middle = tuple(dict.fromkeys(sent.payee for sent, _passed_on in pairs))
        if len(middle) >= scene.options.payers and sink not in middle:
            rows = tuple(dict.fromkeys(each for pair in pairs for each in pair))
            score = BASE + 0.05 * len(middle) - 0.4 * honest.wages(scene.book, burst)
            reason = _("one sum went over {middle} hands to one other within days").format(middle=len(middle))
            yield Pattern((source, sink, *middle), rows, score, reason)


def _passed(book: Book, sent: Transfer) -> Iterator[Transfer]:
    """What the receiver passed on, for each further receiver the first payment of nearly that sum."""
    out = book.out_of.get(sent.payee, ())
    seen: set[str] = set()
    for each in out[bisect_right(out, sent.seconds, key=lambda row: row.seconds) :]:
        if each.seconds > sent.seconds + WITHIN:
            return
        if LEAST * sent.amount <= each.amount <= sent.amount and each.payee not in seen:
            seen.add(each.payee)
            yield each
