"""Who works for whom, where an item names one person, one organisation, and the work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osint_kit.link.builders import LinkRow, builder
from osint_kit.link.facts import Facts
from osint_kit.link.together import companies
from osint_kit.messages import _

WORK = re.compile(
    r"\b(водит|водител|за рулём|работает|сотрудни|ронанда|мошин меронад|кор мекунад|корманд|drives|driver|works for)",
    re.IGNORECASE,
)
"""Words of employment: own compilation, unreviewed, Russian, Tajik, English."""

SAID = 0.55
"""Score of one item that says so."""


@builder
def employments(facts: Facts) -> Iterator[LinkRow]:
    """Yield one link for an item with exactly one person, one organisation and a word of employment."""
    for company in companies(facts):
        if len(company.persons) == len(company.organisations) == 1 and WORK.search(company.text):
            ((person, one),), ((firm, two),) = company.persons.items(), company.organisations.items()
            reason = _("{item} says that the person works there").format(item=company.item)
            yield LinkRow(person, firm, "Employment", (one, two), SAID, reason, directed=True)
