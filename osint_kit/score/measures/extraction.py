"""S4: were the mentions found, with the right kind, place and normal form?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from osint_kit.messages import _
from osint_kit.score.f1 import Counts
from osint_kit.score.key import Mention
from osint_kit.score.matching import one_to_one, overlap
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.sheet import Sheet

STEP = "S4"
MAXIMUM = 80.0


@dataclass(frozen=True, slots=True, order=True)
class Claimed:
    """One stretch that the team accepted."""

    item: str
    start: int
    end: int
    kind: str
    value: str
    original: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The mentions of one item and kind: which were hit, missed, and claimed wrongly."""

    item: str
    kind: str
    hit: tuple[Mention, ...]
    missed: tuple[Mention, ...]
    wrong: tuple[Claimed, ...]


@measure
def extraction(sheet: Sheet) -> StepScore:
    """Give the macro F1 over the kinds that the key items hold; elsewhere only wrong claims count."""
    marked = tuple(_mark(sheet))
    kinds = sorted({mention.kind for item in sheet.key.key_items for mention in _true(sheet, item)})
    counts = {kind: _counts([each for each in marked if each.kind == kind]) for kind in kinds}
    facts = {f"f1_{kind}": counts[kind].f1 for kind in kinds}
    explained = [
        line
        for each in marked
        if each.kind in counts
        for line in _explain(each, counts[each.kind].unit(MAXIMUM / len(kinds)))
    ]
    return StepScore.of(STEP, MAXIMUM, explained, facts)


def _mark(sheet: Sheet) -> Iterator[Marked]:
    claims: dict[str, list[Claimed]] = {}
    for claim in _claims(sheet):
        claims.setdefault(claim.item, []).append(claim)
    for item in sorted(sheet.key.key_items | set(claims)):
        true, claimed = _true(sheet, item), claims.get(item, [])
        for kind in sorted({each.kind for each in true} | {each.kind for each in claimed}):
            found = _match(sheet, [t for t in true if t.kind == kind], [c for c in claimed if c.kind == kind])
            hit, missed, wrong = found
            if item not in sheet.key.key_items:
                hit, missed = (), ()
            yield Marked(item, kind, hit, missed, wrong)


def _match(
    sheet: Sheet, true: Sequence[Mention], claimed: Sequence[Claimed]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...], tuple[Claimed, ...]]:
    def fits(claim: Claimed, mention: Mention) -> int:
        right = mention.value in ("", claim.value) and sheet.reads(claim.item, claim.start, claim.end, claim.original)
        return overlap((claim.start, claim.end), (mention.start, mention.end)) if right else 0

    pairs = one_to_one(claimed, true, fits)
    hit = set(pairs.values())
    return (
        tuple(true[j] for j in sorted(hit)),
        tuple(mention for j, mention in enumerate(true) if j not in hit),
        tuple(claim for i, claim in enumerate(claimed) if i not in pairs),
    )


def _true(sheet: Sheet, item: str) -> tuple[Mention, ...]:
    return sheet.key.mentions_by_item.get(item, ())


def _claims(sheet: Sheet) -> list[Claimed]:
    """One claim for each place and value in an item, however many pages show the item."""
    found: dict[tuple[object, ...], Claimed] = {}
    for row in sheet.rows(STEP):
        said = row.values
        item, start, end = said.get("item"), said.get("start"), said.get("end")
        if isinstance(item, str) and item in sheet.key.known_items and isinstance(start, int) and isinstance(end, int):
            claim = Claimed(item, start, end, *(str(said.get(name, "")) for name in ("kind", "value", "original")))
            found.setdefault((claim.item, start, end, claim.kind, claim.value), claim)
    return sorted(found.values())


def _counts(marked: Sequence[Marked]) -> Counts:
    return Counts(*(sum(len(getattr(each, name)) for each in marked) for name in ("hit", "wrong", "missed")))


def _explain(marked: Marked, unit: float) -> Iterator[Explanation]:
    for mention in marked.hit:
        what = _("{kind} found: {value}").format(kind=mention.kind, value=mention.value)
        yield Explanation(STEP, what, _pointer(mention), 2 * unit)
    for mention in marked.missed:
        what = _("{kind} missed: {value}").format(kind=mention.kind, value=mention.value)
        yield Explanation(STEP, what, _pointer(mention), -unit)
    for claim in marked.wrong:
        what = _("{kind} claimed wrongly: {value}").format(kind=claim.kind, value=claim.value)
        yield Explanation(STEP, what, _pointer(claim), -unit)


def _pointer(place: Mention | Claimed) -> str:
    return f"{place.item}#char={place.start},{place.end}"
