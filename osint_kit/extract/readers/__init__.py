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


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: its media types, the endings of its file names, and how to read it."""

    media_types: tuple[str, ...]
    endings: tuple[str, ...]
    read: Read


readers = Registry[Reader](__name__)

__all__ = ["MAX_SIZE", "Read", "Reader", "readers"]
