"""What importers share: a file as it is stored, the address of one that names none, and how large a body may be."""

from __future__ import annotations

from typing import BinaryIO
from urllib.parse import quote

from osint_kit.collect.imports import Given
from osint_kit.errors import Unparseable
from osint_kit.messages import _
from osint_kit.model import Capture, Outcome

LIMIT = 64 * 1024 * 1024
"""Largest body that is imported, in bytes."""


def local(name: str) -> str:
    """The address of a file that names none of its own.

    >>> local("export 1/result.json")
    'file:export%201/result.json'
    """
    return "file:" + quote(name)


def bounded(stream: BinaryIO, where: str) -> bytes:
    """Everything that a stream holds.

    Raises:
        Unparseable: more than `LIMIT` bytes.
    """
    body = stream.read(LIMIT + 1)
    if len(body) > LIMIT:
        raise Unparseable.expected(_("at most {limit} bytes").format(limit=LIMIT), found=_("more"), where=where)
    return body


def stored(given: Given, media_type: str) -> Capture:
    """One file, as it is stored."""
    return kept(given, bounded(given.stream, given.name), media_type, local(given.name))


def kept(given: Given, body: bytes, media_type: str, address: str) -> Capture:
    """A capture of bytes that no exchange is known of: it has a type, and no status."""
    return Capture(
        asked=address,
        served=address,
        retrieved_at=given.at,
        served_at=None,
        status=0,
        request=(),
        headers=(("content-type", media_type),),
        body=body,
        outcome=Outcome.CAPTURED,
        note=_("imported from {name}").format(name=given.name),
    )
