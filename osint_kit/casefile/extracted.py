"""What the sealed evidence says, before anybody decides: documents, statements, and their references."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from osint_kit import __version__
from osint_kit.casefile import evidence, refs
from osint_kit.casefile.cache import NAME as CACHE_NAME
from osint_kit.casefile.cache import Cache
from osint_kit.casefile.refs import References
from osint_kit.casefile.settings import Settings
from osint_kit.knowledge.regions import Profile
from osint_kit.model import Capture, Document, Exhibit, Json, Statement, content_id, from_dict, to_dict


@dataclass(frozen=True)
class Store:
    """The evidence of a case as it stands.

    Attributes:
        holders: content id → the exhibit that stands for it.
        order: call sign → that author's exhibits in the order of its custody.
        version: kit version and world, so that another reader or profile makes everything anew.
    """

    callsign: str
    holders: Mapping[str, Exhibit]
    order: Mapping[str, tuple[str, ...]]
    captures: Callable[[], Iterator[Capture]]
    profiles: Callable[[], tuple[Profile, ...]]
    version: str
    cache: Cache

    @classmethod
    def of(
        cls,
        path: Path,
        made: Settings,
        captures: Callable[[], Iterator[Capture]],
        profiles: Callable[[], tuple[Profile, ...]],
    ) -> Store:
        """What lies in a case folder now; the exhibits come from the cache where custody has not grown since."""
        cache, entries = Cache(path / CACHE_NAME), evidence.custody(path)
        made_from = content_id(__version__, [entry.digest for entry in entries])
        rows = cache.nouns("exhibits", made_from, lambda: (to_dict(each) for each in evidence.exhibits(path, entries)))
        found = [from_dict(Exhibit, row) for row in rows]
        order: dict[str, dict[str, None]] = {}
        for exhibit in found:
            order.setdefault(exhibit.author, {})[exhibit.id] = None
        return cls(
            callsign=made.callsign,
            holders=evidence.holders(found),
            order={author: tuple(ids) for author, ids in order.items()},
            captures=captures,
            profiles=profiles,
            version=f"{__version__} {made.world}",
            cache=cache,
        )

    @property
    def fingerprint(self) -> str:
        """Changes when anything changes that extraction depends on, or the references do."""
        exhibits: list[Json] = [[author, list(ids)] for author, ids in sorted(self.order.items())]
        return content_id(self.version, self.callsign, exhibits)


class Extracted:
    """Documents and statements of a store; computed when they are asked for."""

    def __init__(self, store: Store) -> None:
        """Nothing is read yet."""
        self.store = store

    @cached_property
    def sources(self) -> tuple[Document, ...]:
        """The documents, in the order of their exhibits."""
        return tuple(from_dict(Document, row) for row in self._nouns["documents"])

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """Document id → document."""
        return {document.id: document for document in self.sources}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statement id → statement, in reading order."""
        return {each.id: each for document in self.by_id for each in self._held(document)}

    @cached_property
    def failures(self) -> tuple[tuple[str, str], ...]:
        """Exhibit and reason of every exhibit that no reader could read."""
        return tuple((str(row["what"]), str(row["why"])) for row in self._nouns["failures"])

    @cached_property
    def exhibit_refs(self) -> References:
        """References E1, E2 … of exhibits."""
        return self._number("E", {exhibit: [exhibit] for exhibit in self.store.holders})

    @cached_property
    def document_refs(self) -> References:
        """References D1, D2 … of documents."""
        return self._number("D", self._per_exhibit(lambda document: [document]))

    @cached_property
    def statement_refs(self) -> References:
        """References S1, S2 … of statements."""
        return self._number("S", self._per_exhibit(lambda document: [s.id for s in self._held(document)]))

    @cached_property
    def subject_refs(self) -> References:
        """References P1, P2 … of subjects, by first appearance."""
        return self._number("P", self._per_exhibit(lambda document: [s.subject for s in self._held(document)]))

    def _held(self, document: str) -> list[Statement]:
        return self._of_document.get(document, [])

    def _per_exhibit(self, held: Callable[[str], list[str]]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, document in self.by_id.items():
            found.setdefault(document.exhibit, []).extend(held(name))
        return found

    def _number(self, letter: str, of_exhibit: Mapping[str, list[str]]) -> References:
        per_author = {
            author: [each for exhibit in ids for each in of_exhibit.get(exhibit, ())]
            for author, ids in self.store.order.items()
        }
        return refs.number(letter, self.store.callsign, per_author)

    @cached_property
    def _of_document(self) -> dict[str, list[Statement]]:
        """Document → its statements, in reading order."""
        found: dict[str, dict[str, Statement]] = {}
        for row in self._nouns["statements"]:
            statement = from_dict(Statement, row)
            found.setdefault(statement.document, {}).setdefault(statement.id, statement)
        return {document: sorted(held.values(), key=_reading_order) for document, held in found.items()}

    @cached_property
    def _nouns(self) -> dict[str, list[dict[str, Json]]]:
        built: dict[str, list[dict[str, Json]]] = {}

        def part(name: str) -> list[dict[str, Json]]:
            if not built:
                built.update(self._extract())
            return built[name]

        names = ("documents", "statements", "failures")
        keep, made_from = self.store.cache.nouns, self.store.fingerprint
        return {name: keep(f"extracted_{name}", made_from, partial(part, name)) for name in names}

    def _extract(self) -> dict[str, list[dict[str, Json]]]:
        from osint_kit.extract import extract  # noqa: PLC0415 - steps load when they are used

        found = extract(self.store.captures(), profiles=self.store.profiles())
        place = {exhibit: number for number, exhibit in enumerate(self.store.holders)}
        documents = sorted(found.documents, key=lambda document: place[document.exhibit])
        return {
            "documents": [to_dict(document) for document in documents],
            "statements": [to_dict(statement) for statement in found.statements],
            "failures": [{"what": what, "why": why} for what, why in found.failures],
        }


def _reading_order(each: Statement) -> tuple[object, ...]:
    return each.start, each.end, each.schema, each.property, each.id
