"""One writer per case, on every system: a file that only one process can create."""

from __future__ import annotations

import contextlib
import json
import os
import platform
import time
from collections.abc import Iterator
from pathlib import Path

from osint_kit.casefile.disk import storing
from osint_kit.errors import CaseBusy
from osint_kit.messages import _

NAME = "case.lock"
_HELD: set[Path] = set()
_SETTLE = 0.2
"""Seconds a process needs at most between creating the file and writing its name into it."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the case for writing.

    Raises:
        CaseBusy: another process that still runs holds it.
    """
    path = folder.resolve() / NAME
    if not _take(path):
        _clear_if_stale(path)
        if not _take(path):
            raise _busy(path)
    _HELD.add(path)
    try:
        yield
    finally:
        _HELD.discard(path)
        with contextlib.suppress(OSError):  # one that stays is stale: the next writer takes it over
            path.unlink()


def _take(path: Path) -> bool:
    with storing(path):
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            return False
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump({"pid": os.getpid(), "host": platform.node()}, stream)
    return True


def _clear_if_stale(path: Path) -> None:
    seen = _settled(path)
    if _alive(path, seen):
        raise _busy(path)
    aside = path.with_name(f"{NAME}.{os.getpid()}")
    with contextlib.suppress(FileNotFoundError):
        path.rename(aside)
        if aside.read_bytes() != seen:
            aside.rename(path)
            raise _busy(path)
        aside.unlink()


def _settled(path: Path) -> bytes:
    with contextlib.suppress(FileNotFoundError):
        text = path.read_bytes()
        if not text:
            time.sleep(_SETTLE)
            text = path.read_bytes()
        return text
    return b""


def _alive(path: Path, text: bytes) -> bool:
    try:
        holder = json.loads(text)
        pid, host = int(holder["pid"]), str(holder["host"])
    except (ValueError, KeyError, TypeError):
        return False
    if host != platform.node():
        return True
    return path in _HELD if pid == os.getpid() else _runs(pid)


def _runs(pid: int) -> bool:
    if os.name == "nt":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _runs_on_windows(pid: int) -> bool:
    import ctypes  # noqa: PLC0415 - only there; os.kill would end the process

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name exists on Windows only
    process = kernel.OpenProcess(0x00100000, 0, pid)
    if not process:
        return False
    running = kernel.WaitForSingleObject(process, 0) == 0x00000102  # noqa: PLR2004 - WAIT_TIMEOUT
    kernel.CloseHandle(process)
    return bool(running)


def _busy(path: Path) -> CaseBusy:
    text = _("expected the case to be free, found that another process writes to it, at {path}")
    return CaseBusy(text.format(path=path))
