"""A case: the face that notebooks, the pipeline and the command line work with."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd

from osint_kit import __version__
from osint_kit.casefile import check, disk, export, layers, lock, merge, records, sealing, session
from osint_kit.casefile import evidence as store
from osint_kit.casefile.concluded import Conclusions
from osint_kit.casefile.keys import config_folder, signer
from osint_kit.casefile.settings import Settings
from osint_kit.casefile.view import View
from osint_kit.errors import MissingInput, NotAllowed
from osint_kit.messages import _
from osint_kit.model import MACHINE, Action, Assist, Capture, Clock, Decision, Exhibit

LONGEST = timedelta(days=2)
"""So long an exercise runs at most by the sites' clock."""


class Case(View):
    """One member's case. Every write is on the disk when its method returns."""

    def __init__(self, path: Path, made: Settings, *, clock: Clock | None = None) -> None:
        """Use `create_case` or `open_case`."""
        super().__init__(path, made, clock=clock)
        self._depth = 0
        self._concluded: tuple[object, Conclusions] | None = None

    @property
    def conclusions(self) -> Conclusions:
        """What follows from the graph; made anew whenever evidence, decisions or the language have changed."""
        derived = self._derived
        if self._concluded is None or self._concluded[0] is not derived:
            self._concluded = (derived, Conclusions(self))
        return self._concluded[1]

    def site_clock(self) -> datetime:
        """What the sites of the world show as now: its opening, and the minutes that the exercise has run since."""
        if self.world is None:
            raise MissingInput.expected(_("a case on a world"), found=_("none"), where=self.path)
        return self.world.opens + min(timedelta(minutes=session.minutes_of(self.path, self.clock())), LONGEST)

    def judged(self, name: str) -> pd.DataFrame:
        """The rows of a sheet (roles, elements, typologies …) that decisions in force hold true."""
        return self.conclusions.judged(name)

    def standing(self, name: str) -> pd.DataFrame:
        """Decided rows of a sheet, then the proposals about which nobody decided."""
        return self.conclusions.standing(name)

    def add_captures(self, captures: Iterable[Capture]) -> Iterator[Capture]:
        """Keep captures; yield each new one once it is safe. One that the case already holds is passed over."""
        with self.locked():
            yield from sealing.add(self.path, captures, self._seat())

    def seal(self) -> tuple[Exhibit, ...]:
        """Seal what waits into a WARC file and sign for it; returns the exhibits it sealed."""
        with self.locked():
            name = sealing.seal(self.path, self._seat())
        return store.exhibits_of(self.path, name, self.callsign) if name else ()

    def decide(
        self,
        action: Action,
        step: str,
        targets: Iterable[str],
        *,
        because: str,
        values: Mapping[str, str] | None = None,
        evidence: Iterable[str] = (),
        author: str | None = None,
        supersedes: str = "",
    ) -> Decision:
        """Record a decision over content ids; the same one, if it is in force, is returned and nothing is written.

        Args:
            author: the case's call sign by default; `machine` where the machine decided.
            supersedes: by default the author's own earlier decision on the same topic.
        """
        made = Decision(
            action=Action(action),
            step=step,
            targets=tuple(targets),
            because=because,
            author=author or self.callsign,
            at=self.clock(),
            values=dict(values or {}),
            evidence=tuple(evidence),
            supersedes=supersedes,
        )
        return self.record([made])[0]

    def record(self, made: Iterable[Decision]) -> tuple[Decision, ...]:
        """Record many decisions with one write."""
        with self.locked():
            past = self.decisions
            done = records.in_turn((self._allowed(each) for each in made), past)
            records.add_decisions(self.path, records.fresh(done, past))
        return done

    def record_searches(self, frame: pd.DataFrame) -> None:
        """Append to the search log."""
        with self.locked():
            records.add_searches(self.path, frame)

    def record_failure(self, step: str, what: str, why: str) -> None:
        """Record that one item failed; the same failure is recorded once."""
        with self.locked():
            known = {(each["step"], each["what"], each["why"]) for each in self.failures}
            if (step, what, why) not in known:
                row = {"step": step, "what": what, "why": why, "at": self.clock().isoformat(), "author": self.callsign}
                records.add_failures(self.path, [row])

    def verify(self) -> tuple[str, ...]:
        """Recompute every digest, signature and chain; each problem says what is wrong and where."""
        return check.problems(self.path, self.settings)

    def merge(self, other: Case | Path | str) -> merge.MergeReport:
        """Join another member's case into this one; conflicts are listed, not resolved.

        Raises:
            RunError: it is another case, or broken.
        """
        folder = other.path if isinstance(other, Case) else Path(other)
        with self.locked():
            report, self.settings = merge.merge(self.path, folder, self._seat())
            session.join(self, folder)
        return report

    def write(self, path: Path | str, body: bytes) -> Path:
        """Write a product whole or not at all; returns its path."""
        target = Path(path)
        with disk.storing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
        disk.write_whole(target, body)
        return target

    def export(self, folder: Path | str) -> tuple[Path, ...]:
        """Write every table as CSV and JSON and the graph as GraphML; returns the paths."""
        return export.write(self._tables(), self.graph(), self.settings, Path(folder))

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the case for writing; may be nested.

        Raises:
            CaseBusy: another process writes to it.
        """
        with contextlib.ExitStack() as stack:
            if not self._depth:
                stack.enter_context(lock.locked(self.path))
            self._depth += 1
            stack.callback(self._release)
            yield

    def _release(self) -> None:
        self._depth -= 1

    def _seat(self) -> sealing.Seat:
        own = signer(self.callsign)
        pinned = self.settings.keys.get(self.callsign, own.public_key)
        if own.public_key != pinned:
            what = _("the signing key that this case began with, {key}").format(key=pinned)
            raise MissingInput.expected(what, found=own.public_key, where=config_folder())
        info = {
            "software": f"osint-kit {__version__}",
            "operator": self.callsign,
            "isPartOf": self.id,
            "description": self.settings.watermark,
            "machine": "127.0.0.1 (in-process sandbox, no network)",
            "clock": "operator's clock, not checked against a time server",
        }
        return sealing.Seat(own, self.clock, info)

    def _allowed(self, decision: Decision) -> Decision:
        checked = records.sensible(decision)
        if decision.step == layers.STEP and dict(decision.values).get("start"):
            for target in set(decision.targets) & set(self.extracted):
                layers.stretch(decision.values, self.document(self.extracted[target].document))
        if decision.step == "S2" and not decision.values.get("url") and not self.hits.issuperset(decision.targets):
            what = _("an address that a search found, or values with its url")
            raise MissingInput.expected(what, found=", ".join(decision.targets), where=decision.step)
        if decision.author == MACHINE and self.settings.allowed(decision.step) is not Assist.FULL:
            level = self.settings.allowed(decision.step).value
            what = _("decisions by the team at {step} (assist: {level})").format(step=decision.step, level=level)
            raise NotAllowed.expected(what, found=_("one by the machine"), where=self.path)
        return checked

    def _tables(self) -> dict[str, pd.DataFrame]:
        names = ("documents", "statements", "pairs", "entities", "links", "grades", "searches")
        return {name: getattr(self, name) for name in names}
