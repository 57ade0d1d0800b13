"""`case verify`: everything recomputed, every problem named with its place; nothing is repaired here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from osint_kit.casefile import disk, evidence, records
from osint_kit.casefile.sealing import COLLECT
from osint_kit.casefile.settings import Settings
from osint_kit.errors import OsintKitError
from osint_kit.messages import _
from osint_kit.model import CustodyEntry, Decision, sha256
from osint_kit.preserve import verify

T = TypeVar("T")


def problems(folder: Path, settings: Settings) -> tuple[str, ...]:
    """What is wrong with a case; empty if nothing is.

    A capture that waits, or a WARC file left by a killed process whose captures all still wait, is no problem: the
    next `preserve` seals it.
    """
    entries, broken = _read(lambda: evidence.custody(folder))
    found = [*broken, *verify(entries), *_keys(entries, settings), *_files(folder, entries)]
    found += [
        *_strays(folder, entries),
        *_lost(folder, entries, settings.callsign),
        *_read(lambda: tuple(evidence.each_waiting(folder)))[1],
    ]
    decisions, unreadable = _read(lambda: records.decisions(folder))
    found += [*unreadable, *_decisions(decisions)]
    found += [*_read(lambda: tuple(records.failures(folder)))[1], *_read(lambda: (records.searches(folder),))[1]]
    return tuple(dict.fromkeys(found))


def _read(reading: Callable[[], Iterable[T]]) -> tuple[tuple[T, ...], tuple[str, ...]]:
    try:
        return tuple(reading()), ()
    except OsintKitError as error:
        return (), (str(error),)


def _keys(entries: Iterable[CustodyEntry], settings: Settings) -> Iterator[str]:
    for author, key in sorted({(entry.author, entry.public_key) for entry in entries}):
        if settings.keys.get(author) != key:
            text = _("custody of {author}: signed with key {key}, which case.toml does not name for that call sign")
            yield text.format(author=author, key=key)


def _files(folder: Path, entries: Iterable[CustodyEntry]) -> Iterator[str]:
    """Every seal entry against its WARC file: the file's digest, and each exhibit's."""
    for name, entry in evidence.sealed_files(entries).items():
        try:
            body = evidence.warc_bytes(folder, name)
            if evidence.note(name, body) != entry.note:
                text = _("{name}: expected the digest that custody signed for, found {digest}")
                yield text.format(name=name, digest=sha256(body))
            yield from _contents(folder, name, entry)
        except OsintKitError as error:
            yield f"{name}: {error}"


def _contents(folder: Path, name: str, entry: CustodyEntry) -> Iterator[str]:
    found = [(each.capture.id, each.capture.digest) for each in evidence.read_warc(folder, name)]
    signed = list(zip(entry.exhibits, entry.digests, strict=False))
    if found == signed:
        return
    for exhibit, digest in signed:
        if (exhibit, digest) not in found:
            text = _("{name}: exhibit {exhibit} with {digest} is signed for but not in the file")
            yield text.format(name=name, exhibit=exhibit, digest=digest)
    for exhibit, digest in found:
        if (exhibit, digest) not in signed:
            text = _("{name}: exhibit {exhibit} with {digest} is in the file but not signed for")
            yield text.format(name=name, exhibit=exhibit, digest=digest)


def _strays(folder: Path, entries: Iterable[CustodyEntry]) -> Iterator[str]:
    """Files in the store that no entry names, but for what a killed process left and the next one takes up."""
    known = set(evidence.sealed_files(entries))
    waiting = set(evidence.waiting(folder))
    for path in sorted((folder / evidence.EVIDENCE).glob("*")):
        if path.name in known or path.name.endswith(disk.PART):
            continue
        found, broken = _read(partial(evidence.read_warc, folder, path.name))
        if broken or not found or any(each.capture.id not in waiting for each in found):
            text = _("{path}: no custody entry names this file")
            yield text.format(path=f"{evidence.EVIDENCE}/{path.name}")


def _lost(folder: Path, entries: Iterable[CustodyEntry], own: str) -> Iterator[str]:
    """Captures that the member signed for as collected and that neither wait nor are sealed."""
    listed = list(entries)
    kept = {each for entry in listed if entry.action == evidence.SEAL for each in entry.exhibits}
    kept |= set(evidence.waiting(folder))
    for entry in listed:
        if entry.author == own and entry.action == COLLECT:
            for exhibit in entry.exhibits:
                if exhibit not in kept:
                    text = _("custody entry {author} {number}: capture {exhibit} was collected and is gone")
                    yield text.format(author=entry.author, number=entry.number, exhibit=exhibit)


def _decisions(found: Iterable[Decision]) -> Iterator[str]:
    listed = list(found)
    known = {decision.id for decision in listed}
    if len(known) < len(listed):
        yield _("{file}: a decision stands there twice").format(file=records.DECISIONS)
    for decision in listed:
        if decision.supersedes and decision.supersedes not in known:
            text = _("{file}: decision {id} replaces one that is not there, {other}")
            yield text.format(file=records.DECISIONS, id=decision.id, other=decision.supersedes)
