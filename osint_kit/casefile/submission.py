"""The team's decided rows, step by step: what is submitted and scored. What nobody decided is not in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from osint_kit.casefile import evidence
from osint_kit.casefile.judgements import judged_steps
from osint_kit.casefile.pointing import Record, mentions, place_of
from osint_kit.casefile.pointing import evidence as evidence_of
from osint_kit.model import (
    MACHINE,
    SUBMISSION_FORMAT,
    Action,
    CustodyEntry,
    Decision,
    Document,
    Exhibit,
    Json,
    Outcome,
    Row,
    Submission,
)

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case


def build(case: Case) -> Submission:
    """Build the submission of a case as it stands."""
    steps = {step: tuple(rows(case)) for step, rows in _STEPS.items()}
    for step, rows in judged_steps(case).items():
        steps[step] = (*steps.get(step, ()), *rows)
    settings = case.settings
    return Submission(SUBMISSION_FORMAT, settings.world, settings.case, settings.team, steps, settings.watermark)


def _plan(case: Case) -> Iterator[Row]:
    for decision in case.ledger.of_step("S1"):
        if decision.action is Action.ACCEPT:
            yield _row(decision, decision.targets, dict(decision.values))


def _collected(case: Case) -> Iterator[Row]:
    shown = _items(case.sources)
    for exhibit in _captured(case):
        values: dict[str, Json] = {
            "url": exhibit.served,
            "digest": exhibit.digest,
            "status": exhibit.status,
            "outcome": exhibit.outcome.value,
            "served_at": _time(exhibit),
            "items": list(shown.get(exhibit.id, ())),
        }
        yield Row(exhibit.author, exhibit.retrieved_at, exhibit.note, (exhibit.id,), values)


def _preserved(case: Case) -> Iterator[Row]:
    shown, transfers = _items(case.sources), _transfers(case.custody)
    data = _collection_data(case)
    copies: dict[str, list[Json]] = {}
    for document in case.sources:
        copies.setdefault(document.exhibit, []).append({"document": document.id, "parent": document.exhibit})
    for exhibit in _captured(case):
        values: dict[str, Json] = {
            "url": exhibit.served,
            "digest": exhibit.digest,
            "served_at": _time(exhibit),
            "retrieved_at": exhibit.retrieved_at.isoformat(),
            "items": list(shown.get(exhibit.id, ())),
            "handler": exhibit.author,
            "fields": data[exhibit.id],
            "transfers": transfers.get(exhibit.id, []),
            "working_copies": copies.get(exhibit.id, []),
        }
        yield Row(exhibit.author, exhibit.retrieved_at, exhibit.note, (exhibit.id,), values)


def _mentioned(case: Case) -> Iterator[Row]:
    """Accepted statements about what an item says; one seen on several pages is one row."""
    accepted = case.statements[(case.statements["verdict"] == "accept") & (case.statements["kind"] != "entity")]
    verdicts = {target: each for each in case.ledger.of_step("S4") for target in each.targets}
    merged: dict[tuple[Json, ...], Row] = {}
    for row in accepted.to_dict("records"):
        at = place_of(case, row)
        if at is None:
            continue
        item, start, end = at
        values: dict[str, Json] = {
            "kind": row["kind"],
            "value": row["value"],
            "original": row["original"],
            "document": row["document"],
            "item": item,
            "start": start,
            "end": end,
        }
        key = (row["kind"], row["value"], item, start, end)
        ids = (*merged[key].ids, row["id"]) if key in merged else (row["id"],)
        first = merged[key].values if key in merged else values
        merged[key] = _row(verdicts[row["id"]], ids, first)
    yield from merged.values()


def _resolved(case: Case) -> Iterator[Row]:
    """Entities that decisions in force made."""
    known = frozenset(each for subjects in case.entities["subjects"] for each in subjects)
    decisions = [(each, known.intersection(each.targets)) for each in case.ledger.of_step("S5")]
    for entity in case.entities[case.entities["decided"]].to_dict("records"):
        made = [each for each, targets in decisions if _makes(each.action, targets, set(entity["subjects"]))]
        if made:
            people = [each for each in made if each.author != MACHINE]
            values: dict[str, Json] = {"caption": entity["caption"], "mentions": mentions(case, entity)}
            yield _row((people or made)[-1], entity["subjects"], values)


def _makes(action: Action, targets: frozenset[str], held: set[str]) -> bool:
    """Whether a decision put an entity together: it joins two of its subjects, or set them all apart from others."""
    if action is Action.MERGE:
        return len(targets & held) > 1
    return action is Action.SPLIT and bool(targets) and targets <= held


def _graded(case: Case) -> Iterator[Row]:
    shown = dict(zip(case.documents["id"].tolist(), case.documents["item"].tolist(), strict=True))
    for decision in case.ledger.of_step("S6"):
        document = decision.targets[0]
        if decision.action is Action.GRADE and document in shown:
            values: dict[str, Json] = {
                "item": shown[document],
                "scheme": decision.values.get("scheme", "admiralty"),
                "source": decision.values.get("source", ""),
                "information": decision.values.get("information", ""),
            }
            yield _row(decision, (document,), values)


def _linked(case: Case) -> Iterator[Row]:
    """Links that decisions drew; two on the same ends are one row with the evidence of both."""
    drawn: dict[tuple[str, ...], list[Decision]] = {}
    for decision in case.ledger.of_step("S8"):
        if decision.action is Action.LINK:  # events are judged
            drawn.setdefault(case.link_key(decision), []).append(decision)
    entities: dict[str, Record] = {str(entity["id"]): entity for entity in case.entities.to_dict("records")}
    for (kind, *_ends), decisions in drawn.items():
        first = decisions[0]
        cited = tuple(dict.fromkeys(each for decision in decisions for each in decision.evidence))
        source, target = (_end(case, entities, each) for each in first.targets)
        values: dict[str, Json] = {
            "type": kind,
            "directed": case.directed(kind),
            "source": source,
            "target": target,
            "evidence": evidence_of(case, cited),
        }
        yield _row(first, (*first.targets, *cited), values)


_STEPS: dict[str, Callable[[Case], Iterator[Row]]] = {
    "S1": _plan,
    "S2": _collected,
    "S3": _preserved,
    "S4": _mentioned,
    "S5": _resolved,
    "S6": _graded,
    "S8": _linked,
}


def _row(decision: Decision, ids: Iterable[str], values: Mapping[str, Json]) -> Row:
    return Row(decision.author, decision.at, decision.because, tuple(ids), values)


def _captured(case: Case) -> Iterator[Exhibit]:
    return (exhibit for exhibit in case.exhibits if exhibit.outcome is Outcome.CAPTURED)


def _time(exhibit: Exhibit) -> str:
    return exhibit.served_at.isoformat() if exhibit.served_at else ""


def _items(documents: Iterable[Document]) -> dict[str, dict[str, None]]:
    """Exhibit → the items it shows, in order."""
    found: dict[str, dict[str, None]] = {}
    for document in documents:
        if document.item:
            found.setdefault(document.exhibit, {})[document.item] = None
    return found


def _transfers(entries: Iterable[CustodyEntry]) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = {}
    for entry in entries:
        line: dict[str, Json] = {
            "action": entry.action,
            "at": entry.at.isoformat(),
            "by": entry.author,
            "entry": entry.digest,
        }
        for exhibit in entry.exhibits:
            found.setdefault(exhibit, []).append(line)
    return found


def _collection_data(case: Case) -> dict[str, Json]:
    """Exhibit → the eight data points, as they stand in the sealed file."""
    found: dict[str, Json] = {}
    for warc in dict.fromkeys(exhibit.warc for exhibit in case.exhibits):
        for sealed in evidence.read_warc(case.path, warc):
            if case.holders[sealed.capture.id].warc == warc:
                found[sealed.capture.id] = sealed.collection["fields"]
    return found


def _end(case: Case, entities: Mapping[str, Record], subject: str) -> Json:
    name = case.end_of(subject)
    return {"id": name, "mentions": mentions(case, entities[name]) if name in entities else []}
