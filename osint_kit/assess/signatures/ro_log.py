"""Logistician: talks to transport and houses before departures, and pays helpers."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Contact, Profile, cited
from osint_kit.assess.signatures import Sign, signature
from osint_kit.messages import _

TALKS, AGAIN, PAYS, REPORTS = 0.4, 0.2, 0.2, 0.1


@signature
def logistician(profile: Profile, picture: Picture) -> Iterator[Sign]:
    """Yield signs of one who holds those on the road together."""
    if profile.entity not in picture.coordinators:
        return
    hands = frozenset(picture.hands) - {profile.entity}
    timed = [each for each in picture.timed(profile) if each.other in hands]
    met = len({each.other for each in timed})
    yield Sign(TALKS, _("speaks with {count} of those paid, before departures").format(count=met), _first(timed))
    rounds = picture.rounds(profile, hands)
    if rounds > 1:
        yield Sign(AGAIN, _("does so in {count} rounds").format(count=rounds), _first(timed[::-1]))
    paid = [each for each in profile.paid if any(cycle.covers(each.at) for cycle in picture.cycles)]
    helpers = [each for each in paid if each.other not in picture.centres]
    if helpers:
        yield Sign(PAYS, _("pays others while a journey runs"), cited(each.statements for each in helpers))
    if profile.others.keys() & picture.centres:
        calls = [each for each in profile.calls if each.other in picture.centres]
        yield Sign(REPORTS, _("speaks with the one who holds the money"), _first(calls))


def _first(calls: list[Contact]) -> tuple[str, ...]:
    return cited(each.statements for each in calls)
