"""Faults of a question: what closes it, pushes the person, or makes a witness accuse himself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from osint_kit.interview.words import Words, said, starts, words
from osint_kit.messages import N_, _

FAULTS: Mapping[str, str] = {
    "closed": N_("closed: it can be answered with yes or no"),
    "coercive": N_("coercive: it threatens or presses"),
    "leading": N_("leading: it holds its own answer"),
    "multiple": N_("multiple: it asks more than one thing"),
    "promise": N_("promise: it offers something for an answer"),
    "self-incriminating": N_("self-incriminating: it asks a witness to accuse himself"),
}
"""Name of a fault → what it means."""


def faults(question: str) -> tuple[str, ...]:
    """Name the faults of a question, in alphabetical order.

    >>> faults("You paid the driver, didn't you?"), faults("Tell me how you crossed the border.")
    (('closed', 'leading'), ())
    """
    text = " ".join(question.replace("؟", "?").replace("’", "'").split())
    closed = not _invites(text) and _closed(text)
    found = {name for name in FAULTS if name != "closed" and said(text, name)}
    found |= {"closed"} if closed else set()
    found |= {"leading"} if closed and starts(text, "statement_starts") else set()
    found |= {"multiple"} if _multiple(text) else set()
    return tuple(sorted(found))


def describe(fault: str) -> str:
    """What a fault means, in the language of messages."""
    return _(FAULTS[fault])


def _closed(text: str) -> bool:
    """Whether it asks for a yes or a no: by how it begins, by a particle, or without any word that asks for more."""
    if said(text, "closed"):
        return True
    return "?" in text and (starts(text, "closed_starts") or not (said(text, "open") or said(text, "invitations")))


def _invites(text: str) -> bool:
    """Whether it invites to tell: at the beginning, or where the verb stands last, anywhere."""
    return starts(text, "invitations") or said(text, "invitations_last")


def _multiple(text: str) -> bool:
    """Whether it holds several question marks, or joins several question words outside an invitation to tell."""
    if text.count("?") > 1:
        return True
    return not _invites(text) and any(_joined(text, each) for each in words())


def _joined(text: str, known: Words) -> bool:
    """Whether a second question begins after "and" or "or": who …, and where …?"""
    either, opened = "|".join(known.joining), known.patterns["open"].pattern
    parts = re.split(rf"(?<!\w)(?:{either})(?=\s)", text, flags=re.IGNORECASE)
    later = [part for part in parts[1:] if re.match(rf"\W*{opened}", part, re.IGNORECASE)]
    return bool(later) and known.patterns["open"].search(parts[0]) is not None
