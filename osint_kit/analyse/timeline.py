"""The timeline: dated texts that tell of something, pots of money, and bursts of calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from osint_kit.analyse.records import bursts, contacts
from osint_kit.analyse.texts import Text, texts
from osint_kit.knowledge.flows import Options, Transfer, books, flow_bursts, payees, payers, total, transfers, trusted
from osint_kit.knowledge.vocabulary.indicators import Rule, events
from osint_kit.messages import N_, _
from osint_kit.model import content_id
from osint_kit.model.tables import EVENTS
from osint_kit.model.times import moment

LONGEST, EACH = 60, 15
"""Events at most, and of one kind at most: everyday calls and purchases are not events."""

STATED, PUBLISHED = 1.0, 0.8
"""How far a time is trusted: a day that the text states, or only that of its publication."""

PAYMENTS, CALLS = 0.75, 0.6
"""Scores of a burst of large payments and of an unusual burst of calls: their times are sure, their sense is not."""


def timeline(statements: pd.DataFrame, documents: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Events in the order of time; where there are more than sixty, those that score highest.

    Args:
        statements: a frame of STATEMENTS.
        documents: a frame of DOCUMENTS.
        entities: a frame of ENTITIES.

    Returns:
        A frame of EVENTS; each cites its statements. A text posted again is one event, at its first time.
    """
    found = [
        *_told(texts(statements, documents, entities)),
        *_paid(statements, entities),
        *_rung(statements, entities),
    ]
    return EVENTS.frame(sorted(_best(found), key=lambda row: (moment(str(row["at"])), str(row["id"]))))


def _best(found: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    """The rows that score highest, with room for every kind."""
    counted: dict[str, int] = {}
    kept = 0
    for row in sorted(found, key=lambda row: (-float(str(row["score"])), str(row["at"]), str(row["id"]))):
        kind = str(row["kind"])
        counted[kind] = counted.get(kind, 0) + 1
        if counted[kind] <= EACH and kept < LONGEST:
            kept += 1
            yield row


def _told(found: Iterable[Text]) -> Iterator[dict[str, object]]:
    seen: set[str] = set()
    for text in found:
        rule = next((rule for rule in events() if rule.span(text.reading)), None)
        if rule and text.at and text.wording not in seen:
            seen.add(text.wording)
            yield _text_row(text, rule)


def _text_row(text: Text, rule: Rule) -> dict[str, object]:
    sure = STATED if text.day else PUBLISHED
    told = _("the text states the day") if text.day else _("only the day of publication is known")
    start, _end = rule.span(text.reading) or (0, 0)
    return {
        "id": content_id("event", rule.id, text.document),
        "kind": rule.id,
        "at": text.at,
        "until": "",
        "label": _excerpt(text.text[text.reading.since :], start - text.reading.since),
        "document": text.document,
        "entities": text.entities,
        "statements": tuple(text.said),
        "score": round(rule.score * sure, 4),
        "reason": _("{item} tells of it: {kind}; {told}").format(item=text.item, kind=_(rule.id), told=told),
    }


def _excerpt(text: str, start: int, width: int = 90) -> str:
    """The words around a place, on one line."""
    since = max(0, min(start - width // 3, len(text) - width))
    return " ".join(text[since : since + width].split())


def _paid(statements: pd.DataFrame, entities: pd.DataFrame) -> Iterator[dict[str, object]]:
    """Large payments by several to one within days, or by one to several within hours."""
    options = Options()
    for book in books(transfers(statements, entities)):
        for payee in sorted(book.into):
            for burst in flow_bursts(trusted(book, payee, options), options.deposit_gap):
                if len(burst) >= options.payers and len(payers(burst)) >= options.depositors:
                    yield _money_row(payee, burst, payers(burst), incoming=True)
        for payer in sorted(book.out_of):
            for burst in flow_bursts(book.outstanding(book.out_of[payer], options.large), options.release_gap):
                if len(payees(burst)) >= options.payers:
                    yield _money_row(payer, burst, payees(burst), incoming=False)


def _money_row(
    centre: str, burst: tuple[Transfer, ...], others: tuple[str, ...], *, incoming: bool
) -> dict[str, object]:
    sums = f"{total(burst):.0f} {burst[0].currency}"
    label = _("{count} large payments to one, {sums}") if incoming else _("{count} large payments by one, {sums}")
    return {
        "id": content_id("event", "payment", *sorted(each.id for each in burst)),
        "kind": N_("payment"),
        "at": burst[0].at,
        "until": burst[-1].at,
        "label": label.format(count=len(burst), sums=sums),
        "document": "",
        "entities": (centre, *others),
        "statements": tuple(said for each in burst for said in each.statements),
        "score": round(PAYMENTS + 0.02 * min(10, len(burst)), 4),
        "reason": _("records of payments give the times; the sums stand out among all"),
    }


def _rung(statements: pd.DataFrame, entities: pd.DataFrame) -> Iterator[dict[str, object]]:
    for burst in bursts(contacts(statements, entities, "Call")):
        yield {
            "id": content_id("event", "calls", burst.hub, burst.start),
            "kind": N_("calls"),
            "at": burst.start,
            "until": burst.end,
            "label": _("{count} calls of one with {others} others").format(
                count=len(burst.contacts), others=len(burst.others)
            ),
            "document": "",
            "entities": (burst.hub, *burst.others),
            "statements": burst.statements,
            "score": round(CALLS + 0.01 * min(20, len(burst.others)), 4),
            "reason": _(
                "so many calls in so short a time are unusual for this entity; what they were about is not known"
            ),
        }
