"""A team's decided rows, step by step: what is scored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from osint_kit.model.serial import Json

SUBMISSION_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One decided row: who decided it, when, why, over which content ids, and what it says."""

    author: str
    at: datetime
    because: str
    ids: tuple[str, ...]
    values: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Submission:
    """One JSON file. `steps` maps `S1` … to rows; its schema is `exercises/submission.schema.json`."""

    format: int
    world: str
    case: str
    team: str
    steps: Mapping[str, tuple[Row, ...]]
