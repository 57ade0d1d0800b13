"""Indicators that words alone show: the rules of the vocabulary over every text."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.knowledge import vocabulary
from osint_kit.knowledge.vocabulary import indicators as words
from osint_kit.messages import _
from osint_kit.money.indicators import Case, Sign

EVERYDAY = 0.5
"""What is left of a score where the text speaks of everyday trade."""


def worded(case: Case, group: str, *, everyday: bool = True) -> Iterator[Sign]:
    """Yield what the rules of a group find.

    Args:
        everyday: whether words of everyday trade lower the score: they do where an offer is the sign.
    """
    rules = [rule for rule in words.rules() if rule.group == group]
    for page in case.texts:
        for rule in rules:
            span = rule.span(page.reading)
            if span:
                factor = EVERYDAY if everyday and _everyday(page.text) else 1.0
                reason = _("the text speaks of it: {label}").format(label=_(rule.label))
                yield Sign(rule.id, page.id, *span, rule.score * factor, reason)


def _everyday(text: str) -> bool:
    lowered = f" {text.casefold()}"
    return any(f" {term}" in lowered for term, _topic in vocabulary.everyday())
