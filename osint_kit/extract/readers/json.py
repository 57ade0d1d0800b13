"""JSON: one document per record, one part per scalar, located by JSON pointer (RFC 6901)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import NoReturn
from urllib.parse import quote

from osint_kit.errors import Unparseable
from osint_kit.extract.decoding import decode
from osint_kit.extract.readers import Reader, readers
from osint_kit.knowledge.text import absolute, guess
from osint_kit.messages import _
from osint_kit.model import Capture, Document, Json, Part

Path = tuple[str, ...]
_ITEM = "@id"


def read(capture: Capture) -> tuple[Document, ...]:
    """Read every record of the file; what is outside the records is one more document.

    Raises:
        Unparseable: not JSON in the strict sense: NaN, a key twice in one object, or nesting without end.
    """
    root = _parse(capture)
    try:
        records = list(_records(root, ()))
        taken = {path for path, _value in records}
        documents = [_document(capture, path, value, frozenset()) for path, value in records]
        if () not in taken:
            documents.append(_document(capture, (), root, frozenset(taken)))
    except RecursionError as error:
        raise _unparseable(capture, str(error)) from error
    return tuple(document for document in documents if document.text)


def _parse(capture: Capture) -> Json:
    try:
        parsed: Json = json.loads(decode(capture), parse_constant=_refuse, object_pairs_hook=_object)
        json.dumps(parsed, ensure_ascii=False).encode()  # half of a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise _unparseable(capture, str(error)) from error
    return parsed


def _unparseable(capture: Capture, found: str) -> Unparseable:
    message = _("expected {what}, found {found}, at {where}")
    return Unparseable(message.format(what=_("JSON (RFC 8259)"), found=found, where=capture.served))


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    built = dict(pairs)
    if len(built) != len(pairs):
        names = [name for name, _value in pairs]
        raise ValueError(_("key twice in one object: {name}").format(name=max(names, key=names.count)))
    return built


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
            parts.append(Part("/".join(where[len(path) :]), _pointer(where), length, length + len(text)))
            pieces.append(text)
            length += len(text) + 1
    record = value if isinstance(value, dict) else {}
    named = {key: str(record[key]) for key in (_ITEM, "author", "published", "language") if record.get(key)}
    text = "\n".join(pieces)
    return Document(
        exhibit=capture.id,
        reader="json",
        text=text,
        locator=_pointer(path),
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


def _pointer(path: Path) -> str:
    escaped = (name.replace("~", "~0").replace("/", "~1") for name in path)
    return "#" + "".join("/" + quote(name, safe="~!$&'()*+,;=:@") for name in escaped)


readers.add(__name__, Reader(("application/json", "application/ld+json"), (".json",), read))
