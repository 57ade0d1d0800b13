"""Contacts of the person that have a number or an account and no name."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.interview.gaps import Question, gap
from osint_kit.interview.known import Known
from osint_kit.messages import _


@gap
def nameless(facts: Known) -> Iterator[Question]:
    """Yield one question for each contact without a name."""
    for entity, row in sorted(facts.contacts.items()):
        if not row["names"]:
            reason = _("{ref} has no name: {caption}").format(ref=row["ref"] or entity[:8], caption=row["caption"])
            yield Question(
                _("Tell me who you were in touch with about the journey, and how you knew each of them."), reason
            )
