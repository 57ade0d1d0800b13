"""S5: who is who? Mentions grouped as the key groups them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping

from osint_kit.messages import _
from osint_kit.score.bcubed import BCubed, bcubed, credit, labels, pairwise
from osint_kit.score.key import Mention
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.sheet import Sheet
from osint_kit.score.spans import mentions_of

STEP = "S5"
MAXIMUM = 110.0


@measure
def resolution(sheet: Sheet) -> StepScore:
    """Give what the B-cubed F1 gains over leaving every mention alone; mentions left out stand alone."""
    mentions = {each.id: each for each in sheet.key.mentions if each.truth and each.item in sheet.key.key_items}
    truth: dict[Hashable, Hashable] = {name: each.truth for name, each in mentions.items()}
    groups = [[each.id for each in mentions_of(sheet.key, row.values.get("mentions"))] for row in sheet.rows(STEP)]
    submitted = labels(groups, mentions)
    found, alone = bcubed(truth, submitted), bcubed(truth, labels([], mentions))
    pairs, earned = pairwise(truth, submitted), MAXIMUM * credit(found.f1, alone.f1)
    facts = {
        "precision": found.precision,
        "recall": found.recall,
        "f1": found.f1,
        "f1_alone": alone.f1,
        "pairwise_precision": pairs.precision,
        "pairwise_recall": pairs.recall,
        "pairwise_f1": pairs.f1,
    }
    return StepScore.of(STEP, MAXIMUM, _explain(mentions, submitted, found, earned), facts)


def _explain(
    mentions: Mapping[str, Mention], submitted: Mapping[Hashable, Hashable], found: BCubed, earned: float
) -> Iterator[Explanation]:
    """Share points out over the true entities, by how well their mentions are grouped."""
    holders: dict[str, list[Mention]] = {}
    for mention in mentions.values():
        holders.setdefault(mention.truth, []).append(mention)
    good = {truth: sum(sum(found.each[each.id]) for each in group) for truth, group in holders.items()}
    bad = {truth: 2 * len(group) - good[truth] for truth, group in holders.items()}
    gain, loss = earned / (sum(good.values()) or 1), (MAXIMUM - earned) / (sum(bad.values()) or 1)
    for truth, group in sorted(holders.items()):
        pointer = f"{group[0].item}#char={group[0].start},{group[0].end}"
        if earned:
            what = _("{count} mentions of one holder grouped").format(count=len(group))
            yield Explanation(STEP, what, pointer, gain * good[truth])
        if bad[truth] > 1e-9:  # noqa: PLR2004 - more than rounding
            yield Explanation(STEP, _fault(group, submitted, mentions), pointer, -loss * bad[truth])


def _fault(group: list[Mention], submitted: Mapping[Hashable, Hashable], mentions: Mapping[str, Mention]) -> str:
    parts = Counter(submitted[each.id] for each in group)
    strangers = sum(submitted[name] in parts and each.truth != group[0].truth for name, each in mentions.items())
    return _("{count} mentions of one holder stand in {parts} groups, together with {strangers} of others").format(
        count=len(group), parts=len(parts), strangers=strangers
    )
