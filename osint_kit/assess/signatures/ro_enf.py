"""Enforcer: threats, guarding and demands that carry a number of the entity."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

THREAT, SERVES = 0.3, 0.15
FORCE = ("ON-09", "EX-03", "EX-04", "EX-02")


@signature
def enforcer(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield texts of pressure with a number of the entity: whoever is only named in them may be the one pressed."""
    texts = profile.shown(FORCE)
    for name, group in texts:
        yield Sign(THREAT, _("pressure comes with its number ({indicator})").format(indicator=name), group)
    if texts and profile.others.keys() & (picture.coordinators | picture.hands.keys()):
        yield Sign(SERVES, _("speaks with those who are paid for journeys"))
