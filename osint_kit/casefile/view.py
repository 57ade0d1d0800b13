"""The reading side of a case: evidence, decisions, derived tables, references. Reading needs no lock."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import networkx as nx
import pandas as pd

from osint_kit.bundle import World, open_world
from osint_kit.casefile import evidence, records, refs
from osint_kit.casefile.derived import Derived
from osint_kit.casefile.extracted import Extracted, Store
from osint_kit.casefile.settings import Settings
from osint_kit.errors import MissingInput
from osint_kit.knowledge.regions import REAL, Profile
from osint_kit.messages import _, language_in_use
from osint_kit.model import (
    DIRECTED,
    Action,
    Capture,
    Clock,
    CollectionPlan,
    CustodyEntry,
    Decision,
    Document,
    Exhibit,
    Ledger,
    Statement,
)


class View:
    """One member's case, to look at."""

    def __init__(self, path: Path, made: Settings, *, clock: Clock | None = None) -> None:
        """Use `create_case` or `open_case`."""
        self.path = path
        self.settings = made
        self.clock: Clock = clock or _now
        self._extracted: tuple[int, Extracted] | None = None
        self._derived_from: tuple[tuple[int, str], Extracted, Derived] | None = None
        self._hits: tuple[int, refs.References] | None = None
        self._world: World | None = None
        growing = (evidence.CUSTODY, records.DECISIONS, records.SEARCH_LOG)
        self._files = {name: str(path / name) for name in growing}

    @property
    def callsign(self) -> str:
        """Who works here."""
        return self.settings.callsign

    @property
    def id(self) -> str:
        """Equal for all members of one team in one world."""
        return self.settings.case

    @property
    def world(self) -> World | None:
        """The world that the case is about.

        Raises:
            MissingInput: the bundle is not where the case says, or is another one.
        """
        if self._world is None and self.settings.world:
            try:
                found = open_world(self.path / self.settings.world_path)
            except MissingInput as error:
                hint = _("{error}; if case or world has moved, say in case.toml, [world] path, where it lies now")
                raise MissingInput(hint.format(error=error)) from error
            if found.id != self.settings.world:
                raise MissingInput.expected(self.settings.world, found=found.id, where=found.path)
            self._world = found
        return self._world

    # Evidence

    @property
    def custody(self) -> tuple[CustodyEntry, ...]:
        """The custody log, every author's chain."""
        return evidence.custody(self.path)

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """Sealed captures, each content once, in the order of custody; authors by call sign."""
        return tuple(self._evidence.store.holders.values())

    @property
    def waiting(self) -> tuple[str, ...]:
        """Ids of captures that are collected but not yet sealed."""
        return tuple(evidence.waiting(self.path))

    def captures(self) -> Iterator[Capture]:
        """The sealed captures, bodies included, in the order of `exhibits`."""
        return evidence.captures(self.path, self._evidence.store.holders)

    # Decisions and records

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, in force or not."""
        return self._derived.decisions

    @property
    def ledger(self) -> Ledger:
        """The decisions in force, and the contested topics."""
        return self._derived.ledger

    @property
    def searches(self) -> pd.DataFrame:
        """Frame SEARCHES: who asked which source for what, and the addresses found."""
        return records.searches(self.path)

    @property
    def failures(self) -> tuple[dict[str, str], ...]:
        """What failed, and why: step, what, why, at, author."""
        return records.failures(self.path)

    def plan(self) -> CollectionPlan:
        """The collection plan that the team accepted.

        Raises:
            MissingInput: nothing is decided in S1.
        """
        from osint_kit.plan import from_rows  # noqa: PLC0415 - steps load when they are used

        rows = [dict(each.values) for each in self.ledger.of_step("S1") if each.action is Action.ACCEPT]
        if not rows:
            raise MissingInput.expected(_("a plan that the team accepted (step S1)"), found=_("none"), where=self.path)
        return from_rows(rows)

    # Derived tables

    @property
    def documents(self) -> pd.DataFrame:
        """Frame DOCUMENTS."""
        return self._derived.documents

    @property
    def statements(self) -> pd.DataFrame:
        """Frame STATEMENTS."""
        return self._derived.statements

    @property
    def pairs(self) -> pd.DataFrame:
        """Frame PAIRS."""
        return self._derived.pairs

    @property
    def entities(self) -> pd.DataFrame:
        """Frame ENTITIES."""
        return self._derived.entities

    @property
    def links(self) -> pd.DataFrame:
        """Frame LINKS."""
        return self._derived.links

    @property
    def grades(self) -> pd.DataFrame:
        """Frame GRADES."""
        return self._derived.grades

    @property
    def sources(self) -> tuple[Document, ...]:
        """The documents as nouns, parts included."""
        return self._evidence.sources

    @property
    def unread(self) -> tuple[tuple[str, str], ...]:
        """Exhibits that no reader could read, and why."""
        return self._evidence.failures

    def shown(self, subject: str) -> tuple[str, str]:
        """Reference and caption of the entity that holds a subject; the subject's own where none does."""
        own = (self.ref_of(subject), self.caption(subject))
        return self._derived.shown.get(self.end_of(subject), own)

    def ends(self, kind: str, subjects: Iterable[str]) -> tuple[str, ...]:
        """The entities at the ends of a link; in one order, where the type has no direction."""
        found = [self.end_of(subject) for subject in subjects]
        return tuple(found if self.directed(kind) else sorted(found))

    def end_of(self, subject: str) -> str:
        """The entity at the end of a link that names a subject: for a number in a record, the one that holds it."""
        return self._derived.ends.of(subject)

    def link_key(self, decision: Decision) -> tuple[str, ...]:
        """The type and the ends of the link that a decision of S8 is about."""
        kind = decision.values.get("type") or "UnknownLink"
        return (kind, *self.ends(kind, decision.targets))

    def directed(self, kind: str) -> bool:
        """Whether the ends of a link of this type may not be swapped."""
        return kind in DIRECTED

    @property
    def extracted(self) -> Mapping[str, Statement]:
        """Statement id → the statement as it was found, before corrections."""
        return self._evidence.statements

    @property
    def statement_rows(self) -> Mapping[str, Mapping[str, object]]:
        """Statement id → its row of the frame."""
        return self._derived.rows

    @property
    def holders(self) -> Mapping[str, Exhibit]:
        """Exhibit id → exhibit."""
        return self._evidence.store.holders

    @property
    def hits(self) -> frozenset[str]:
        """Ids of the addresses that searches found."""
        return frozenset(self._references("H").refs)

    def document(self, name: str) -> Document:
        """One document by its content id.

        Raises:
            MissingInput: the case has no such document.
        """
        found = self._evidence.by_id.get(name)
        if found is None:
            raise refs.unknown(name)
        return found

    def caption(self, subject: str) -> str:
        """What a subject is called: the first thing that is stated of it."""
        return self._derived.captions.get(subject, "")

    def entity_of(self, subject: str) -> str:
        """The canonical id of the entity that holds a subject; the subject itself where none does."""
        return self._derived.entity_of.get(subject, subject)

    def graph(self, *, decided: bool = False) -> nx.MultiDiGraph[str]:
        """Entities and links as a graph; with `decided`, only the links that a decision carries."""
        return self._derived.graph(decided=decided)

    # References

    def id_of(self, ref: str) -> str:
        """Content id behind a reference (`E12`, `S340@BRAVO`) or behind the first digits of an id.

        Raises:
            MissingInput: it leads nowhere, or to more than one thing.
        """
        return refs.id_of(ref, self.callsign, self._references)

    def ref_of(self, content: str) -> str:
        """The reference of a content id, this member's own where there is one; the id's first digits without one."""
        return refs.ref_of(content, self._references)

    @property
    def _evidence(self) -> Extracted:
        """Made anew whenever custody has grown; it only ever grows."""
        size = _size(self._files[evidence.CUSTODY])
        if self._extracted is None or self._extracted[0] != size:
            self._extracted = (size, Extracted(Store.of(self.path, self.settings, self.captures, self._profiles)))
        return self._extracted[1]

    @property
    def _derived(self) -> Derived:
        """Made anew whenever custody or decisions have grown, or the language has changed."""
        found, stands = self._evidence, (_size(self._files[records.DECISIONS]), language_in_use())
        held = self._derived_from
        if held is None or held[0] != stands or held[1] is not found:
            before = held[2] if held and held[0][1] == stands[1] else None
            known = held[2].decisions if held and held[0][0] < stands[0] else ()
            self._derived_from = (stands, found, Derived(found, records.decisions(self.path, known), before))
            return self._derived_from[2]
        return held[2]

    def _profiles(self) -> tuple[Profile, ...]:
        return (*self.world.profiles, *REAL) if self.world else REAL

    def _references(self, letter: str) -> refs.References:
        if letter == "H":
            size = _size(self._files[records.SEARCH_LOG])
            if self._hits is None or self._hits[0] != size:
                self._hits = (size, records.hit_references(self.searches, self.callsign))
            return self._hits[1]
        return self._derived.references(letter)


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the operator's clock, where none is given


def _size(path: str) -> int:
    """Size of a file, 0 where there is none; asked before every look at the case, hence in few steps."""
    try:
        return os.stat(path).st_size  # noqa: PTH116 - a path object costs ten times as much here
    except FileNotFoundError:
        return 0
