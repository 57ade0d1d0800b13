"""Everything a case derives from its evidence and decisions; nothing here is kept but in the disposable cache."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

import networkx as nx
import pandas as pd

from osint_kit.casefile import layers, refs
from osint_kit.casefile.extracted import Extracted
from osint_kit.casefile.refs import References
from osint_kit.messages import language_in_use
from osint_kit.model import Action, Decision, Json, Ledger, Statement, content_id
from osint_kit.model.frames import Table
from osint_kit.model.tables import DOCUMENTS, ENTITIES, GRADES, LINKS, PAIRS, STATEMENTS

if TYPE_CHECKING:
    from osint_kit.link.facts import Ends
    from osint_kit.link.numbers import Numbers

_WORDED = frozenset({PAIRS.name, LINKS.name, GRADES.name})
"""Tables that give reasons, in the language in which they were made."""


_RESTS_ON: dict[tuple[str, ...], tuple[str, ...]] = {
    ("S4",): (
        *("_additions", "_verdicts", "_added_refs", "stated", "statements", "rows", "working", "working_frame"),
        *("captions", "pairs", "grades", "documents"),
    ),
    ("S4", "S5"): ("entities", "entity_of", "ends", "shown"),
    ("S4", "S5", "S8"): ("links", "_link_refs"),
}
"""Steps whose decisions bear on what is derived → what that is."""


class Derived:
    """Frames, ledger, and the references that depend on decisions."""

    def __init__(self, extracted: Extracted, decisions: tuple[Decision, ...], before: Derived | None = None) -> None:
        """Nothing is computed before it is asked for.

        Args:
            before: an earlier state of the same evidence in the same language; what the decisions since then do not
                bear on is taken over.
        """
        self.extracted = extracted
        self.decisions = decisions
        self.own = extracted.store.callsign
        if before is not None and before.extracted is extracted:
            self._take_over(before)

    def _take_over(self, before: Derived) -> None:
        for steps, names in _RESTS_ON.items():
            if self._decided(steps) == before._decided(steps):
                self.__dict__.update({name: before.__dict__[name] for name in names if name in before.__dict__})

    @cached_property
    def ledger(self) -> Ledger:
        """The decisions in force."""
        return Ledger.of(self.decisions)

    @cached_property
    def documents(self) -> pd.DataFrame:
        """Frame DOCUMENTS."""
        named = self.extracted.document_refs.refs
        return DOCUMENTS.frame(layers.document_row(each, named[name]) for name, each in self.extracted.by_id.items())

    @cached_property
    def statements(self) -> pd.DataFrame:
        """Frame STATEMENTS: what was extracted, with the team's verdicts, corrections and additions on top."""
        return self._cached(STATEMENTS, self._statements)

    @cached_property
    def rows(self) -> dict[str, dict[str, object]]:
        """Statement id → its row of the frame."""
        listed = self.statements.to_dict("records")
        return {str(row["id"]): {str(name): value for name, value in row.items()} for row in listed}

    @cached_property
    def stated(self) -> tuple[Statement, ...]:
        """The statements as nouns, corrections applied."""
        added = (each for name, (_decision, each) in sorted(self._additions.items()) if name in self._verdicts)
        return tuple(
            layers.corrected(each, self.extracted.by_id[each.document], self._verdicts.get(each.id))
            for each in (*self.extracted.statements.values(), *added)
        )

    @cached_property
    def working(self) -> tuple[Statement, ...]:
        """The statements that nobody rejected: what later steps work with."""
        return tuple(each for each in self.stated if self._verdict(each) != "reject")

    @cached_property
    def working_frame(self) -> pd.DataFrame:
        """The same as a frame."""
        return self.statements[self.statements["verdict"] != "reject"].reset_index(drop=True)

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """Frame PAIRS."""
        return self._cached(PAIRS, self._pairs)

    @cached_property
    def entities(self) -> pd.DataFrame:
        """Frame ENTITIES."""
        return self._cached(ENTITIES, self._entities)

    @cached_property
    def links(self) -> pd.DataFrame:
        """Frame LINKS."""
        return self._cached(LINKS, self._links)

    @cached_property
    def grades(self) -> pd.DataFrame:
        """Frame GRADES: proposals; what the team graded is in the ledger."""
        return self._cached(GRADES, self._grades)

    @cached_property
    def captions(self) -> dict[str, str]:
        """Subject → the first literal value that is stated of it."""
        shown = self.statements[self.statements["kind"] != "entity"]
        pairs = zip(shown["subject"].tolist(), shown["value"].tolist(), strict=True)
        return dict(reversed(list(pairs)))

    @cached_property
    def entity_of(self) -> dict[str, str]:
        """Subject → canonical id of its entity."""
        pairs = zip(self.entities["id"].tolist(), self.entities["subjects"].tolist(), strict=True)
        return {subject: str(name) for name, subjects in pairs for subject in subjects}

    @cached_property
    def ends(self) -> Ends:
        """Finds the entity behind the end of a link."""
        from osint_kit.link.facts import Ends  # noqa: PLC0415 - steps load when they are used

        return Ends(self.working_frame, self.entities)

    @cached_property
    def shown(self) -> dict[str, tuple[str, str]]:
        """Canonical id → reference and caption of the entity."""
        rows = zip(*(self.entities[name].tolist() for name in ("id", "ref", "caption")), strict=True)
        return {str(name): (str(ref), str(caption)) for name, ref, caption in rows}

    def graph(self, *, decided: bool) -> nx.MultiDiGraph[str]:
        """The graph of entities and links, or of the decided links only."""
        from osint_kit.link import graph  # noqa: PLC0415 - steps load when they are used

        links = self.links[self.links["decided"]] if decided else self.links
        return graph(self.entities, links)

    def references(self, letter: str) -> References:
        """References of one letter: E D S P, and what decisions bring: L R A PA."""
        made: dict[str, Callable[[], References]] = {
            "E": lambda: self.extracted.exhibit_refs,
            "D": lambda: self.extracted.document_refs,
            "S": lambda: self.extracted.statement_refs,
            "P": lambda: self.extracted.subject_refs,
            "L": lambda: self._link_refs,
            "R": lambda: self._decision_refs,
            "A": lambda: self._added_refs["A"],
            "PA": lambda: self._added_refs["PA"],
        }
        return made[letter]()

    @cached_property
    def _link_refs(self) -> References:
        named = dict(zip(self.links["id"].tolist(), self.links["ref"].tolist(), strict=True))
        return References({ref: name for name, ref in named.items()}, named)

    @cached_property
    def _decision_refs(self) -> References:
        found: dict[str, list[str]] = {}
        for decision in self.decisions:
            found.setdefault(decision.author, []).append(decision.id)
        return refs.number("R", self.own, found)

    @cached_property
    def _added_refs(self) -> dict[str, References]:
        statements: dict[str, list[str]] = {}
        subjects: dict[str, list[str]] = {}
        for decision, statement in self._additions.values():
            statements.setdefault(decision.author, []).append(statement.id)
            subjects.setdefault(decision.author, []).append(statement.subject)
        return {"A": refs.number("A", self.own, statements), "PA": refs.number("PA", self.own, subjects)}

    @cached_property
    def _additions(self) -> dict[str, tuple[Decision, Statement]]:
        found = self.extracted
        return layers.additions(self.decisions, found.by_id, found.store.holders, set(found.statements))

    @cached_property
    def _verdicts(self) -> dict[str, Decision]:
        return layers.verdicts(self.ledger)

    def _verdict(self, statement: Statement) -> str:
        decision = self._verdicts.get(statement.id)
        return decision.action.value if decision else ""

    def _statements(self) -> pd.DataFrame:
        named = {**self.references("A").refs, **self.references("S").refs}
        return STATEMENTS.frame(
            layers.statement_row(each, self.extracted.by_id[each.document], named[each.id], self._verdict(each))
            for each in self.stated
        )

    def _pairs(self) -> pd.DataFrame:
        from osint_kit.resolve import propose  # noqa: PLC0415 - steps load when they are used

        return propose(self.working, self.extracted.sources)

    def _entities(self) -> pd.DataFrame:
        from osint_kit.resolve import entities  # noqa: PLC0415 - steps load when they are used

        named = {**self.references("PA").refs, **self.references("P").refs}
        found = entities(self.working, self.ledger, lambda subject: named.get(subject, ""))
        smallest = [min((named.get(each, "") for each in held), key=refs.rank) for held in found["subjects"]]
        return found.assign(ref=pd.Series(smallest, dtype="object", index=found.index))

    def _links(self) -> pd.DataFrame:
        from osint_kit.link import propose  # noqa: PLC0415 - steps load when they are used

        return propose(self.working_frame, self.entities, self.documents, self.ledger, self._numbers())

    def _numbers(self) -> Numbers:
        from osint_kit.link.numbers import Places  # noqa: PLC0415 - steps load when they are used

        items = {name: document.item for name, document in self.extracted.by_id.items()}
        places = Places(self.extracted.statements.values(), items)
        added = {decision.id: statement for decision, statement in self._additions.values()}
        for decision in self.decisions:
            if decision.action is Action.LINK:
                places.open(decision.topic)
            elif decision.action is Action.ACCEPT and decision.step == layers.STEP and decision.id in added:
                places.add(added[decision.id])
        return places.numbers

    def _grades(self) -> pd.DataFrame:
        from osint_kit.grade import propose  # noqa: PLC0415 - steps load when they are used

        return propose(self.documents, self.working_frame)

    def _cached(self, table: Table, build: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        worded = language_in_use() if table.name in _WORDED else ""
        (steps,) = (steps for steps, names in _RESTS_ON.items() if table.name in names)
        made_from = content_id(self.extracted.store.fingerprint, self._decided(steps), worded)
        return self.extracted.store.cache.frame(table, made_from, build)

    def _decided(self, steps: tuple[str, ...]) -> list[Json]:
        """Ids of all decisions of the steps, then of those in force."""
        held = (self.decisions, self.ledger.in_force)
        return ["|".join(sorted(each.id for each in decisions if each.step in steps)) for decisions in held]
