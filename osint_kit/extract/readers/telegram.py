"""Telegram Desktop's `result.json`: one document per message, of one chat or of a whole account's export."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone

from osint_kit.errors import UnexpectedLayout
from osint_kit.extract.decoding import parse, pointer
from osint_kit.extract.readers import Reader, readers
from osint_kit.extract.spoken import Said, message
from osint_kit.messages import _
from osint_kit.model import Capture, Document, Json

Path = tuple[str, ...]
Record = Mapping[str, Json]

_MESSAGES = re.compile(rb'"messages"\s*:\s*\[')
_OWN = re.compile(rb'"(?:date_unixtime|from_id|actor_id|text_entities)"\s*:')
_LISTS = ("chats", "left_chats")
_SILENT = frozenset(
    {
        *("id", "type", "date", "date_unixtime", "edited", "edited_unixtime", "from", "from_id", "actor", "actor_id"),
        *("text", "text_entities", "width", "height", "duration_seconds", "file_size", "photo_file_size"),
        *("thumbnail_file_size", "media_type", "mime_type"),
    }
)
"""Fields of a message that are read elsewhere, or that say nothing of anybody."""

_FARTHEST = timedelta(hours=15)


def read(capture: Capture) -> tuple[Document, ...]:
    """Read every message; what the service itself says (somebody joined, a title changed) is a message too.

    Raises:
        UnexpectedLayout: a chat without messages, or a message without its id.
    """
    root = parse(capture)
    return tuple(each for path, chat, named in _chats(root, capture) for each in _chat(capture, path, chat, named))


def _chats(root: Json, capture: Capture) -> Iterator[tuple[Path, Record, str]]:
    """Each chat with its path, and how its messages are named: by number alone, or with the chat's own."""
    if isinstance(root, dict) and "messages" in root:
        yield (), root, ""
        return
    for name in _LISTS:
        held = root.get(name) if isinstance(root, dict) else None
        listed = held.get("list") if isinstance(held, dict) else None
        for number, chat in enumerate(listed if isinstance(listed, list) else ()):
            path = (name, "list", str(number))
            if not isinstance(chat, dict):
                raise _unexpected(_("a chat"), chat, capture, path)
            yield path, chat, f"chat={chat.get('id', number)}&"


def _chat(capture: Capture, path: Path, chat: Record, named: str) -> Iterator[Document]:
    listed = chat.get("messages")
    if not isinstance(listed, list):
        raise _unexpected(_("a list of messages"), listed, capture, (*path, "messages"))
    for number, record in enumerate(listed):
        at = (*path, "messages", str(number))
        if not isinstance(record, dict) or not isinstance(record.get("id"), int):
            raise _unexpected(_("a message with its id"), record, capture, at)
        item = f"{capture.served}#{named}message={record['id']}"
        read_ = message(
            capture,
            "telegram",
            (*_signed(record, at), _text(record, capture, at), *_others(record, at)),
            locator=pointer(at),
            item=item,
            published=_published(record),
        )
        if read_.text:
            yield read_


def _signed(record: Record, at: Path) -> Iterator[Said]:
    """Who wrote it, or did it; an account that is gone leaves only its number."""
    for name in ("from", "actor", "from_id", "actor_id"):
        value = record.get(name)
        if isinstance(value, str) and value:
            yield Said("author", pointer((*at, name)), value)
            return


def _text(record: Record, capture: Capture, at: Path) -> Said:
    """The text, verbatim; where it is a list of runs (links, numbers, bold words) each run has a locator of its own."""
    written, where = record.get("text", ""), (*at, "text")
    if isinstance(written, str):
        return Said("text", pointer(where), written)
    runs = [
        _run(each, (*where, str(number))) for number, each in enumerate(written if isinstance(written, list) else [])
    ]
    if not isinstance(written, list) or not all(runs):
        raise _unexpected(_("a text, or a list of its runs"), written, capture, where)
    whole = tuple(each for each in runs if each)
    return Said("text", pointer(where), "".join(text for _locator, text in whole), whole)


def _run(run: Json, where: Path) -> tuple[str, str] | None:
    if isinstance(run, str):
        return pointer(where), run
    text = run.get("text") if isinstance(run, dict) else None
    return (pointer((*where, "text")), text) if isinstance(text, str) else None


def _others(record: Record, at: Path) -> Iterator[Said]:
    """What else a message carries: whom it was forwarded from, a contact, a file's name, who was invited."""
    for name, value in record.items():
        if name not in _SILENT:
            yield from _scalars(value, (*at, name), len(at))


def _scalars(value: Json, path: Path, depth: int) -> Iterator[Said]:
    if isinstance(value, str):
        yield Said("/".join(path[depth:]), pointer(path), value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _scalars(inner, (*path, name), depth)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _scalars(inner, (*path, str(number)), depth)


def _published(record: Record) -> datetime | None:
    """The time in its own zone: a Unix time, and beside it the same in the exporter's local time, without an offset."""
    try:
        moment = datetime.fromtimestamp(int(str(record["date_unixtime"])), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        return None
    try:
        local = datetime.fromisoformat(str(record.get("date"))).replace(tzinfo=UTC)
    except ValueError:
        return moment
    offset = local - moment
    return (
        moment.astimezone(timezone(offset)) if abs(offset) < _FARTHEST and not offset % timedelta(minutes=1) else moment
    )


def _unexpected(what: str, found: Json, capture: Capture, path: Path) -> Exception:
    return UnexpectedLayout.expected(what, found=repr(found)[:80], where=f"{capture.served}{pointer(path)}")


def _claims(capture: Capture) -> bool:
    return bool(_MESSAGES.search(capture.body) and _OWN.search(capture.body))


readers.add(__name__, Reader(("application/json",), (".json",), read, claims=_claims, marks=(b",", b"[", b"{")))
