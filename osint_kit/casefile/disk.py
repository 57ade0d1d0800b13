"""Writes that survive a power cut: what a function here has returned from is on the disk."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from osint_kit.errors import IntegrityBroken, StorageFailed
from osint_kit.messages import _
from osint_kit.model import Json, canonical

PART = ".part"
"""Ending of a file that is not finished: never read, overwritten by the next try."""


@contextlib.contextmanager
def storing(path: Path) -> Iterator[None]:
    """Turn the disk's refusals into `StorageFailed`."""
    try:
        yield
    except OSError as error:
        text = _("expected to write {path}, found: {why}; what was reported done before is safe")
        raise StorageFailed(text.format(path=path, why=error.strerror or error)) from error


def write_whole(path: Path, body: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    part = path.with_name(path.name + PART)
    with storing(path):
        with part.open("wb") as stream:
            stream.write(body)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, path)  # noqa: PTH105 - one name for the fault tests to catch
        sync_folder(path.parent)


def append_rows(path: Path, rows: Iterable[Json]) -> None:
    """Append lines of JSON; a torn last line (a killed process) is cut off first."""
    text = b"".join(canonical(row) + b"\n" for row in rows)
    if not text:
        return
    with storing(path):
        fresh = not path.exists()
        with path.open("ab+") as stream:
            end = _whole_length(path)
            stream.truncate(end)
            _append(stream.fileno(), text, end)
        if fresh:
            sync_folder(path.parent)


def rows(path: Path) -> list[Json]:
    """The complete lines of a file; a torn last line was never reported done and does not count.

    Raises:
        IntegrityBroken: a complete line is not JSON.
    """
    if not path.exists():
        return []
    lines = path.read_bytes().split(b"\n")[:-1]
    return [_parsed(line, path, number) for number, line in enumerate(lines, start=1)]


def mapping(row: Json) -> dict[str, Json]:
    """A row that holds names and values.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(row, dict):
        raise TypeError(type(row).__name__)
    return row


def move(path: Path, target: Path) -> None:
    """Give a file its place; the change is durable."""
    with storing(target):
        os.replace(path, target)  # noqa: PTH105 - one name for the fault tests to catch
        sync_folder(target.parent)
        sync_folder(path.parent)


def remove(path: Path) -> None:
    """Delete a file if it is there."""
    with storing(path), contextlib.suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108 - one name for the fault tests to catch


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder durable, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _append(handle: int, text: bytes, end: int) -> None:
    try:
        view = memoryview(text)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    except OSError:
        with contextlib.suppress(OSError):
            os.ftruncate(handle, end)
        raise


def _whole_length(path: Path) -> int:
    return path.read_bytes().rfind(b"\n") + 1


def _parsed(line: bytes, path: Path, number: int) -> Json:
    try:
        value: Json = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise IntegrityBroken.expected(
            _("one JSON value per line"), found=str(error), where=f"{path.name}:{number}"
        ) from error
    return value
