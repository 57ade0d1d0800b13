"""Traveller: called a recruiter before one journey, and was never paid. Being smuggled is no offence."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

CALLED, PARKED, KIN, NAMED = 0.5, 0.25, 0.15, 0.2
ON_THE_WAY = ("TR-01", "ON-09")
"""Texts of thanks and of bad driving name helpers more often than travellers."""


@signature
def traveller(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield signs of one who travels; they weigh more than any sign of a part in it."""
    hosts = [each for each in sorted(picture.recruiters) if profile.entity in picture.met(picture.profiles[each])]
    if hosts and profile.natural:
        calls = cited(each.statements for each in profile.calls if each.other in hosts)
        yield Sign(CALLED, _("spoke once with one whom many call before journeys"), calls)
    if profile.entity in picture.payers:
        paid = cited(each.statements for each in profile.paid if each.other in picture.centres)
        yield Sign(PARKED, _("parked money before a journey: a traveller or a relative"), paid)
    if profile.with_("Family") & picture.payers:
        yield Sign(KIN, _("is kin of one who parked money"))
    for name, group in profile.seen(ON_THE_WAY, most=1) if profile.natural else ():
        yield Sign(NAMED, _("is named in a text about people on the way ({indicator})").format(indicator=name), group)
