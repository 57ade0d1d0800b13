"""Gaps that a traveller can help to close. One file a kind of gap.

In:  Known
Out: Question, open; the same words for every gap of the kind, the gap itself in the reason
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from osint_kit.interview.known import Known
from osint_kit.registry import Registry


@dataclass(frozen=True, slots=True)
class Question:
    """One open question. `text` is put to the person; `reason` says what is not known, to the interviewer alone."""

    text: str
    reason: str


Gap: TypeAlias = Callable[[Known], Iterator[Question]]

gaps: Registry[Gap] = Registry(__name__)
gap = gaps.register
