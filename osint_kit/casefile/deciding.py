"""Deciding by reference (`osint-kit decide`), and deciding what a step proposes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from osint_kit.casefile.sheets import SHEETS, Draft
from osint_kit.errors import MissingInput
from osint_kit.messages import _
from osint_kit.model import Action, Decision

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

ROLES = "S10"
_PAIR = 2


def by_reference(
    case: Case, action: str, references: Sequence[str], *, because: str, given: Mapping[str, str] | None = None
) -> tuple[Decision, ...]:
    """Decide about what references name, as `S12` or `P3 P17`.

    Args:
        action: accept or reject (statements S, hits H, links L), merge or apart (P P…), split (P S…), grade (D…),
            role (P…), link (P P).
        given: what the decision says: value, kind, grade, role, type, evidence (references, separated by spaces).

    Raises:
        MissingInput: a reference that names nothing, or the wrong sort of thing for the action.
    """
    word, said = Action(action), dict(given or {})
    drafts = list(_drafts(case, word, references, {**said, "because": because}))
    return case.record(
        Decision(
            act, step, draft.targets, because, case.callsign, case.clock(), dict(draft.values), draft.evidence, old
        )
        for act, step, draft in drafts
        for old in [case.id_of(said["supersedes"]) if said.get("supersedes") else ""]
    )


def proposed(case: Case, step: str, frame: pd.DataFrame, *, author: str) -> Iterator[Decision]:
    """Decisions that take a step's proposals as they stand, each with the proposal's own reason."""
    sheet = SHEETS[step]
    action = Action(sheet.words[0])
    for row in frame.to_dict("records"):
        because = str(row["reason"])
        shown = sheet.show(case, {str(name): value for name, value in row.items()})
        draft = sheet.draft(case, {**shown, "because": because}, action)
        yield Decision(action, step, draft.targets, because, author, case.clock(), dict(draft.values), draft.evidence)


def _drafts(
    case: Case, action: Action, references: Sequence[str], said: Mapping[str, str]
) -> Iterator[tuple[Action, str, Draft]]:
    if action in (Action.ACCEPT, Action.REJECT):
        for reference in references:
            yield _verdict(case, action, reference, said)
    elif action in (Action.MERGE, Action.APART, Action.LINK):
        _expect(references, "P", more_than=_PAIR - 1)
        yield _joined(case, action, references, said)
    elif action is Action.SPLIT:
        yield action, "S5", _split(case, references)
    elif action is Action.GRADE:
        _expect(references, "D", more_than=0)
        for reference in references:
            yield action, "S6", _drafted(case, "S6", action, {**_grade(said), **said, "id": case.id_of(reference)})
    else:
        _expect(references, "P", more_than=0)
        for reference in references:
            yield action, ROLES, Draft((case.id_of(reference),), {"role": _required(said, "role", "RO-TRA")})


def _verdict(case: Case, action: Action, reference: str, said: Mapping[str, str]) -> tuple[Action, str, Draft]:
    letter = reference.strip()[:1].upper()
    if letter == "L":
        (row,) = case.links[case.links["id"] == case.id_of(reference)].to_dict("records")
        shown = SHEETS["S8"].show(case, {str(name): value for name, value in row.items()})
        word = Action.LINK if action is Action.ACCEPT else action
        return word, "S8", _drafted(case, "S8", word, {**shown, **said})
    step = {"S": "S4", "H": "S2"}.get(letter)
    if step is None:
        raise MissingInput.expected(_("a statement S, a hit H or a link L"), found=reference, where=action.value)
    return action, step, _drafted(case, step, action, {**said, "id": case.id_of(reference)})


def _joined(
    case: Case, action: Action, references: Sequence[str], said: Mapping[str, str]
) -> tuple[Action, str, Draft]:
    first, *others = references
    if action is Action.LINK:
        ends = {"source": first, "target": others[0], "type": _required(said, "type", "Call")}
        return action, "S8", _drafted(case, "S8", action, {**said, **ends})
    return action, "S5", _drafted(case, "S5", action, {**said, "left": first, "right": " ".join(others)})


def _split(case: Case, references: Sequence[str]) -> Draft:
    """The entity, then the subjects that do not belong to it; statements stand for their subjects."""
    if len(references) < _PAIR:
        raise MissingInput.expected(
            _("an entity and what to take out of it"), found=" ".join(references), where="split"
        )
    subject = dict(zip(case.statements["id"], case.statements["subject"], strict=True))
    ids = [case.id_of(each) for each in references]
    return Draft((ids[0], *(subject.get(each, each) for each in ids[1:])), {})


def _grade(said: Mapping[str, str]) -> dict[str, str]:
    grade = _required(said, "grade", "B2")
    return {"source": grade[:1], "information": grade[1:]}


def _required(said: Mapping[str, str], name: str, example: str) -> str:
    if not said.get(name):
        raise MissingInput.expected(f"--{name} {example}", found=_("none"), where="decide")
    return said[name]


def _expect(references: Sequence[str], letter: str, *, more_than: int) -> None:
    wrong = [each for each in references if each.strip()[:1].upper() != letter and not each.strip()[:8].islower()]
    if wrong or len(references) <= more_than:
        what = _("{count} or more references like {letter}3").format(count=more_than + 1, letter=letter)
        raise MissingInput.expected(what, found=" ".join(references), where="decide")


def _drafted(case: Case, step: str, action: Action, cells: Mapping[str, str]) -> Draft:
    return SHEETS[step].draft(case, {"id": "", **cells}, action)
