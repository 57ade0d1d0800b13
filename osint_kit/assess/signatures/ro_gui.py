"""Guide: called in bursts, at night near a border; paid for some journeys, without a vehicle."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

PAID, CALLED, NIGHT = 0.3, 0.25, 0.2
LATE, EARLY = 22, 5


@signature
def guide(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield signs of one who is paid for some journeys and not for others."""
    rounds = picture.hands.get(profile.entity, 0)
    if profile.vehicle or not 0 < rounds < 0.8 * len(picture.cycles) or profile.entity in picture.coordinators:
        return
    paid = cited(each.statements for each in profile.received if each.other in picture.centres)
    yield Sign(PAID, _("is paid in {count} rounds of {all}").format(count=rounds, all=len(picture.cycles)), paid)
    calls = [each for each in profile.calls if each.other in picture.coordinators]
    if picture.rounds(profile, picture.coordinators):
        yield Sign(CALLED, _("is called before departures"), cited(each.statements for each in calls))
    night = [each for each in calls if each.at is not None and not EARLY <= each.at.hour < LATE]
    if calls and 2 * len(night) >= len(calls):
        yield Sign(NIGHT, _("mostly at night"), cited(each.statements for each in night))
