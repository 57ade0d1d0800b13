"""Roles: every entity's signs weighed up into one proposal, the protected first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

import pandas as pd

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile
from osint_kit.assess.reading import Frames, read
from osint_kit.assess.signatures import Sign, role_of, signatures
from osint_kit.messages import _
from osint_kit.model.tables import ROLES

THRESHOLD = 0.5
"""At or above it the machine decides where it may."""

PROTECTED = frozenset({"PE-MIG", "PE-VIC"})
SUSPECT = "RO-"
NOBODY = "NONE"
WORTH_SHOWING = 0.2
"""Below it nothing is said of an entity."""

SHIELD = 0.25
"""With signs of a traveller or a victim at or above it, no suspect role reaches the threshold."""

UNSURE = 0.45
CLOSE = 0.08
"""Two parts whose scores differ by less are not told apart."""
_CITED = 12


@dataclass(frozen=True, slots=True)
class Weighed:
    """One role's signs for one entity, and what they add up to."""

    role: str
    signs: tuple[Sign, ...]
    score: float


def roles(  # noqa: PLR0917 - frames, in the order of the steps that made them
    entities: pd.DataFrame,
    links: pd.DataFrame,
    measures: pd.DataFrame,
    transfers: pd.DataFrame,
    typologies: pd.DataFrame,
    indicators: pd.DataFrame,
    statements: pd.DataFrame,
) -> pd.DataFrame:
    """Propose the part that each entity seems to play.

    Args:
        measures: the table of analyse: `entity`, `degree`, `betweenness` …

    Returns:
        Frame ROLES, the surest first; an entity of which nothing is to be said has no row.
    """
    picture = read(Frames(entities, links, measures, transfers, typologies, indicators, statements))
    label = dict(zip(entities["id"].tolist(), entities["caption"].tolist(), strict=True))
    rows = [_row(picture.profiles[entity], label[entity], found) for entity, found in _proposed(picture)]
    return ROLES.frame(sorted(rows, key=lambda row: (-float(str(row["score"])), str(row["entity"]))))


def _proposed(picture: Picture) -> Iterator[tuple[str, Weighed]]:
    for entity, profile in sorted(picture.profiles.items()):
        found = choose(tuple(_weighed(profile, picture)))
        if found is not None:
            yield entity, found


def _weighed(profile: Profile, picture: Picture) -> Iterator[Weighed]:
    for name in signatures:
        signs = tuple(signatures[name](profile, picture))
        if signs:
            role, score = role_of(name), 1 - prod(1 - each.weight for each in signs)
            yield Weighed(role, signs, round(score * (picture.trust if role.startswith(SUSPECT) else 1.0), 4))


def choose(weighed: Sequence[Weighed]) -> Weighed | None:
    """The role to put forward: the protected before suspects, and a doubt where two parts lie close."""
    by_role = {each.role: each for each in weighed}
    shielding = max((by_role[role] for role in PROTECTED if role in by_role), key=_rank, default=None)
    nobody = by_role.get(NOBODY)
    suspects = sorted((each for each in weighed if each.role.startswith(SUSPECT)), key=_rank, reverse=True)
    best = _doubted(suspects, shielding, nobody)
    candidates = [each for each in (best, shielding, nobody) if each is not None and each.score >= WORTH_SHOWING]
    if shielding in candidates and best in candidates and shielding is not None:
        return shielding if shielding.score >= SHIELD else best
    return max(candidates, key=_rank, default=None)


def _doubted(suspects: Sequence[Weighed], shielding: Weighed | None, nobody: Weighed | None) -> Weighed | None:
    """The likeliest part of a suspect, less what speaks against it."""
    if not suspects:
        return None
    best, score = suspects[0], suspects[0].score
    if len(suspects) > 1 and score - suspects[1].score < CLOSE:
        score = min(score, UNSURE)
    if shielding is not None and shielding.score >= SHIELD:
        score = min(score, UNSURE)
    if nobody is not None:
        score *= 1 - nobody.score
    return Weighed(best.role, best.signs, round(score, 4))


def _rank(weighed: Weighed) -> tuple[float, str]:
    return weighed.score, weighed.role


def _row(profile: Profile, label: str, found: Weighed) -> Mapping[str, object]:
    signs = "; ".join(dict.fromkeys(each.reason for each in found.signs))
    reason = _("{signs}. A lead, not evidence").format(signs=signs)
    ids = tuple(dict.fromkeys(each for sign in found.signs for each in sign.statements))[:_CITED]
    return {
        "entity": profile.entity,
        "label": label,
        "role": found.role,
        "statements": ids or profile.own,
        "score": min(found.score, 0.95),
        "reason": reason,
    }
