"""Pages that a browser or a mirroring tool saved; the folders of pictures beside them (`page_files/`) are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from osint_kit.collect.imports import Given, Importer, importers
from osint_kit.collect.stored import bounded, kept, local
from osint_kit.model import Capture

ENDINGS = (".html", ".htm", ".xhtml")
_BESIDE = re.compile(r"(^|/)[^/]+(_files|\.files|_archivos|_fichiers|-Dateien|_файлы)/", re.IGNORECASE)
_HEAD = 8192
_SAID = (
    ("", re.compile(rb"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.IGNORECASE)),
    ("", re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE)),
    ("http://", re.compile(rb"<!--\s*Mirrored from (\S+) by HTTrack", re.IGNORECASE)),
)
"""Comments in which browsers, SingleFile and HTTrack write the address of what they saved; HTTrack drops the scheme."""


def read(given: Given) -> Iterator[Capture]:
    """The page as saved, under the address that it says it was saved from."""
    body = bounded(given.stream, given.name)
    yield kept(given, body, "text/html", address(body) or local(given.name))


def address(body: bytes) -> str:
    """The address that a saved page states; empty where it states none.

    >>> address(b"<!-- saved from url=(0020)https://a.example/p1 --><html>")
    'https://a.example/p1'
    """
    found = ((before, match) for before, pattern in _SAID if (match := pattern.search(body[:_HEAD])))
    full = next((before + match.group(1).decode("utf-8", "replace") for before, match in found), "")
    try:
        return full if urlsplit(full).scheme in ("http", "https") and urlsplit(full).hostname else ""
    except ValueError:
        return ""


def _matches(name: str, _head: bytes) -> bool:
    return name.lower().endswith(ENDINGS) and not _BESIDE.search(name)


importers.add(__name__, Importer(_matches, read))
