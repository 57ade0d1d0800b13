"""A journey whose legs, days or helpers are not known."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.interview.gaps import Question, gap
from osint_kit.interview.known import Known
from osint_kit.messages import _

MOVERS = frozenset({"RO-TRA", "RO-GUI"})
HOSTS = frozenset({"RO-SAF"})
DAYS = 2
"""A journey with legs has at least a day of departure and a day of arrival or of the next leg."""


@gap
def legs(facts: Known) -> Iterator[Question]:
    """Yield a question each when fewer than two days, nobody who moved and nobody who housed the person is known."""
    days = {value[:10] for value in facts.own.loc[facts.own["kind"] == "date", "value"]}
    if len(days) < DAYS:
        reason = _("days of the journey that the items name: {count}").format(count=len(days))
        yield Question(
            _("Describe the journey from place to place: where you stopped, for how long, and how you went on."), reason
        )
    around = {facts.roles.get(entity, "") for entity in facts.contacts}
    if not around & MOVERS:
        reason = _("nobody who moved the person is linked")
        yield Question(_("Tell me about the vehicles, and about those who led or drove."), reason)
    if not around & HOSTS:
        reason = _("nobody who housed the person is linked")
        yield Question(_("Describe the places where you slept or waited, and the people there."), reason)
