"""What the machine's proposal at a trap is worth, and what every judge of it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from osint_kit.exercise.beside import Played
from osint_kit.messages import _

if TYPE_CHECKING:
    from osint_kit.score.key import Trap

SURE = 0.5
"""Score below which a proposal is a guess: the shipped threshold of most steps."""


class Verdict(StrEnum):
    """What the machine's proposal at a trap is worth."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"
    OPEN = "open"


Found: TypeAlias = tuple[Verdict, str]
"""A verdict, and what was proposed, in words."""

ORDER = (Verdict.WRONG, Verdict.UNSURE, Verdict.OPEN, Verdict.RIGHT)
"""The worst first."""


def against(proposed: Iterator[tuple[str, float]]) -> Found:
    """The verdict where nothing should be proposed: the strongest proposal decides."""
    what, score = max(proposed, key=lambda each: each[1], default=("", 0.0))
    if not what:
        return Verdict.RIGHT, ""
    return (Verdict.WRONG if score >= SURE else Verdict.UNSURE), what


def unread() -> Found:
    """The verdict where the case holds nothing of it."""
    return Verdict.OPEN, _("not collected")


def collected(played: Played, items: Iterable[str]) -> frozenset[str]:
    """Those of the items that the case holds."""
    return frozenset(items) & frozenset(played.case.documents["item"])


def caption(played: Played, entity: str) -> str:
    """What an entity is called."""
    listed = dict(zip(played.case.entities["id"], played.case.entities["caption"], strict=True))
    return str(listed.get(entity, entity))


def stands_for(played: Played) -> Mapping[str, str]:
    """Entity → whom it stands for; a bare number of the records stands for its only holder."""
    holders: dict[str, set[str]] = {}
    for row in played.key.tables["phones"]:
        holders.setdefault(f"phone:{row['phone']}", set()).add(str(row["holder"]))
    found = dict(played.standing_for)
    for name, selectors in zip(played.case.entities["id"], played.case.entities["selectors"], strict=True):
        owners = {owner for each in selectors for owner in holders.get(each, ())}
        if len(owners) == 1:
            found.setdefault(str(name), *owners)
    return found


def standing(played: Played, trap: Trap, measure: str) -> int:
    """The best place that an entity of theirs has; 0 where it has none."""
    measured = played.case.conclusions.measures
    if measured.empty:
        return 0
    behind = stands_for(played)
    ranked = measured.sort_values([measure, "entity"], ascending=[False, True])["entity"].tolist()
    places = [at for at, name in enumerate(ranked, 1) if behind.get(str(name)) in trap.truths]
    return min(places, default=0)
