"""Money handler: holds what others park and releases it after the journey, or settles with a broker."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

ONE, AGAIN, SETTLES, SAID = 0.4, 0.35, 0.3, 0.15


@signature
def handler(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield rounds of hold-and-release at whose centre the entity stands, settlements, and texts that say so."""
    rounds = [each for each in picture.cycles if each.centre == profile.entity]
    if rounds:
        yield Sign(ONE, _("holds money and releases it later"), cited([rounds[0].statements]))
    if len(rounds) > 1:
        yield Sign(AGAIN, _("does so in {count} rounds").format(count=len(rounds)), cited(r.statements for r in rounds))
    if "TY-SETTLE" in profile.typologies:
        yield Sign(SETTLES, _("settles with another broker"), profile.typologies["TY-SETTLE"][:6])
    for name, group in profile.shown(("FI-14", "FI-13")):
        yield Sign(SAID, _("a text with its number speaks of held money ({indicator})").format(indicator=name), group)
