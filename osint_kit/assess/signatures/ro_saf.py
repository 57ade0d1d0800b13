"""Safe-house keeper: one place, a small part of every journey's money, called whenever people come."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

PAID, SMALL, CALLED = 0.25, 0.15, 0.25
NEARLY_ALL = 0.8
A_SMALL_PART = 0.75


@signature
def keeper(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield signs of one who is paid a little in nearly every round."""
    rounds = picture.hands.get(profile.entity, 0)
    if profile.vehicle or not rounds or rounds < NEARLY_ALL * len(picture.cycles):
        return
    if profile.entity in picture.coordinators:
        return
    paid = cited(each.statements for each in profile.received if each.other in picture.centres)
    yield Sign(PAID, _("is paid in nearly every round"), paid)
    if picture.shares[profile.entity] / rounds < A_SMALL_PART * picture.release:
        yield Sign(SMALL, _("a smaller sum than others"), paid)
    if picture.rounds(profile, picture.coordinators):
        calls = cited(each.statements for each in profile.calls if each.other in picture.coordinators)
        yield Sign(CALLED, _("is called when a journey begins"), calls)
