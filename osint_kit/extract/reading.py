"""Engine of the readers: chooses one by media type or file name, refuses what is too large, guesses languages."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from osint_kit.errors import Unparseable
from osint_kit.extract.readers import MAX_SIZE, Reader, readers
from osint_kit.messages import _
from osint_kit.model import Capture, Document, Outcome

_FALLBACK = "plain"


def read(capture: Capture) -> tuple[Document, ...]:
    """Read one capture into its documents; a failed capture and an empty body have none.

    Raises:
        Unparseable: no reader can turn the bytes into text.
    """
    if capture.outcome not in (Outcome.CAPTURED, Outcome.PARTIAL) or not capture.body.strip():
        return ()
    if len(capture.body) > MAX_SIZE:
        raise Unparseable.expected(
            _("at most {limit} bytes").format(limit=MAX_SIZE), found=str(len(capture.body)), where=capture.served
        )
    return reader_of(capture).read(capture)


def reader_of(capture: Capture) -> Reader:
    """Choose the reader: by media type, then by the ending of the file name, else plain text."""
    media_type = capture.media_type
    ending = PurePosixPath(urlsplit(capture.served).path).suffix.lower()
    known = list(readers.values())
    specific = [each for each in known if media_type in each.media_types and each is not readers[_FALLBACK]]
    by_name = [each for each in known if ending in each.endings]
    if not specific and media_type and not media_type.startswith(("text/", "application/octet-stream")) and not by_name:
        raise Unparseable.expected(
            _("one of {known}").format(known=", ".join(sorted(name for each in known for name in each.media_types))),
            found=media_type,
            where=capture.served,
        )
    return next(iter([*specific, *by_name, readers[_FALLBACK]]))
