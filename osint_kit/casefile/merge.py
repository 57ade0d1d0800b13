"""Joining two members' cases: the same case comes out, whoever merges first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from osint_kit.casefile import check, evidence, records, settings
from osint_kit.casefile.sealing import Seat
from osint_kit.casefile.settings import Settings
from osint_kit.errors import IntegrityBroken, MissingInput
from osint_kit.messages import _
from osint_kit.model import CustodyEntry, Decision, Ledger
from osint_kit.preserve import new_entry

RECEIVE = "receive"


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What came in, and what the members disagree on.

    Attributes:
        exhibits, decisions, custody: how many came in.
        conflicts: one line a contested topic: who decided what, and why.
        unsealed: captures that the other member has not sealed; they stay behind.
    """

    exhibits: int
    decisions: int
    custody: int
    conflicts: tuple[str, ...]
    unsealed: int = 0


def merge(folder: Path, other: Path, seat: Seat) -> tuple[MergeReport, Settings]:
    """Take over what the other case has and this one lacks; merging again adds nothing.

    Raises:
        MissingInput: it is another case. IntegrityBroken: one of them is broken, or one call sign kept two logs.
    """
    ours, theirs = settings.load(folder), settings.load(other)
    _same_case(ours, theirs, other)
    for path, each in ((folder, ours), (other, theirs)):
        found = check.problems(path, each)
        if found:
            raise IntegrityBroken.expected(_("a case that verifies"), found="; ".join(found), where=path)
    joined = _join_keys(ours, theirs)
    fresh = _fresh_custody(evidence.custody(folder), evidence.custody(other))
    came = _take_evidence(folder, other, fresh)
    settings.save(folder, joined)
    evidence.log(folder, fresh)
    evidence.move_in(folder)
    decisions = _take_decisions(folder, other)
    _take_logs(folder, other)
    _sign_receipt(folder, seat)
    conflicts = tuple(_conflict(each) for each in Ledger.of(records.decisions(folder)).contested)
    return MergeReport(came, decisions, len(fresh), conflicts, len(evidence.waiting(other))), joined


def _same_case(ours: Settings, theirs: Settings, other: Path) -> None:
    if ours.case != theirs.case:
        what = _("case {case} (world {world}, team {team})").format(
            case=ours.case, world=ours.world or "-", team=ours.team or "-"
        )
        found = _("case {case} (world {world}, team {team})").format(
            case=theirs.case, world=theirs.world or "-", team=theirs.team or "-"
        )
        raise MissingInput.expected(what, found=found, where=other)


def _join_keys(ours: Settings, theirs: Settings) -> Settings:
    for author, key in theirs.keys.items():
        if ours.keys.get(author, key) != key:
            what = _("one signing key per call sign; {author} has {key}").format(author=author, key=ours.keys[author])
            raise IntegrityBroken.expected(what, found=key, where=settings.NAME)
    return replace(ours, keys={**theirs.keys, **ours.keys})


def _fresh_custody(ours: Iterable[CustodyEntry], theirs: Iterable[CustodyEntry]) -> list[CustodyEntry]:
    """The other's entries that this log lacks: per author, one log must begin with the whole of the other."""
    held: dict[str, list[CustodyEntry]] = {}
    for entry in ours:
        held.setdefault(entry.author, []).append(entry)
    fresh = []
    for entry in theirs:
        own = held.get(entry.author, [])
        if entry.number > len(own):
            fresh.append(entry)
        elif own[entry.number - 1].digest != entry.digest:
            what = _("one custody log per call sign")
            found = _("two logs of {author}, apart from entry {number} on")
            raise IntegrityBroken.expected(
                what, found=found.format(author=entry.author, number=entry.number), where=evidence.CUSTODY
            )
    return fresh


def _take_evidence(folder: Path, other: Path, fresh: Iterable[CustodyEntry]) -> int:
    held = {each for entry in evidence.custody(folder) if entry.action == evidence.SEAL for each in entry.exhibits}
    came: set[str] = set()
    for name, entry in evidence.sealed_files(fresh).items():
        evidence.stage(folder, name, evidence.warc_bytes(other, name))
        came |= set(entry.exhibits) - held
    return len(came)


def _take_decisions(folder: Path, other: Path) -> int:
    known = {decision.id for decision in records.decisions(folder)}
    fresh = [decision for decision in records.decisions(other) if decision.id not in known]
    records.add_decisions(folder, fresh)
    return len(fresh)


def _take_logs(folder: Path, other: Path) -> None:
    ours, theirs = records.searches(folder), records.searches(other)
    both = pd.concat([ours, theirs], ignore_index=True).drop_duplicates(ignore_index=True)
    records.add_searches(folder, both.iloc[len(ours) :].reset_index(drop=True))
    known = records.failures(folder)
    records.add_failures(folder, [each for each in records.failures(other) if each not in known])


def _sign_receipt(folder: Path, seat: Seat) -> None:
    """A member signs for what others sealed and is not signed for yet: a transfer belongs in the chain of custody."""
    entries = evidence.custody(folder)
    own = (entry for entry in entries if entry.author == seat.signer.author and entry.action == RECEIVE)
    signed = {exhibit for entry in own for exhibit in entry.exhibits}
    touched: dict[str, str] = {}
    for entry in entries:
        if entry.action == evidence.SEAL and entry.author != seat.signer.author:
            touched |= dict(zip(entry.exhibits, entry.digests, strict=True))
    fresh = [(exhibit, digest) for exhibit, digest in touched.items() if exhibit not in signed]
    if fresh:
        evidence.log(folder, [new_entry(entries, seat.signer, action=RECEIVE, at=seat.clock(), touched=fresh)])


def _conflict(views: Iterable[Decision]) -> str:
    said = "; ".join(f"{each.author}: {each.action.value} ({each.because})" for each in views)
    first = next(iter(views))
    targets = " ".join(target[:8] for target in first.targets)
    return _("{step} {targets}: {said}").format(step=first.step, targets=targets, said=said)
