"""Links added up from events, and what the team decided about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

import pandas as pd

from osint_kit.link.builders import LinkRow, builders
from osint_kit.link.facts import Ends, Facts
from osint_kit.link.numbers import Numbers, numbered
from osint_kit.messages import _
from osint_kit.model import DIRECTED, Action, Decision, Ledger, content_id
from osint_kit.model.tables import LINKS
from osint_kit.model.times import moment

UNKNOWN = "UnknownLink"
"""Type of a tie of which only its existence is known: left out where another type says more."""

BARE = 0.4
"""What is left of a score when an end is a number of which nothing else is known."""

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """Events with the same type and ends, added up."""

    key: Key
    rows: tuple[LinkRow, ...] = ()
    bare: bool = False
    decision: Decision | None = None
    drawn: str = ""
    """Topic of the first decision in force that drew it."""

    @property
    def statements(self) -> tuple[str, ...]:
        """What carries it: what the team cites first, then the events' own."""
        cited = self.decision.evidence if self.decision else ()
        return tuple(dict.fromkeys([*cited, *(each for row in self.rows for each in row.statements)]))


def propose(
    statements: pd.DataFrame,
    entities: pd.DataFrame,
    documents: pd.DataFrame,
    ledger: Ledger,
    numbers: Numbers | None = None,
) -> pd.DataFrame:
    """Propose links, and mark those that a decision in force carries; a link that a decision rejects is left out.

    Args:
        numbers: what may be said of whom → its number, so that a decision gives no link another link's reference.
    """
    facts = Facts(statements, entities, documents)
    events: dict[Key, list[LinkRow]] = {}
    for name in builders:
        for row in builders[name](facts):
            events.setdefault((row.type, row.source, row.target), []).append(row)
    said = {frozenset(key[1:]) for key in events if key[0] != UNKNOWN}
    links = {
        key: Link(key, tuple(rows), bare=not all(map(facts.ends.known, key[1:])))
        for key, rows in events.items()
        if key[0] != UNKNOWN or frozenset(key[1:]) not in said
    }
    for decision in ledger.of_step("S8"):
        links = _decide(links, decision, facts.ends)
    ordered = sorted(links.values(), key=lambda link: (link.decision is None, -_score(link), link.key))
    subjects = dict(zip(statements["id"].tolist(), statements["subject"].tolist(), strict=True))
    given = numbered({link.key: _said(link, subjects) for link in ordered}, numbers or {})
    return LINKS.frame(_row(link, given[link.key]) for link in ordered)


def _said(link: Link, subjects: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """What a link is made of: the subjects that each event's statements are about, or the topic that drew it."""
    events = tuple(frozenset(subjects.get(each, each) for each in row.statements) for row in link.rows)
    return events or (frozenset({link.drawn}),)


def _decide(links: dict[Key, Link], decision: Decision, ends: Ends) -> dict[Key, Link]:
    if len(decision.targets) != 2:  # noqa: PLR2004 - a link has two ends
        return links
    kind = dict(decision.values).get("type", "")
    source, target = (ends.of(each) for each in decision.targets)
    if decision.action is Action.REJECT:
        return {
            key: link for key, link in links.items() if link.decision or key != _key(kind or key[0], source, target)
        }
    if decision.action is not Action.LINK:
        return links
    key = _key(kind or UNKNOWN, source, target)
    held = links.get(key, Link(key))
    return {**links, key: replace(held, decision=decision, drawn=held.drawn or decision.topic)}


def _key(kind: str, source: str, target: str) -> Key:
    return (kind, source, target) if kind in DIRECTED else (kind, min(source, target), max(source, target))


def _row(link: Link, number: int) -> dict[str, object]:
    kind, source, target = link.key
    times = sorted((row.happened for row in link.rows if row.happened), key=moment)
    return {
        "id": content_id("link", *link.key),
        "ref": f"L{number}",
        "source": source,
        "target": target,
        "type": kind,
        "directed": kind in DIRECTED,
        "first": times[0] if times else "",
        "last": times[-1] if times else "",
        "count": max(1, len(link.rows)),
        "amount": total(row.amount for row in link.rows),
        "statements": link.statements,
        "score": _score(link),
        "reason": _reason(link),
        "decided": link.decision is not None,
    }


def total(amounts: Iterable[str]) -> str:
    """Sum amounts per currency.

    >>> total(["1500 USD", "20 EUR", "", "250.50 USD"])
    '1750.50 USD; 20 EUR'
    """
    sums: dict[str, Decimal] = {}
    for number, currency in _parsed(amounts):
        sums[currency] = sums.get(currency, Decimal(0)) + number
    ordered = sorted(sums.items(), key=lambda each: (-each[1], each[0]))
    return "; ".join(f"{number} {currency}" for currency, number in ordered)


def _parsed(amounts: Iterable[str]) -> Iterator[tuple[Decimal, str]]:
    for amount in amounts:
        number, _space, currency = amount.partition(" ")
        try:
            yield Decimal(number), currency
        except InvalidOperation:
            continue


def _score(link: Link) -> float:
    """Each event leaves less doubt; a link between bare numbers waits until somebody knows whose they are."""
    doubt = 1.0
    for row in link.rows[:20]:
        doubt *= 1 - row.score
    return round((1 - doubt) * (BARE if link.bare else 1.0), 4) if link.rows else 1.0


def _reason(link: Link) -> str:
    if link.decision is not None:
        return link.decision.because
    first = link.rows[0].reason
    more = len(link.rows) - 1
    return _("{reason}, and {more} more like it").format(reason=first, more=more) if more else first
