"""Pots: money that several leave with one holder, and that goes on to others after a while."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osint_kit.knowledge.flows.book import DAY, HOUR, Book, Transfer, flow_bursts, payees, payers, total


@dataclass(frozen=True, slots=True)
class Options:
    """Thresholds of the patterns; own convention where no source is named.

    Attributes:
        large: a sum this many times the middle one of its currency stands out.
        deposit_gap, release_gap: seconds without a payment that end a burst of deposits, of releases.
        longest_hold: seconds from the last deposit to the first release.
        least_hold: the same, least: money that goes on at once is passed through, not held (release "on arrival":
            UNODC 2023, IOM 2016, FATF 2022).
        kept: least and most of the pot that the release lets go.
        payers: least number of different payers in a fan, of payments into a pot, of different payees in a release.
        depositors: least number of different payers in a pot.
        arrival: seconds between a release and a message of arrival.
    """

    large: float = 3.0
    deposit_gap: float = 4 * DAY
    release_gap: float = 12 * HOUR
    longest_hold: float = 30 * DAY
    least_hold: float = 6 * HOUR
    kept: tuple[float, float] = (0.5, 1.05)
    payers: int = 3
    depositors: int = 2
    arrival: float = 12 * HOUR


@dataclass(frozen=True, slots=True)
class Pot:
    """Money that several people left with one holder, and that went on to others after a while."""

    holder: str
    deposits: tuple[Transfer, ...]
    releases: tuple[Transfer, ...]

    @property
    def share(self) -> float:
        """How much of the pot was let go, 0..1 and somewhat more."""
        return total(self.releases) / total(self.deposits)

    @property
    def released(self) -> float:
        """Time of the first release, seconds since the epoch."""
        return self.releases[0].seconds

    @property
    def equal(self) -> bool:
        """Whether the depositors left about the same sum each."""
        sums: dict[str, float] = {}
        for each in self.deposits:
            sums[each.payer] = sums.get(each.payer, 0.0) + each.amount
        return max(sums.values()) <= 1.1 * min(sums.values())


def pots(book: Book, options: Options) -> Iterator[Pot]:
    """Pots: large deposits by several payers, then, after a hold, a burst of payments to several who paid nothing in.

    Each release takes the deposits that came since the release before it.
    """
    for holder in sorted(book.into.keys() & book.out_of.keys()):
        deposits = trusted(book, holder, options)
        if len(deposits) >= options.payers:
            yield from _pots(holder, deposits, book.out_of[holder], options)


def trusted(book: Book, holder: str, options: Options) -> tuple[Transfer, ...]:
    """What payers of large sums pay to one who never pays them: who deals both ways leaves nothing in trust."""
    partners = set(payees(book.out_of.get(holder, ())))
    every = book.from_large(book.into.get(holder, ()), options.large)
    return tuple(each for each in every if each.payer not in partners)


def _pots(holder: str, deposits: tuple[Transfer, ...], out: tuple[Transfer, ...], options: Options) -> Iterator[Pot]:
    taken = 0.0
    for burst in flow_bursts(out, options.release_gap):
        first = burst[0].seconds
        waiting = [
            each
            for each in deposits
            if max(taken, first - options.longest_hold - options.deposit_gap)
            < each.seconds
            <= first - options.least_hold
        ]
        pot = _pot(holder, waiting, burst, options)
        if pot is not None:
            taken = pot.deposits[-1].seconds
            yield pot


def _pot(holder: str, waiting: list[Transfer], burst: tuple[Transfer, ...], options: Options) -> Pot | None:
    """The latest bursts of deposits that together make up what is let go."""
    groups = list(flow_bursts(waiting, options.deposit_gap))
    for start in range(len(groups) - 1, -1, -1):
        deposits = tuple(each for group in groups[start:] for each in group)
        inside = set(payers(deposits))
        releases = tuple(each for each in burst if each.payee not in inside)
        if len(inside) < options.depositors or len(deposits) < options.payers or len(payees(releases)) < options.payers:
            continue
        share = total(releases) / total(deposits)
        if options.kept[0] <= share <= options.kept[1]:
            return Pot(holder, deposits, releases)
    return None
