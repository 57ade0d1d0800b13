"""Document supplier: sample papers in public, serials that repeat; called well before a departure."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

SAMPLE, CALLED = 0.3, 0.15
PAPERS = ("ON-05", "DO-01", "DO-02", "DO-03", "DO-04")


@signature
def supplier_of_papers(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield texts that offer papers with a number of the entity, and calls that come with them."""
    texts = profile.shown(PAPERS)
    for name, group in texts:
        yield Sign(SAMPLE, _("papers are offered with its number ({indicator})").format(indicator=name), group)
    if texts and picture.rounds(profile, picture.coordinators):
        calls = cited(each.statements for each in profile.calls if each.other in picture.coordinators)
        yield Sign(CALLED, _("is called before departures"), calls)
