"""What a text is found to mention."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """What was found, in code points of the original text."""

    start: int
    end: int
    kind: str
    text: str
    value: str
    language: str
    score: float
    rule: str
