"""Organiser: few direct contacts, all of them lieutenants; between others; paid late and most."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

MOST, LATE, FEW, BETWEEN = 0.35, 0.15, 0.3, 0.1
FIRM, THROUGH = 0.15, 0.3
FEW_CONTACTS = 2
HIGH = 0.9


@signature
def organiser(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield signs of one who takes the most, in person or through a firm, and speaks with the fewest."""
    firms = (profile.with_("Ownership") | profile.with_("Directorship")) & picture.hands.keys()
    if not profile.natural or profile.entity in picture.centres:
        return
    if profile.entity in picture.hands:
        yield from _in_person(profile, picture)
    if any(picture.shares[each] == picture.most for each in firms):
        yield Sign(THROUGH, _("stands behind a firm that takes the largest part of what is released"), profile.own)
    if (firms or profile.entity in picture.hands) and profile.with_("Ownership") | profile.with_("Directorship"):
        yield Sign(FIRM, _("stands behind a firm"), profile.own)


def _in_person(profile: Profile, picture: Picture) -> Iterator[Sign]:
    sums = cited((each.statements for each in profile.received if each.other in picture.centres), 4)
    if picture.shares[profile.entity] == picture.most:
        yield Sign(MOST, _("takes the largest part of what is released"), sums)
    rounds = [each for each in picture.cycles if profile.entity in each.payees]
    if 2 * sum(each.last == profile.entity for each in rounds) > len(rounds):
        yield Sign(LATE, _("is paid last"), sums)
    met = profile.others.keys() & (picture.hands.keys() | picture.centres)
    if 0 < len(met) <= FEW_CONTACTS and met & (picture.coordinators | picture.centres):
        calls = cited(each.statements for each in profile.calls if each.other in met)
        yield Sign(FEW, _("speaks with no more than {count} of those paid").format(count=FEW_CONTACTS), calls)
    if profile.between >= HIGH > profile.degree:
        yield Sign(BETWEEN, _("lies between others although it knows few"))
