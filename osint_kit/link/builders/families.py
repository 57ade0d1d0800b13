"""Relatives, where an item names two persons and says that they are kin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osint_kit.link.builders import LinkRow, builder
from osint_kit.link.facts import Facts
from osint_kit.link.together import companies
from osint_kit.messages import _

KIN = re.compile(
    r"\b(родствен|родной|родная|семь|брат|сестр|сын\b|дочь|отец|мать\b|муж\b|жена|хеш|хонавода|оила|бародар|апа\b|хоҳар"
    r"|писар|духтар|падар|модар|family|relative|brother|sister|son\b|daughter|father|mother|husband|wife)",
    re.IGNORECASE,
)
"""Words of kinship: own compilation, unreviewed, Russian, Tajik, English."""

SAID = 0.55
"""Score of one item that says so."""


@builder
def families(facts: Facts) -> Iterator[LinkRow]:
    """Yield one link for an item with exactly two persons and a word of kinship."""
    for company in companies(facts):
        if len(company.persons) == len(company.everybody) == 2 and KIN.search(company.text):  # noqa: PLR2004 - a pair
            (source, one), (target, two) = company.persons.items()
            reason = _("{item} calls them kin").format(item=company.item)
            yield LinkRow(source, target, "Family", (one, two), SAID, reason)
