"""Recruiter: many one-off contacts before journeys; adverts with a number; names of accounts that change."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

MET, MANY, ADVERT, CHURN = 0.35, 0.2, 0.2, 0.1
ADVERTS = ("ON-01", "ON-08", "ON-04", "ON-02", "ON-03", "ON-10")
CROWD = 8
NAMES = 2


@signature
def recruiter(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield signs of one whom strangers call once, and of offers that carry a number of the entity."""
    met = picture.met(profile)
    if profile.entity in picture.recruiters and profile.entity not in picture.coordinators:
        calls = cited(each.statements for each in profile.calls if each.other in met)
        yield Sign(MET, _("{count} others speak with it only before a journey").format(count=len(met)), calls)
        if len(met) >= CROWD:
            yield Sign(MANY, _("there are many of them"), calls)
    for name, group in profile.shown(ADVERTS):
        yield Sign(ADVERT, _("an offer carries its number ({indicator})").format(indicator=name), group)
    if profile.handles >= NAMES:
        yield Sign(CHURN, _("names of accounts change"))
