"""The step: captures to documents and statements, with what failed beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import cache, partial

import pandas as pd

from osint_kit.errors import BadMapping, ItemError, Unparseable
from osint_kit.extract.decoding import decode
from osint_kit.extract.finding import SHORT, find, find_many
from osint_kit.extract.mapping import SUFFIX, Mapping, check_columns, check_row, load_mapping, shipped_mappings
from osint_kit.extract.mention import Mention
from osint_kit.extract.readers import csv as csv_reader
from osint_kit.extract.readers import readers, whatsapp
from osint_kit.extract.reading import read
from osint_kit.extract.relating import relate
from osint_kit.knowledge.regions import REAL, Profile
from osint_kit.messages import _
from osint_kit.model import KINDS, NAME_KINDS, Capture, Document, Outcome, Statement, mention_subject
from osint_kit.model.tables import MENTIONS

_STATED_AS = {"price_per_head": "money"}
"""A price per head is a sum like any other once it is a statement."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a set of captures says; `failures` are pairs of what failed (an exhibit's address) and why."""

    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]
    failures: tuple[tuple[str, str], ...]


def extract(captures: Iterable[Capture], *, profiles: Sequence[Profile] = REAL) -> Extraction:
    """Read captures and state what they say; mapping files are found among the captures by their address.

    Raises:
        BadMapping: a mapping is not a mapping file, or does not fit its table.
    """
    unique = {capture.id: capture for capture in captures if capture.outcome in (Outcome.CAPTURED, Outcome.PARTIAL)}
    found = {address: _mapping(capture) for address, capture in _mappings_in_force(unique.values()).items()}
    opened: list[tuple[Capture, tuple[Document, ...]]] = []
    failures: list[tuple[str, str]] = []
    for capture in unique.values():
        if not capture.served.endswith(SUFFIX):
            try:
                opened.append((capture, _read(capture, found.get(capture.served))))
            except ItemError as error:
                failures.append((capture.served, str(error)))
    documents = {document.id: document for _capture, read_out in opened for document in read_out}
    mapped = {address for address, mapping in found.items() if mapping.relations}
    free = (document for capture, read_out in opened if capture.served not in mapped for document in read_out)
    search = Search.over(free, tuple(profiles))
    stated: dict[str, Statement] = {}
    for capture, read_out in opened:
        framed = any(document.item for document in read_out)
        for document in read_out:
            told = _of_document(document, capture, found.get(capture.served), search, failures)
            for each in told if document.item or not framed else (each for each in told if _selects(each)):
                stated.setdefault(each.id, each)
    return Extraction(tuple(documents.values()), tuple(stated.values()), tuple(failures))


def _selects(statement: Statement) -> bool:
    """Whether it is worth stating in what frames the items of a page: a menu names many, a number leads on."""
    return statement.kind not in NAME_KINDS


def extract_text(
    text: str, *, language: str | None = None, region: str | None = None, profiles: Sequence[Profile] = REAL
) -> pd.DataFrame:
    """Find selectors, names, dates and sums in any text; spans are code points of the text as given.

    >>> found = extract_text("Звоните +44 20 7946 0018, цена 1 500 долларов")  # a number reserved for drama
    >>> list(zip(found["kind"], found["value"]))
    [('phone', '+442079460018'), ('money', '1500 USD')]
    """
    found = find(text, language=language, region=region, profiles=tuple(profiles))
    return MENTIONS.frame(asdict(mention) for mention in found)


def extract_texts(
    texts: pd.Series,
    *,
    language: str | None = None,
    region: str | None = None,
    profiles: Sequence[Profile] = REAL,
    kinds: Collection[str] = (),
) -> pd.DataFrame:
    """Find in many texts what `extract_text` finds in one; each row bears the label of its text.

    Args:
        texts: of `str`; what is missing is read as empty.
        kinds: only these; quicker, and what another kind would claim is not taken from them.

    >>> found = extract_texts(pd.Series({"a": "Пишите @navo_204", "b": "цена 1500 USD"}))
    >>> found["value"].to_dict()
    {'a': '@navo_204', 'b': '1500 USD'}
    """
    listed = ["" if not isinstance(text, str) else text for text in texts.tolist()]
    found = list(find_many(listed, language=language, region=region, profiles=tuple(profiles), kinds=kinds))
    rows = [mention for mentions in found for mention in mentions]
    columns = {name: [getattr(row, name) for row in rows] for name in MENTIONS.names}
    dtypes = {each.name: "object" if each.dtype == "str" else each.dtype for each in MENTIONS.columns}
    frame = pd.DataFrame({name: pd.Series(columns[name], dtype=dtypes[name]) for name in MENTIONS.names})
    frame.index = texts.index.repeat([len(mentions) for mentions in found])
    return MENTIONS.check(frame)


