"""JSON: one document per record, one part per scalar, located by JSON pointer (RFC 6901)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from osint_kit.extract.decoding import exhibit_of, parse, pointer
from osint_kit.extract.readers import Reader, readers
from osint_kit.knowledge.text import absolute, guess
from osint_kit.model import Capture, Document, Json, Part

Path = tuple[str, ...]
_ITEM = "@id"
TYPES = ("application/json", "application/ld+json", "application/activity+json", "application/jrd+json")


def read(capture: Capture) -> tuple[Document, ...]:
    """Read every record of the file; what is outside the records is one more document.

    Raises:
        Unparseable: not JSON in the strict sense: NaN, a key twice in one object, or nesting without end.
    """
    root = parse(capture)
    records = list(_records(root, ()))
    taken = {path for path, _value in records}
    documents = [_document(capture, path, value, frozenset()) for path, value in records]
    if () not in taken:
        documents.append(_document(capture, (), root, frozenset(taken)))
    return tuple(document for document in documents if document.text)


def _records(value: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    """Outermost objects that name themselves, and the objects of a list at the top."""
    if isinstance(value, dict) and (isinstance(value.get(_ITEM), str) or (len(path) == 1 and path[0].isdigit())):
        yield path, value
        return
    for name, inner in _children(value):
        yield from _records(inner, (*path, name))


def _children(value: Json) -> Iterator[tuple[str, Json]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from ((str(index), inner) for index, inner in enumerate(value))


def _scalars(value: Json, path: Path, skip: frozenset[Path]) -> Iterator[tuple[Path, str]]:
    if path in skip:
        return
    if isinstance(value, dict | list):
        for name, inner in _children(value):
            yield from _scalars(inner, (*path, name), skip)
    elif isinstance(value, str):
        yield path, value
    elif value is not None:
        yield path, json.dumps(value)


def _document(capture: Capture, path: Path, value: Json, skip: frozenset[Path]) -> Document:
    pieces: list[str] = []
    parts: list[Part] = []
    length = 0
    for where, text in _scalars(value, path, skip):
        if text:
            parts.append(Part("/".join(where[len(path) :]), pointer(where), length, length + len(text)))
            pieces.append(text)
            length += len(text) + 1
    record = value if isinstance(value, dict) else {}
    named = {key: str(record[key]) for key in (_ITEM, "author", "published", "language") if record.get(key)}
    text = "\n".join(pieces)
    return Document(
        exhibit=exhibit_of(capture),
        reader="json",
        text=text,
        locator=pointer(path),
        parts=tuple(parts),
        item=absolute(capture.served, named[_ITEM]) if _ITEM in named else "",
        author=named.get("author", ""),
        published=aware(named.get("published") or str(record.get("datePublished") or "")),
        language=named.get("language") or guess(text),
    )


def aware(text: str) -> datetime | None:
    """Parse an ISO 8601 time with an offset; anything else is not known."""
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        return None
    return parsed if parsed.tzinfo else None


readers.add(__name__, Reader(TYPES, (".json",), read, marks=(b",", b"[", b"{")))
