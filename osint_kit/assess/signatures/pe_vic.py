"""Presumed victim: named where papers are held back, debts grow, people are shut in or work unpaid."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

NAMED, CHILD = 0.25, 0.4
EXPLOITED = ("EX-01", "EX-02", "EX-03", "EX-04", "EX-05", "EX-06", "ON-10")


@signature
def victim(profile: Profile, _picture: Picture) -> Iterator[Sign]:
    """Yield texts of exploitation that name the person."""
    if not profile.natural:
        return
    for name, group in profile.seen(EXPLOITED, most=3):
        yield Sign(NAMED, _("is named where people are exploited ({indicator})").format(indicator=name), group)
    for name, group in profile.seen(("EX-07",), most=1):
        yield Sign(CHILD, _("may be a minor without a guardian ({indicator})").format(indicator=name), group)