def _mappings_in_force(captures: Iterable[Capture]) -> dict[str, Capture]:
    """Address of a table → its mapping; where a mapping was brought again, put right, the later one."""
    mappings = (capture for capture in captures if capture.served.endswith(SUFFIX))
    in_turn = sorted(mappings, key=lambda each: (each.retrieved_at, each.id))
    return {capture.served.removesuffix(SUFFIX): capture for capture in in_turn}


def _mapping(capture: Capture) -> Mapping:
    try:
        return load_mapping(decode(capture), where=capture.served)
    except Unparseable as error:
        raise BadMapping(str(error)) from error


def _read(capture: Capture, mapping: Mapping | None) -> tuple[Document, ...]:
    if mapping is None:
        return read(capture)
    if not mapping.relations:
        told = partial(whatsapp.read, zone=mapping.zone)
        return read(capture, replace(readers["whatsapp"], read=told) if mapping.reader == "whatsapp" else None)
    opened = partial(csv_reader.read, delimiter=mapping.delimiter, encoding=mapping.encoding)
    documents = read(capture, replace(readers["csv"], read=opened))
    if not documents and capture.body.strip():
        raise Unparseable.expected(_("rows below the first one"), found=_("none"), where=capture.served)
    if documents:
        check_columns(mapping, tuple(part.name for part in max(documents, key=lambda each: len(each.parts)).parts))
    return documents


def _of_document(
    document: Document,
    capture: Capture,
    mapping: Mapping | None,
    search: Search,
    failures: list[tuple[str, str]],
) -> Iterator[Statement]:
    """Statements of one document, all or none: a row that does not fit its mapping is a failure of that row alone."""
    try:
        yield from tuple(_state(document, observed=capture.retrieved_at, search=search, mapping=mapping))
    except ItemError as error:
        failures.append((document.item or capture.served, str(error)))


def _state(document: Document, *, observed: datetime, search: Search, mapping: Mapping | None) -> Iterator[Statement]:
    if mapping is not None and mapping.relations:
        check_row(mapping, document)
        yield from relate(document, mapping, observed=observed, profiles=search.profiles)
        return
    related: list[Statement] = []
    for shipped in _shipped():
        if shipped.reader == document.reader and document.item:
            related += relate(document, shipped, observed=observed, profiles=search.profiles)
    yield from related
    taken = {(each.start, each.end) for each in related}
    for each in mentions(document, observed=observed, search=search):
        inside = any(start < each.end and each.start < end for start, end in taken)
        if not inside or each.kind not in NAME_KINDS:
            yield each


def mentions(document: Document, *, observed: datetime, search: Search) -> Iterator[Statement]:
    """Mentions in a document: in an item's text and its author's name, or in the whole of a page without items."""
    happened = document.published.isoformat() if document.published else ""
    for start, end in _stretches(document):
        for each in search.find(document, start, end):
            kind = _STATED_AS.get(each.kind, each.kind)
            if kind in KINDS:
                first, last = start + each.start, start + each.end
                schema, prop = KINDS[kind]
                subject, origin = mention_subject(document, first, last, schema), f"selector:{each.kind}"
                yield Statement(
                    subject, schema, prop, kind, each.value, each.text, document.id, first, last, document.language,
                    origin, each.score, happened, observed,
                )  # fmt: skip


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Where a document is searched."""
    text_part = document.part("text") if document.item else None
    start, end = (text_part.start, text_part.end) if text_part else (0, len(document.text))
    yield start, end
    author = document.part("author")
    if text_part and author and not start <= author.start < end:
        yield author.start, author.end


@dataclass(frozen=True, slots=True)
class Search:
    """Mentions in documents; short stretches are searched together beforehand, which is quicker than one by one."""

    profiles: tuple[Profile, ...]
    known: dict[tuple[str, int, str], tuple[Mention, ...]]

    @classmethod
    def over(cls, documents: Iterable[Document], profiles: tuple[Profile, ...]) -> Search:
        """Search the short stretches of all documents, each wording once for a language and a year."""
        wanted: dict[tuple[str, int], dict[str, None]] = {}
        for document in documents:
            for start, end in _stretches(document):
                if end - start <= SHORT:
                    key = document.language, _year(document)
                    wanted.setdefault(key, {})[document.text[start:end]] = None
        known = {
            (language, year, text): found
            for (language, year), texts in wanted.items()
            for text, found in zip(
                texts, find_many(texts, language=language or None, profiles=profiles, year=year), strict=True
            )
        }
        return cls(profiles, known)

    def find(self, document: Document, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions in a stretch of a document, counted from its start."""
        text, year = document.text[start:end], _year(document)
        found = self.known.get((document.language, year, text))
        if found is None:
            return find(text, language=document.language or None, profiles=self.profiles, year=year)
        return found


def _year(document: Document) -> int:
    return document.published.year if document.published else 0


@cache
def _shipped() -> tuple[Mapping, ...]:
    return shipped_mappings()
