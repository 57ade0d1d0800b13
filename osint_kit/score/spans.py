"""Which mentions of the key a team's stretches stand for."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.model import Json
from osint_kit.score.key import AnswerKey, Mention
from osint_kit.score.matching import lies_on
from osint_kit.score.sheet import objects


def mentions_of(key: AnswerKey, stretches: Json) -> tuple[Mention, ...]:
    """The key's mentions under a list of `{item, start, end, kind}`; a stretch that hits none is left out."""
    found = {mention.id: mention for mention in _under(key, stretches)}
    return tuple(found.values())


def _under(key: AnswerKey, stretches: Json) -> Iterator[Mention]:
    for stretch in objects(stretches):
        item, start, end = stretch.get("item"), stretch.get("start"), stretch.get("end")
        if not (isinstance(item, str) and isinstance(start, int) and isinstance(end, int)):
            continue
        same = [each for each in key.mentions_by_item.get(item, ()) if each.kind == stretch.get("kind")]
        best = max(same, key=lambda each: lies_on((start, end), (each.start, each.end)), default=None)
        if best is not None and lies_on((start, end), (best.start, best.end)):
            yield best
