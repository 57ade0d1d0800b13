"""No part in it: busy with everybody, books that balance, kin of a traveller and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

BUSY, BALANCED, KIN = 0.5, 0.5, 0.45
BUSY_RANK = 0.98
OFFERS = ("ON-01", "ON-04", "ON-08")
PARTNERS = 6
EVEN = 0.5


@signature
def nobody(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield signs of an ordinary life; they count against every part."""
    timed, calls = len(picture.timed(profile)), len(profile.calls)
    inside = profile.entity in picture.hands or profile.entity in picture.centres | picture.coordinators
    offers = profile.entity in picture.recruiters or profile.shown(OFFERS)
    if profile.degree >= BUSY_RANK and not inside and not offers and 2 * timed < calls:
        yield Sign(BUSY, _("speaks with everybody, at any time"), cited(each.statements for each in profile.calls))
    if _balanced(profile) and profile.entity not in picture.centres:
        yield Sign(BALANCED, _("as much goes out as comes in"), cited(each.statements for each in profile.received))
    parked = profile.entity in picture.payers and not picture.strangers(profile)
    if parked and not inside:
        paid = cited(each.statements for each in profile.paid if each.other in picture.centres)
        yield Sign(KIN, _("only parked money, and spoke with nobody else in it"), paid)


def _balanced(profile: Profile) -> bool:
    partners = {each.other for each in profile.paid}, {each.other for each in profile.received}
    gone, come = sum(each.amount for each in profile.paid), sum(each.amount for each in profile.received)
    return min(map(len, partners)) >= PARTNERS and min(gone, come) >= EVEN * max(gone, come)
