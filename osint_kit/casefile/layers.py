"""The team's layer over what was extracted: verdicts, corrections, and statements that a person added."""

from __future__ import annotations

import builtins
import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from osint_kit.errors import MissingInput
from osint_kit.messages import _
from osint_kit.model import (
    KINDS,
    Action,
    Decision,
    Document,
    Exhibit,
    Ledger,
    Statement,
    mention_subject,
)

STEP = "S4"
PERSON = "person"
"""Origin of a statement that no rule found."""


def verdicts(ledger: Ledger) -> dict[str, Decision]:
    """Statement id → the verdict in force."""
    found: dict[str, Decision] = {}
    for decision in ledger.of_step(STEP):
        if decision.action in (Action.ACCEPT, Action.REJECT):
            found.update(dict.fromkeys(decision.targets, decision))
    return found


def added(values: Mapping[str, str], documents: Mapping[str, Document], exhibits: Mapping[str, Exhibit]) -> Statement:
    """The statement that a person adds.

    Args:
        values: `document`, `start`, `end`, `kind`, `value`.

    Raises:
        MissingInput: there is no such document, stretch or kind.
    """
    document = documents.get(values.get("document", ""))
    if document is None:
        raise MissingInput.expected(_("a document of the case"), found=str(values.get("document")), where="document")
    start, end = stretch(values, document)
    kind = values.get("kind", "")
    if kind not in KINDS:
        raise MissingInput.expected(_("one of {known}").format(known=", ".join(KINDS)), found=repr(kind), where="kind")
    schema, name = KINDS[kind]
    return Statement(
        subject=mention_subject(document, start, end, schema),
        schema=schema,
        property=name,
        kind=kind,
        value=values.get("value") or document.text[start:end],
        original=document.text[start:end],
        document=document.id,
        start=start,
        end=end,
        language=document.language,
        origin=PERSON,
        score=1.0,
        happened=document.published.isoformat() if document.published else "",
        observed=exhibits[document.exhibit].retrieved_at,
    )


def additions(
    decisions: Iterable[Decision],
    documents: Mapping[str, Document],
    exhibits: Mapping[str, Exhibit],
    known: set[str],
) -> dict[str, tuple[Decision, Statement]]:
    """Statement id → the decision that added it, and the statement; a stretch that does not exist adds nothing."""
    found: dict[str, tuple[Decision, Statement]] = {}
    for decision in decisions:
        adds = decision.step == STEP and decision.action is Action.ACCEPT and decision.values.get("document")
        if not adds or set(decision.targets) & known or decision.values["document"] not in documents:
            continue
        statement = added(decision.values, documents, exhibits)
        if decision.targets == (statement.id,):
            found.setdefault(statement.id, (decision, statement))
    return found


@dataclass(frozen=True, slots=True)
class Corrected(Statement):
    """A statement as the team corrected it; it keeps the id under which it was found."""

    found: str

    @builtins.property
    def id(self) -> str:
        """The id of the statement before the correction."""
        return self.found


def corrected(statement: Statement, document: Document, decision: Decision | None) -> Statement:
    """The statement with the correction that an accepting decision carries; the subject and the id stay."""
    if decision is None or decision.action is not Action.ACCEPT or statement.kind == "entity":
        return statement
    values = decision.values
    kind = values.get("kind") or statement.kind
    schema, name = KINDS.get(kind, ("", "")) if kind != statement.kind else (statement.schema, statement.property)
    start, end = statement.start, statement.end
    if values.get("start") and values.get("end"):
        start, end = stretch(values, document)
    changed: dict[str, Any] = {
        "schema": schema or statement.schema,
        "property": name or statement.property,
        "kind": kind,
        "value": values.get("value") or statement.value,
        "original": document.text[start:end],
        "start": start,
        "end": end,
    }
    fields = {field.name: getattr(statement, field.name) for field in dataclasses.fields(Statement)}
    return statement if changed.items() <= fields.items() else Corrected(**{**fields, **changed}, found=statement.id)


def statement_row(statement: Statement, document: Document, ref: str, verdict: str) -> dict[str, object]:
    """One row of STATEMENTS."""
    return {
        **{field.name: getattr(statement, field.name) for field in dataclasses.fields(Statement)},
        "id": statement.id,
        "ref": ref,
        "exhibit": document.exhibit,
        "item": document.item,
        "locator": document.locate(statement.start, statement.end),
        "observed": statement.observed.isoformat(),
        "verdict": verdict,
    }


def document_row(document: Document, ref: str) -> dict[str, object]:
    """One row of DOCUMENTS."""
    return {
        "id": document.id,
        "ref": ref,
        "digest": document.digest,
        "exhibit": document.exhibit,
        "reader": document.reader,
        "locator": document.locator,
        "item": document.item,
        "author": document.author,
        "published": document.published.isoformat() if document.published else "",
        "language": document.language,
        "text": document.text,
    }


def stretch(values: Mapping[str, str], document: Document) -> tuple[int, int]:
    """The stretch of the document's text that values name.

    Raises:
        MissingInput: the text has no such stretch.
    """
    try:
        start, end = int(values["start"]), int(values["end"])
    except (KeyError, ValueError):
        start, end = -1, -1
    if not 0 <= start < end <= len(document.text):
        what = _("a stretch within 0 and {length}").format(length=len(document.text))
        found = f"{values.get('start')!r} … {values.get('end')!r}"
        raise MissingInput.expected(what, found=found, where=_("start, end"))
    return start, end
