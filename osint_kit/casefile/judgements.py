"""The judged rows of a submission: S7, and from the events of S8 to S13."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from osint_kit.casefile.judging import JUDGED, Judged, frame
from osint_kit.casefile.pointing import Record, evidence, mentions, stretch, whole
from osint_kit.model import Decision, Json, Row

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

_Values: TypeAlias = "dict[str, Json]"
_Entities: TypeAlias = "Mapping[str, Record]"
_PROBABILITY = "probability"


def judged_steps(case: Case) -> dict[str, tuple[Row, ...]]:
    """Step → the rows that decisions in force hold true."""
    found: dict[str, tuple[Row, ...]] = {}
    for sheet in JUDGED.values():
        found[sheet.step] = (*found.get(sheet.step, ()), *_rows(case, sheet))
    return found


def _rows(case: Case, sheet: Judged) -> Iterator[Row]:
    held = [each for each in case.ledger.of_step(sheet.step) if sheet.mine(each) and each.action is sheet.action]
    shown = frame(case, sheet).to_dict("records")
    entities = {str(row["id"]): row for row in case.entities.to_dict("records")} if shown else {}
    for decision, row in zip(held, shown, strict=True):
        values = _WRITERS[sheet.name](case, row, entities)
        yield _row(decision, values)


def _row(decision: Decision, values: _Values) -> Row:
    return Row(decision.author, decision.at, decision.because, (*decision.targets, *decision.evidence), values)


def _summary(_case: Case, row: Record, _entities: _Entities) -> _Values:
    if row["question"] == "summary":
        return {"question": "summary", "text": row["text"]}
    return {name: row[name] for name in ("question", "term", "confidence")}


def _event(case: Case, row: Record, _entities: _Entities) -> _Values:
    said: _Values = {"event": row["kind"], **{name: row[name] for name in ("at", "until", "label")}}
    words = evidence(case, row["statements"]) or (whole(case, row["document"]) if row["document"] else [])
    return {**said, "evidence": words}


def _typology(case: Case, row: Record, entities: _Entities) -> _Values:
    return {
        "typology": row["typology"],
        "members": list(row["transfers"]),
        "entities": [_entity(case, each, entities) for each in row["entities"]],
        "evidence": evidence(case, row["statements"]),
    }


def _indicator(case: Case, row: Record, _entities: _Entities) -> _Values:
    words = stretch(case, row["document"], row["start"], row["end"])
    return {"indicator": row["indicator"], "item": row["item"], "evidence": words}


def _role(case: Case, row: Record, entities: _Entities) -> _Values:
    entity = _entity(case, row["entity"], entities)
    return {"role": row["role"], "entity": entity, "evidence": evidence(case, row["statements"])}


def _element(case: Case, row: Record, _entities: _Entities) -> _Values:
    return {"element": row["element"], "evidence": evidence(case, row["statements"])}


def _matrix(_case: Case, row: Record, _entities: _Entities) -> _Values:
    return {"item": row["item"], "marks": {name: row[name] for name in (f"H{at}" for at in range(1, 7)) if row[name]}}


def _hypothesis(_case: Case, row: Record, _entities: _Entities) -> _Values:
    return {"hypothesis": row["hypothesis"], _PROBABILITY: row[_PROBABILITY]}


def _request(case: Case, row: Record, entities: _Entities) -> _Values:
    if row["section"] == "person":
        return {"section": "person", "entity": _entity(case, row["person"], entities), "need": row["text"]}
    return {"section": row["section"], "text": row["text"], "evidence": evidence(case, row["statements"])}


def _interview(case: Case, row: Record, entities: _Entities) -> _Values:
    if row["section"] == "person":
        return {"section": "person", "entity": _entity(case, row["person"], entities)}
    return {name: row[name] for name in ("section", "code", "text")}


def _entity(case: Case, name: str, entities: _Entities) -> Json:
    return {"id": name, "mentions": mentions(case, entities[name]) if name in entities else []}


_WRITERS: dict[str, Callable[[Case, Record, _Entities], _Values]] = {
    "summary": _summary,
    "events": _event,
    "typologies": _typology,
    "indicators": _indicator,
    "roles": _role,
    "elements": _element,
    "matrix": _matrix,
    "hypotheses": _hypothesis,
    "request": _request,
    "interview": _interview,
}
