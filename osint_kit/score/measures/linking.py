"""S8: who is linked with whom, how, in which direction, and what shows it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osint_kit.messages import _
from osint_kit.score.f1 import Counts
from osint_kit.score.key import AnswerKey, KeyLink
from osint_kit.score.links import STEP, Drawn, drawn, place, undirected
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.sheet import Sheet

MAXIMUM = 120.0
WEIGHTS = {"core": 3.0, "context": 1.0}
WRONG = 1.0
NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Marked:
    """One link with the weight it carries; `right` is None for a key link that was not drawn, or not shown."""

    what: str
    pointer: str
    weight: float
    right: bool | None


@measure
def linking(sheet: Sheet) -> StepScore:
    """Give the weighted F1: core links weigh 3, context links 1, any other link drawn 1 against.

    A true link counts with evidence from an item that shows it, or that names both of its ends.
    """
    marked = tuple(_mark(sheet))
    right, wrong, missed = (sum(each.weight for each in marked if each.right is state) for state in (True, False, None))
    counts = Counts(right, wrong, missed)
    unit = counts.unit(MAXIMUM)
    explained = [
        Explanation(STEP, each.what, each.pointer, (2 if each.right else -1) * unit * each.weight) for each in marked
    ]
    facts = {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
    return StepScore.of(STEP, MAXIMUM, explained, facts)


def _mark(sheet: Sheet) -> Iterator[Marked]:
    either_way, team = undirected(sheet.key), drawn(sheet)
    key = {
        place(each.type, each.source, each.target, directed=each.type not in either_way): each
        for each in sheet.key.links
    }
    for where, link in team.items():
        if where not in key or key[where].tier == NOISE:
            yield _wrong(link, noise=where in key)
    for where, true in key.items():
        if true.tier in WEIGHTS:
            yield _wanted(true, team.get(where), sheet.key)


def _wrong(link: Drawn, *, noise: bool) -> Marked:
    kind, *ends = link.place
    if noise:
        what = _("a link that means nothing here: {type}")
    elif any(end.startswith("?") for end in ends):
        what = _("a link with an end that stands for nobody: {type}")
    else:
        what = _("a link that does not exist: {type}")
    return Marked(what.format(type=kind), link.pointer, WRONG, right=False)


def _wanted(true: KeyLink, link: Drawn | None, key: AnswerKey) -> Marked:
    pointer, weight = true.items[0] if true.items else true.id, WEIGHTS[true.tier]
    nowhere = frozenset[str]()
    carrying = {*true.items, *(key.naming.get(true.source, nowhere) & key.naming.get(true.target, nowhere))}
    if link is not None and link.cited & carrying:
        return Marked(_said(_("{tier} link found: {type}"), true), link.pointer, weight, right=True)
    what = _("{tier} link drawn without valid evidence: {type}") if link else _("{tier} link missed: {type}")
    return Marked(_said(what, true), pointer, weight, right=None)


def _said(what: str, true: KeyLink) -> str:
    return what.format(tier=true.tier, type=true.type)
