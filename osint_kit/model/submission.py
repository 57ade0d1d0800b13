"""A team's decided rows, step by step: what is scored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from osint_kit.model.decision import MACHINE
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


def by_machine(row: Row) -> bool:
    """Whether the machine decided the row, however the name is dressed up."""
    return "".join(letter for letter in row.author if letter.isalpha()).casefold() == MACHINE


@dataclass(frozen=True, slots=True)
class Submission:
    """One JSON file; its schema stands in `exercises/`.

    Attributes:
        steps: `S1` … to rows.
        watermark: the world's.
        hints: step to the number of hints taken there.
    """

    format: int
    world: str
    case: str
    team: str
    steps: Mapping[str, tuple[Row, ...]]
    watermark: str = ""
    hints: Mapping[str, int] = field(default_factory=dict)
