"""Corrupt official: small payments from one who holds the road together, again and again."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

ONE, AGAIN, CALLED = 0.25, 0.3, 0.1


@signature
def official(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield small payments that come with the journeys but not out of the money released."""
    if profile.entity in picture.hands or profile.entity in picture.payers:
        return
    sums = picture.received_from(profile, picture.coordinators)
    small = [each for each in sums if each.amount <= picture.release and picture.during(each.at)]
    if not small:
        return
    yield Sign(ONE, _("is paid a small sum while a journey runs"), cited(each.statements for each in small))
    if len(small) > 1:
        yield Sign(AGAIN, _("{count} times").format(count=len(small)), cited(each.statements for each in small[1:]))
    if picture.rounds(profile, picture.coordinators):
        calls = cited(each.statements for each in profile.calls if each.other in picture.coordinators)
        yield Sign(CALLED, _("is called before departures"), calls)
