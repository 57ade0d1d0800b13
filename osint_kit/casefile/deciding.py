"""Deciding by reference (`osint-kit decide`), and deciding what a step proposes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from osint_kit.casefile import judging, refs
from osint_kit.casefile.judging import JUDGED, SHEET
from osint_kit.casefile.sheets import SHEETS, Draft, step_of
from osint_kit.errors import MissingInput
from osint_kit.messages import _
from osint_kit.model import Action, Decision

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an action is about: the letters of its references, how many at least, and the step it belongs to."""

    letters: tuple[str, ...]
    least: int
    step: str


WANTED = {
    Action.MERGE: Wanted(("P", "PA"), 2, "S5"),
    Action.APART: Wanted(("P", "PA"), 2, "S5"),
    Action.SPLIT: Wanted(("P", "PA", "S", "A"), 2, "S5"),
    Action.GRADE: Wanted(("D",), 1, "S6"),
    Action.LINK: Wanted(("P", "PA"), 2, "S8"),
    Action.ROLE: Wanted(("P", "PA"), 1, "S10"),
}
VERDICTS = {"S": "S4", "A": "S4", "H": "S2", "L": "S8"}
"""Letter of what is accepted or rejected → its step."""


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
    old = case.id_of(said["supersedes"]) if said.get("supersedes") else ""
    made = (
        Decision(
            act, step, draft.targets, because, case.callsign, case.clock(), dict(draft.values), draft.evidence, old
        )
        for act, step, draft in drafts
    )
    return case.record(each for decision in made for each in withdrawals(case, decision))


def withdrawals(case: Case, decision: Decision) -> tuple[Decision, ...]:
    """What takes a drawn link back: a rejection in the place of each decision that drew it; else the decision itself.

    The ends of a link are shown as entities, and the decision that drew it may have named other subjects of theirs.
    """
    drawing = decision.step == "S8" and SHEET not in decision.values
    if not drawing or decision.action is not Action.REJECT or decision.supersedes:
        return (decision,)
    about = case.link_key(decision)
    drawn = [each for each in case.ledger.of_step("S8") if each.action is Action.LINK and case.link_key(each) == about]
    return tuple(replace(decision, targets=each.targets, supersedes=each.id) for each in drawn) or (decision,)


def proposed(case: Case, step: str, frame: pd.DataFrame, *, author: str) -> Iterator[Decision]:
    """Decisions that take a step's proposals as they stand, each with the proposal's own reason."""
    sheet = SHEETS[step]
    action = Action(sheet.words[0])
    for row in frame.to_dict("records"):
        because = str(row["reason"])
        shown = sheet.show(case, {str(name): value for name, value in row.items()})
        draft = sheet.draft(case, {**shown, "because": because}, action)
        yield Decision(
            action, step_of(step), draft.targets, because, author, case.clock(), dict(draft.values), draft.evidence
        )


def judged(
    case: Case, name: str, cells: Mapping[str, str], *, because: str, word: str = "judge"
) -> tuple[Decision, ...]:
    """Decide a row of a judged sheet, cells as a person writes them (references for content ids).

    Args:
        name: of the sheet: elements, typologies, matrix …
        word: judge, or reject a row by its `id`.

    Raises:
        RunError: there is no such sheet or column, or a cell cannot be read.
    """
    found = next((sheet for sheet in JUDGED.values() if sheet.name == name), None)
    if found is None:
        known = ", ".join(sheet.name for sheet in JUDGED.values())
        raise MissingInput.expected(_("one of {known}").format(known=known), found=name, where="decide judge")
    allowed = {"id", "evidence", *found.cells}
    if set(cells) - allowed:
        wrong = ", ".join(sorted(set(cells) - allowed))
        raise MissingInput.expected(
            _("columns of {name}: {known}").format(name=name, known=", ".join(sorted(allowed))), found=wrong, where=name
        )
    action = Action.REJECT if word == Action.REJECT else found.action
    target, values, evidence = judging.draft(case, found, dict(cells), action)
    made = Decision(action, found.step, (target,), because, case.callsign, case.clock(), values, evidence)
    return case.record([made])


def _drafts(
    case: Case, action: Action, references: Sequence[str], said: Mapping[str, str]
) -> Iterator[tuple[Action, str, Draft]]:
    if action in (Action.ACCEPT, Action.REJECT):
        for reference in references:
            yield _verdict(case, action, reference, said)
        return
    step = _checked(case, action, references).step
    ids = [case.id_of(each) for each in references]
    if action is Action.SPLIT:
        yield action, step, _split(case, ids)
    elif action in (Action.MERGE, Action.APART):
        ends = {"left": references[0], "right": " ".join(references[1:])}
        yield action, step, _drafted(case, step, action, {**said, **ends})
    elif action is Action.LINK:
        ends = {"source": references[0], "target": references[1], "type": _required(said, "type", "Call")}
        yield action, step, _drafted(case, step, action, {**said, **ends})
    elif action is Action.GRADE:
        grade = _required(said, "grade", "B2")
        cells = {**said, "source": grade[:1], "information": grade[1:]}
        yield from ((action, step, _drafted(case, step, action, {**cells, "id": each})) for each in ids)
    else:
        role = {"role": _required(said, "role", "RO-TRA"), "evidence": said.get("evidence", "")}
        for each in references:
            yield action, step, _drafted(case, "S10-roles", action, {**role, "entity": each})


def _verdict(case: Case, action: Action, reference: str, said: Mapping[str, str]) -> tuple[Action, str, Draft]:
    letter, _plain = refs.parse(reference, case.callsign)
    step = VERDICTS.get(letter)
    if step is None:
        raise MissingInput.expected(_("a statement S, a hit H or a link L"), found=reference, where=action.value)
    name = case.id_of(reference)
    if letter != "L":
        return action, step, _drafted(case, step, action, {**said, "id": name})
    (row,) = case.links[case.links["id"] == name].to_dict("records")
    shown = SHEETS[step].show(case, {str(column): value for column, value in row.items()})
    word = Action.LINK if action is Action.ACCEPT else action
    return word, step, _drafted(case, step, word, {**shown, **said})


def _split(case: Case, ids: Sequence[str]) -> Draft:
    """What follows the entity leaves it, and stands together from then on; a statement stands for its subject."""
    subject = dict(zip(case.statements["id"], case.statements["subject"], strict=True))
    return Draft(tuple(subject.get(each, each) for each in ids[1:]), {})


def _required(said: Mapping[str, str], name: str, example: str) -> str:
    if not said.get(name):
        raise MissingInput.expected(f"--{name} {example}", found=_("none"), where="decide")
    return said[name]


def _checked(case: Case, action: Action, references: Sequence[str]) -> Wanted:
    wanted = WANTED[action]
    letters = [refs.parse(each, case.callsign)[0] for each in references]
    if len(letters) < wanted.least or any(letter and letter not in wanted.letters for letter in letters):
        what = _("{count} or more references like {examples}").format(
            count=wanted.least, examples=", ".join(f"{letter}3" for letter in wanted.letters)
        )
        raise MissingInput.expected(what, found=" ".join(references), where=action.value)
    return wanted


def _drafted(case: Case, step: str, action: Action, cells: Mapping[str, str]) -> Draft:
    return SHEETS[step].draft(case, {"id": "", "because": "?", **cells}, action)
