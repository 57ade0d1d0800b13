"""What else in a text supports the reading of a word or an emoji as coded.

Counted by kinds of signal, each once: a price, a route, a contact, a way of paying, another coded word, words of
borders and papers; a named firm, and words of shops, sport, school or health speak against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from osint_kit.extract.selectors import Found, Scene
from osint_kit.knowledge.vocabulary import coded

CODED = frozenset({"coded_term", "emoji_code"})
NEEDED = {"telling": 1, "leaning": 2, "plain": 5}
"""Strength of a word → the support that its coded reading needs."""

_CONTACT = frozenset({"phone", "handle", "url", "email", "domain"})
_PAYING = frozenset({"iban", "card", "wallet"})
_WAY = frozenset({"coordinates", "flight", "relative_date"})
_OFFER, _SIGNAL, _ROUTE = 2, 1, 2
_AGAINST = (0, 3, 5)
"""Points against, for no, one, and more words of something else."""


def support(kept: Iterable[Found], scene: Scene, concept: str) -> int:
    """Points for the coded reading of one concept in a text."""
    others = [each for each in kept if not (each.kind in CODED and each.value == concept)]
    kinds = {each.kind for each in others}
    places = {each.value or scene.text[each.start : each.end] for each in others if each.kind == "place"}
    points = _OFFER * len(kinds & {"price_per_head", "fee_split", "crossing"})
    points += _SIGNAL * ("money" in kinds) + _SIGNAL * bool(kinds & _CONTACT) + _SIGNAL * bool(kinds & _PAYING)
    points -= _SIGNAL * ("organization" in kinds)
    points += min(len(places), _ROUTE) + _SIGNAL * bool(kinds & _WAY) + _coded(others)
    return points + _words(scene.lower)


def standing(kept: Sequence[Found], scene: Scene, kind: str) -> tuple[Found, ...]:
    """The finds of a kind whose support suffices; `rule` of each begins with its strength."""
    own = [each for each in kept if each.kind == kind]
    points = {concept: support(kept, scene, concept) for concept in {each.value for each in own}}
    return tuple(each for each in own if points[each.value] >= NEEDED[each.rule.partition(":")[0]])


def _coded(others: Sequence[Found]) -> int:
    """Other coded words: two points if one of them is telling, else one; innocent words come in heaps as well."""
    strengths = {each.rule.partition(":")[0] for each in others if each.kind in CODED}
    return 2 if "telling" in strengths else int("leaning" in strengths)


@lru_cache(maxsize=4096)
def _words(lower: str) -> int:
    spoken = {found.group() for found in coded.signals().finditer(lower)}
    against = {found.group() for found in coded.innocent().finditer(lower)}
    official = bool(coded.official().search(lower))
    return min(len(spoken), _ROUTE) - _AGAINST[min(len(against), len(_AGAINST) - 1)] - official
