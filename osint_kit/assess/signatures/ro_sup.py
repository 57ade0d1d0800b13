"""Supplier: sells goods or services to those on the road, perhaps without knowing."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

PAID, SERVES = 0.25, 0.2


@signature
def supplier(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield payments from paid hands outside of rounds, and texts in which one payer buys for many."""
    if profile.entity in picture.hands or profile.entity in picture.centres | picture.payers:
        return
    buyers = frozenset(picture.hands) | picture.coordinators
    sums = [each for each in picture.received_from(profile, buyers) if not picture.during(each.at)]
    if sums:
        yield Sign(PAID, _("those who are paid for journeys buy from it"), cited(each.statements for each in sums))
    for name, group in profile.shown(("FI-16", "TR-03")):
        yield Sign(SERVES, _("a text speaks of such purchases ({indicator})").format(indicator=name), group)
