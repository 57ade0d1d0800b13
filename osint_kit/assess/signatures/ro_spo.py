"""Spotter: short calls before departures, and no part of the money released."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

CALLED, SHORT = 0.35, 0.2
SECONDS = 60


@signature
def spotter(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield signs of one who only says that the way is free."""
    inside = profile.entity in picture.hands or profile.entity in picture.centres | picture.coordinators
    if inside or picture.received_from(profile, picture.coordinators):
        return
    rounds = picture.rounds(profile, picture.coordinators)
    calls = [each for each in profile.calls if each.other in picture.coordinators]
    if not rounds or 2 * rounds < len(picture.cycles) or profile.entity in picture.recruiters:
        return
    ids = cited(each.statements for each in calls)
    yield Sign(CALLED, _("is called before {count} departures, and is not paid").format(count=rounds), ids)
    known = [each.seconds for each in calls if each.seconds]
    if known and median(known) < SECONDS:
        yield Sign(SHORT, _("the calls are short"), ids)
