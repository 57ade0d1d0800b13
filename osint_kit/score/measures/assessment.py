"""S10: what part does each person have in it, and which elements of law are met?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from osint_kit.messages import _
from osint_kit.model import Row
from osint_kit.score.evidence import cited, pointer
from osint_kit.score.given import INNOCENT, LOOK_ALIKE, NO_PART, STEP, SUSPECT, Given, accused, given
from osint_kit.score.key import AnswerKey
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.people import name_of, roles_of
from osint_kit.score.sets import Compared, Named, compare
from osint_kit.score.sheet import Sheet

ROLES, ELEMENTS = 60.0, 40.0
DOUBLE = frozenset({"RO-ORG", "RO-FIN"})
HARM, MOST_HARM = 15.0, 60.0


@measure
def assessment(sheet: Sheet) -> StepScore:
    """Give 60 points for the macro F1 of the roles in the key, 40 for the F1 of the elements that are met.

    Organisers and money handlers weigh double. Somebody who only looks like a member is right as having no part. Each
    traveller, victim or look-alike given a suspect role costs 15 points, 60 at most: the step may fall to -60.
    """
    found = _roles(sheet)
    elements = _elements(sheet)
    facts = {f"f1_{role}": each.counts.f1 for role, each in found.items()}
    facts |= {"element_precision": elements.counts.precision, "element_recall": elements.counts.recall}
    penalties = tuple(_penalties(sheet))
    facts["harmed"] = len(penalties)
    explained = [*_explain(sheet.key, found), *elements.explain(STEP, ELEMENTS, _("element"))]
    return StepScore.of(STEP, ROLES + ELEMENTS, explained, facts, penalties=penalties, floor=-MOST_HARM)


def _explain(key: AnswerKey, found: Mapping[str, Compared]) -> Iterator[Explanation]:
    whole = sum(map(_weight, found))
    if not found:
        yield Explanation(STEP, _("the key has no roles"), STEP, -ROLES)
    for role, each in found.items():
        label = _("role {role}").format(role=role)
        yield from each.explain(STEP, ROLES * _weight(role) / whole, label, partial(name_of, key))


def _weight(role: str) -> float:
    return 2.0 if role in DOUBLE else 1.0


def _roles(sheet: Sheet) -> dict[str, Compared]:
    """Role of the key → who was found, missed and wrongly given it; whom no text names, nobody can be asked for."""
    true = {truth: _expected(roles) for truth, roles in roles_of(sheet.key).items() if truth in sheet.key.naming}
    wanted = sorted({role for roles in true.values() for role in roles})
    said = given(sheet)
    found = {}
    for role in wanted:
        holders = {truth: _where(sheet.key, truth) for truth, roles in true.items() if role in roles}
        claims = {each.truth: each.pointer for each in said.values() if each.role == role and _counts(each, true)}
        found[role] = compare(holders, claims)
    return found


def _counts(each: Given, true: Mapping[str, frozenset[str]]) -> bool:
    """Whether a role given counts for or against: a true one with evidence, or a wrong one.

    That somebody has no part in it is wrong only of those who have one.
    """
    roles = true.get(each.truth, frozenset())
    if each.role in roles:
        return each.valid
    return each.role != NO_PART or any(role.startswith(SUSPECT) for role in roles)


def _expected(roles: frozenset[str]) -> frozenset[str]:
    """What a team should say of somebody: a look-alike has no part in it, unless another role says more."""
    parts = frozenset(role for role in roles if not role.startswith(LOOK_ALIKE))
    return parts or frozenset({NO_PART})


def _where(key: AnswerKey, truth: str) -> str:
    return min(key.naming.get(truth, ()), default=truth)


def _penalties(sheet: Sheet) -> Iterator[Explanation]:
    true = roles_of(sheet.key)
    for each in accused(sheet):
        if any(role.startswith(INNOCENT) for role in true.get(each.truth, ())):
            role = ", ".join(sorted(true[each.truth]))
            what = _("harm: {role} given to somebody who is {truth}").format(role=each.role, truth=role)
            yield Explanation(STEP, what, each.pointer, -HARM)


def _elements(sheet: Sheet) -> Compared:
    """An element is right with words cited from an item that supports it; one that is not met is wrong."""
    supports: dict[str, frozenset[str]] = {}
    for each in sheet.key.elements:
        supports[each.element] = supports.get(each.element, frozenset()) | frozenset(each.items)
    said = {
        str(row.values["element"]): pointer(row)
        for row in sheet.rows(STEP)
        if "element" in row.values and _supported(sheet, row, supports)
    }
    truth: Named = {element: min(items, default=element) for element, items in supports.items()}
    return compare(truth, said)


def _supported(sheet: Sheet, row: Row, supports: Mapping[str, frozenset[str]]) -> bool:
    element = str(row.values["element"])
    return element not in supports or bool(cited(sheet, row) & supports[element])
