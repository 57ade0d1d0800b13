"""Readers: bytes of one media type to documents. One file per format.

In:  Capture
Out: Document

A reader raises `Unparseable` for bytes that it cannot turn into text, and reads the same bytes the same way always.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from osint_kit.model import Capture, Document
from osint_kit.registry import Registry

Read: TypeAlias = Callable[[Capture], tuple[Document, ...]]

MAX_SIZE = 32 * 1024 * 1024
"""Largest body that a reader opens, in bytes."""


MAX_VALUES = 1_000_000
"""Most values (cells, elements) that a reader takes from one body: what keeps its memory below a gigabyte."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: its media types, the endings of its file names, how to read it.

    Attributes:
        claims: for a format that hides behind a common media type (a chat export in JSON or in plain text): whether
            a body of that type is one. The claims of two readers exclude each other.
        marks: bytes that part values; a body with more of them than `MAX_VALUES` is refused before it is read.
    """

    media_types: tuple[str, ...]
    endings: tuple[str, ...]
    read: Read
    claims: Callable[[Capture], bool] | None = None
    marks: tuple[bytes, ...] = ()


readers = Registry[Reader](__name__)

__all__ = ["MAX_SIZE", "MAX_VALUES", "Read", "Reader", "readers"]
