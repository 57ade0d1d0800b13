"""Files that somebody else made: archives of the web, saved pages, tables, chat exports. One file per format.

In:  one file as a stream, and the time of the import
Out: Capture

An importer never guesses an address: what a file says of itself (a WARC's target, a saved page's comment) is the
address of the capture, else it is `file:` and the file's own name. The bytes stay as stored; what a transfer wrapped
around them (chunks, compression) is taken off, and the note says what was imported from where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from osint_kit.model import Capture
from osint_kit.registry import Registry


@dataclass(frozen=True, slots=True)
class Given:
    """One file: its name inside what was given (`/` between folders), its bytes, and when it is imported."""

    name: str
    stream: BinaryIO
    at: datetime


@dataclass(frozen=True, slots=True)
class Importer:
    """One format.

    Attributes:
        matches: whether a file is of it, by its name and its first bytes. Two importers never both match.
        read: the captures that a file holds. Raises `ItemError` for what cannot be read; what came before is kept.
    """

    matches: Callable[[str, bytes], bool]
    read: Callable[[Given], Iterator[Capture]]


importers = Registry[Importer](__name__)

__all__ = ["Given", "Importer", "importers"]
