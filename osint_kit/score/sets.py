"""F1 over sets, explained member by member."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from osint_kit.messages import _
from osint_kit.score.f1 import Counts
from osint_kit.score.measures import Explanation

Named: TypeAlias = Mapping[str, str]
"""Member → where to look."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What of the truth was found, what was missed, what was said wrongly."""

    right: Named
    wrong: Named
    missed: Named

    @property
    def counts(self) -> Counts:
        """How many of each."""
        return Counts(len(self.right), len(self.wrong), len(self.missed))

    def explain(
        self, step: str, points: float, label: str, called: Callable[[str], str] = str
    ) -> Iterator[Explanation]:
        """Share the points out; without any truth and any claim all are lost.

        Args:
            called: what a member is called where people read it.
        """
        unit = self.counts.unit(points)
        if not unit:
            yield Explanation(step, _("{label}: nothing to be found").format(label=label), step, -points)
        said = (
            (_("{label} found: {name}"), self.right, 2 * unit),
            (_("{label} missed: {name}"), self.missed, -unit),
            (_("{label} claimed wrongly: {name}"), self.wrong, -unit),
        )
        for what, members, each in said:
            for name, pointer in sorted(members.items()):
                yield Explanation(step, what.format(label=label, name=called(name)), pointer, each)


def compare(truth: Named, said: Named) -> Compared:
    """Compare what was said with what is true.

    >>> compare({"a": "1", "b": "2"}, {"b": "", "c": "3"})
    Compared(right={'b': '2'}, wrong={'c': '3'}, missed={'a': '1'})
    """
    return Compared(
        right={name: truth[name] for name in truth if name in said},
        wrong={name: said[name] for name in said if name not in truth},
        missed={name: truth[name] for name in truth if name not in said},
    )
