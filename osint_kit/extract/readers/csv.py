"""CSV: one document per row, one part per cell, located by RFC 7111 (rows and columns from 1, header included)."""

from __future__ import annotations

import csv
import io
from itertools import zip_longest

from osint_kit.errors import Unparseable
from osint_kit.extract.decoding import decode, exhibit_of
from osint_kit.extract.readers import Reader, readers
from osint_kit.knowledge.text import guess
from osint_kit.messages import _
from osint_kit.model import Capture, Document, Part

_SAMPLE = 8192
_DELIMITERS = ";,\t|"


def read(capture: Capture, *, delimiter: str = "", encoding: str = "") -> tuple[Document, ...]:
    """Read every row after the header.

    Args:
        delimiter, encoding: what a mapping says of the table; guessed from the first lines when empty.

    Raises:
        Unparseable: not a table.
    """
    text = decode(capture, encoding)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or sniff(text), strict=True))
    except csv.Error as error:
        raise Unparseable.expected(_("a CSV table"), found=str(error), where=capture.served) from error
    header = next((row for row in rows if row), [])
    first = rows.index(header) + 1 if header else 0
    return tuple(_row(capture, header, number + 1, row) for number, row in enumerate(rows) if number >= first and row)


def sniff(text: str) -> str:
    """Guess the delimiter: the one that gives the first line most columns, then the standard library's guess."""
    line = text.lstrip().partition("\n")[0]
    best = max(_DELIMITERS, key=line.count)
    if line.count(best):
        return best
    try:
        return csv.Sniffer().sniff(text[:_SAMPLE], _DELIMITERS).delimiter
    except csv.Error:
        return ","


def _row(capture: Capture, header: list[str], number: int, cells: list[str]) -> Document:
    parts: list[Part] = []
    start = 0
    for column, (name, cell) in enumerate(zip_longest(header[: len(cells)], cells, fillvalue=""), start=1):
        parts.append(Part(name or f"column {column}", f"#cell={number},{column}", start, start + len(cell)))
        start += len(cell) + 1
    text = "\t".join(cells)
    return Document(
        exhibit=exhibit_of(capture),
        reader="csv",
        text=text,
        locator=f"#row={number}",
        parts=tuple(parts),
        item=f"{capture.served}#row={number}",
        language=guess(text),
    )


readers.add(
    __name__,
    Reader(("text/csv", "text/tab-separated-values"), (".csv", ".tsv"), read, marks=(b";", b",", b"\t", b"|", b"\n")),
)
