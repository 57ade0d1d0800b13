"""Engine of the readers of conversations: one message to one document, its text verbatim in the part `text`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from osint_kit.extract.decoding import exhibit_of
from osint_kit.knowledge.text import guess
from osint_kit.model import Capture, Document, Part


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of a message: its name, its locator, its text; `runs` are the locators of the text's own pieces."""

    name: str
    locator: str
    text: str
    runs: tuple[tuple[str, str], ...] = ()


def message(
    capture: Capture,
    reader: str,
    pieces: Iterable[Said],
    *,
    locator: str,
    item: str,
    published: datetime | None = None,
) -> Document:
    """Make the document of one message: its pieces a line each, blank ones left out."""
    parts: list[Part] = []
    kept = [piece for piece in pieces if piece.text]
    start = 0
    for piece in kept:
        parts.append(Part(piece.name, piece.locator, start, start + len(piece.text)))
        parts += _runs(piece, start)
        start += len(piece.text) + 1
    told = {piece.name: piece.text for piece in reversed(kept)}
    text = "\n".join(piece.text for piece in kept)
    return Document(
        exhibit=exhibit_of(capture),
        reader=reader,
        text=text,
        locator=locator,
        parts=tuple(parts),
        item=item,
        author=told.get("author", ""),
        published=published,
        language=guess(told.get("text", text)),
    )


def turn(
    capture: Capture,
    reader: str,
    lines: Sequence[str],
    *,
    number: int,
    author: str = "",
    published: datetime | None = None,
) -> Document:
    """Make the document of one message of a text file: what was said, line for line, from a line on (counted from 1).

    The locators are those of RFC 5147, which counts the gaps between lines from 0.
    """
    place, first = f"#line={number - 1},{number - 1 + len(lines)}", f"#line={number - 1},{number}"
    pieces = (Said("author", first, author), Said("text", place, "\n".join(lines).strip("\n")))
    item = f"{capture.served}#line={number}"
    return message(capture, reader, pieces, locator=place, item=item, published=published)


def lines_of(text: str) -> list[str]:
    """The lines of a text file, whatever ends them; white space at its end is no line."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n")


def _runs(piece: Said, start: int) -> Iterable[Part]:
    for number, (locator, text) in enumerate(piece.runs):
        yield Part(f"{piece.name}/{number}", locator, start, start + len(text))
        start += len(text)
