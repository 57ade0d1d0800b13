"""S8: who is linked with whom, how, in which direction, what shows it, and what happened before what?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osint_kit.messages import _
from osint_kit.score.f1 import Counts
from osint_kit.score.key import AnswerKey, KeyLink
from osint_kit.score.links import STEP, WEIGHTS, Drawn, drawn, place, shown, undirected
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.order import InOrder, placed
from osint_kit.score.people import NOBODY
from osint_kit.score.sheet import Sheet

LINKED, ORDERED = 90.0, 30.0
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
    """Give 90 points for the weighted F1 of the links, 30 for the share of key events put in their order.

    Core links weigh 3, context links 1, any other link drawn 1 against. A true link counts with evidence from an item
    that shows it, or that names both of its ends.
    """
    marked = tuple(_mark(sheet))
    right, wrong, missed = (sum(each.weight for each in marked if each.right is state) for state in (True, False, None))
    counts = Counts(right, wrong, missed)
    unit = counts.unit(LINKED)
    explained = [
        Explanation(STEP, each.what, each.pointer, (2 if each.right else -1) * unit * each.weight) for each in marked
    ]
    in_order = placed(sheet)
    explained += _events(in_order)
    facts = {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1, "order": in_order.share}
    return StepScore.of(STEP, LINKED + ORDERED, explained, facts)


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


def _events(found: InOrder) -> Iterator[Explanation]:
    """Each pair of events is worth the same; half of it belongs to either."""
    if not found.events:
        yield Explanation(STEP, _("the key has no events to put in order"), STEP, -ORDERED)
    for each in found.events:
        worth = ORDERED * each.pairs / found.ends
        lost = ORDERED * (each.pairs - each.right) / found.ends
        said = {"kind": each.kind, "at": each.at, "right": each.right, "pairs": each.pairs}
        if each.right:
            what = _("event {kind} of {at} in order with {right} of {pairs} others")
            yield Explanation(STEP, what.format(**said), each.pointer, worth - lost)
        if lost:
            what = _("event {kind} of {at} out of order") if each.matched else _("event {kind} of {at} missing")
            yield Explanation(STEP, what.format(**said), each.pointer, -lost)


def _wrong(link: Drawn, *, noise: bool) -> Marked:
    kind, *ends = link.place
    if noise:
        what = _("a link that means nothing here: {type}")
    elif any(end.startswith(NOBODY) for end in ends):
        what = _("a link with an end that stands for nobody: {type}")
    else:
        what = _("a link that does not exist: {type}")
    return Marked(what.format(type=kind), link.pointer, WRONG, right=False)


def _wanted(true: KeyLink, link: Drawn | None, key: AnswerKey) -> Marked:
    pointer, weight = true.items[0] if true.items else true.id, WEIGHTS[true.tier]
    if link is not None and shown(key, true, link):
        return Marked(_said(_("{tier} link found: {type}"), true), link.pointer, weight, right=True)
    what = _("{tier} link drawn without valid evidence: {type}") if link else _("{tier} link missed: {type}")
    return Marked(_said(what, true), pointer, weight, right=None)


def _said(what: str, true: KeyLink) -> str:
    return what.format(tier=true.tier, type=true.type)
