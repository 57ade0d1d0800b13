"""What the files of offences share: elements that single findings carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from osint_kit.assess.situation import Situation
from osint_kit.messages import _

INFERRED = 0.09
"""What one finding says of knowledge or intent: six of them stay below one half."""


def by_findings(
    situation: Situation, elements: Mapping[str, tuple[str, ...]], inferred: frozenset[str] = frozenset()
) -> Iterator[tuple[str, tuple[str, ...], float, str]]:
    """Yield element, statements, score and reason for each finding that bears on an element.

    Args:
        elements: element → indicators, typologies and telling words that bear on it, the most telling first.
        inferred: elements that can only be inferred from objective facts: a person decides, not a sum of signs.
    """
    for element, names in elements.items():
        for found in situation.fired(names):
            score = INFERRED if element in inferred else found.score
            what = _("words of the text") if found.name == element else found.name
            yield element, found.statements, score, _("{finding} bears on it").format(finding=what)
