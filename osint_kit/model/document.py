"""The readable text of one part of an exhibit, and where in the bytes it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from osint_kit.model.serial import content_id


@dataclass(frozen=True, slots=True)
class Part:
    """A named stretch of a document: a cell, a JSON value, an element.

    `locator` opens the place in the exhibit with somebody else's tool: `#cell=3,2` (RFC 7111, rows from 1, header
    included) for CSV, a JSON pointer `#/a/0/b` (RFC 6901) for JSON, a CSS selector for HTML.
    """

    name: str
    locator: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One readable text: a page, a message, a row, a record.

    Attributes:
        item: the address by which the page itself names what is shown (a post, an advert, a record); empty for the
            rest of a page. The stretch named `text` among the parts is the item's text, verbatim.
        author, published: who signed the item and when, as the page says it; empty or None when it does not.
    """

    exhibit: str
    reader: str
    text: str
    locator: str
    parts: tuple[Part, ...] = ()
    item: str = ""
    author: str = ""
    published: datetime | None = None
    language: str = ""

    @property
    def digest(self) -> str:
        """Digest of text and reader: reading the same exhibit again gives the same one."""
        return content_id("text", self.reader, self.text)

    @property
    def id(self) -> str:
        """Content id: text, reader and the place it was read from."""
        return content_id("document", self.exhibit, self.locator, self.digest)

    def part(self, name: str) -> Part | None:
        """The first part with that name."""
        return next((part for part in self.parts if part.name == name), None)

    def part_at(self, start: int, end: int) -> Part | None:
        """The smallest part that holds the stretch `[start, end)`."""
        holding = [part for part in self.parts if part.start <= start and end <= part.end]
        return min(holding, key=lambda part: (part.end - part.start, part.start, part.name), default=None)

    def locate(self, start: int, end: int) -> str:
        """Locator of the smallest part that holds the stretch, or the document's own."""
        part = self.part_at(start, end)
        return part.locator if part else self.locator
