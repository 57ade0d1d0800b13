"""Judgements, with likelihood and confidence kept apart, and what may leave the case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How good the basis of a judgement is; a different axis from how likely it is."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the statements show; a lead, not proof."""

    text: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One explanation among rivals, with its probability in 0..1."""

    id: str
    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class Assessment:
    """A judgement: a term of a named probability scale (`EP-5`), and the confidence in its basis."""

    text: str
    likelihood: str
    confidence: Confidence
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Product:
    """What may leave the case: a body in an open format, marked."""

    name: str
    media_type: str
    marking: str
    body: bytes
