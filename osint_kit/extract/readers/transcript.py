"""A plain transcript (`Name: what was said`): one document per turn, located by line (RFC 5147)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from osint_kit.extract.decoding import decode
from osint_kit.extract.readers import Reader, readers
from osint_kit.extract.spoken import lines_of, turn
from osint_kit.model import Capture, Document

_TURN = re.compile(r"(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+)?([^\W\d_][^:\n\[\]{}<>=]{0,39}):\s+(?=\S)")
_WORDS, _NAME = 4, 2
_AT = re.compile(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?\s?(?:[+-]\d{2}:?\d{2}|Z)")
_SAMPLE = 64 * 1024
_SHARE = 0.3
"""Share of the lines that begin a turn, at the least."""

Begun = tuple[int, str, int]
"""Number of a line from 1, who speaks, and where in the line it begins."""


def read(capture: Capture) -> tuple[Document, ...]:
    """Read every turn; the heading, before anybody speaks, is a document of its own.

    A time with its offset in the heading is the time of all that was said.
    """
    lines = lines_of(decode(capture))
    begun = _turns(lines)
    heading = lines[: begun[0][0] - 1] if begun else lines
    at = next(filter(None, map(_aware, heading)), None)
    documents = [turn(capture, "transcript", heading, number=1, published=at)] if heading else []
    ends = [number for number, _who, _place in begun[1:]] + [len(lines) + 1]
    for (number, who, place), end in zip(begun, ends, strict=True):
        said = [lines[number - 1][place:], *lines[number : end - 1]]
        documents.append(turn(capture, "transcript", said, number=number, author=who, published=at))
    return tuple(each for each in documents if each.text.strip())


def _turns(lines: Sequence[str]) -> list[Begun]:
    """Where turns begin: from the first line of somebody who speaks again; before it, `Date: …` is a heading.

    After it, a name of one or two words is a speaker even if it speaks once; more words are one if they speak again.
    """
    found = list(_begun(lines))
    often = Counter(who for _number, who, _place in found)
    first = next((number for number, who, _place in found if often[who] > 1), 0)
    return [each for each in found if each[0] >= first and (often[each[1]] > 1 or len(each[1].split()) <= _NAME)]


def _begun(lines: Sequence[str]) -> Iterator[Begun]:
    for number, line in enumerate(lines, start=1):
        match = _TURN.match(line)
        if match and len(match.group(1).split()) <= _WORDS:
            yield number, match.group(1).strip(), match.end()


def _aware(line: str) -> datetime | None:
    match = _AT.search(line)
    try:
        return datetime.fromisoformat(re.sub(r"\s(?=[+-]\d|Z)", "", match.group())) if match else None
    except ValueError:
        return None


def _claims(capture: Capture) -> bool:
    """Whether two turns or more make up a good part of the first lines."""
    head = capture.body[:_SAMPLE].decode("utf-8", "ignore").splitlines()
    filled = [line for line in head if line.strip()]
    count = len(list(_begun(filled)))
    return count > 1 and count >= _SHARE * len(filled)


readers.add(
    __name__, Reader(("text/plain",), (".txt",), read, claims=_claims, marks=(b"\n",) * 2)
)  # a line may be a document: it weighs twice
