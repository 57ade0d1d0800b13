"""Engine of the readers: chooses one by media type or file name, refuses what is too large, guesses languages."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from osint_kit.errors import Unparseable
from osint_kit.extract.readers import MAX_SIZE, MAX_VALUES, Reader, readers
from osint_kit.messages import _
from osint_kit.model import Capture, Document, Outcome

_FALLBACK = "plain"


def read(capture: Capture, reader: Reader | None = None) -> tuple[Document, ...]:
    """Read one capture into its documents; a failed capture and an empty body have none.

    Args:
        reader: instead of the one that type and name ask for: one that a mapping has told more.

    Raises:
        Unparseable: no reader can turn the bytes into text.
    """
    if capture.outcome not in (Outcome.CAPTURED, Outcome.PARTIAL) or not capture.body.strip():
        return ()
    if len(capture.body) > MAX_SIZE:
        raise Unparseable.expected(
            _("at most {limit} bytes").format(limit=MAX_SIZE), found=str(len(capture.body)), where=capture.served
        )
    reader = reader or reader_of(capture)
    values = sum(map(capture.body.count, reader.marks))
    if values > MAX_VALUES:
        raise Unparseable.expected(
            _("at most {limit} values").format(limit=MAX_VALUES), found=str(values), where=capture.served
        )
    try:
        return reader.read(capture)
    except RecursionError as error:
        raise Unparseable.expected(_("nesting with an end"), found=str(error), where=capture.served) from error


def reader_of(capture: Capture) -> Reader:
    """Choose the reader: one that claims the body, then by media type, by the ending of the name, else plain text."""
    media_type = capture.media_type
    ending = PurePosixPath(urlsplit(capture.served).path).suffix.lower()
    known = list(readers.values())
    typed = [each for each in known if media_type in each.media_types]
    by_name = [each for each in known if ending in each.endings]
    claiming = [each for each in (*typed, *by_name) if each.claims and each.claims(capture)]
    specific = [each for each in typed if not each.claims and each is not readers[_FALLBACK]]
    named = [each for each in by_name if not each.claims]
    if not specific and not named and media_type and not media_type.startswith(("text/", "application/octet-stream")):
        raise Unparseable.expected(
            _("one of {known}").format(known=", ".join(sorted({name for each in known for name in each.media_types}))),
            found=media_type,
            where=capture.served,
        )
    return next(iter([*claiming, *specific, *named, readers[_FALLBACK]]))
