"""Transporter: a plate, and a payment when a journey ends."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

PLATE, PAID, CALLED, RECURS = 0.3, 0.3, 0.15, 0.15


@signature
def transporter(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield signs of one who drives and is paid for it; a plate alone is a haulier on the same road."""
    if not profile.vehicle:
        return
    yield Sign(PLATE, _("a plate stands with it"), profile.own)
    paid = [each.statements for each in profile.received if each.other in picture.centres]
    if profile.entity in picture.hands:
        yield Sign(PAID, _("is paid when money is released"), cited(paid))
    if picture.rounds(profile, picture.coordinators):
        calls = cited(each.statements for each in profile.calls if each.other in picture.coordinators)
        yield Sign(CALLED, _("is called before departures"), calls)
    for name, group in profile.seen(("TR-02", "TR-04"), most=1):
        yield Sign(RECURS, _("the plate recurs ({indicator})").format(indicator=name), group)
