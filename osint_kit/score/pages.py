"""What a page shows, read from its bytes: the address of each item, and the text that stands with it.

What a visitor wrote himself (a query that the page repeats) names no item: the page escapes it.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

from osint_kit.model import Json

_NAMED = re.compile(r'\bitemid="([^"]*)"')
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def items_on(body: bytes) -> Iterator[tuple[str, str]]:
    r"""Yield address and text of each item that a page of HTML or a record of JSON names.

    >>> list(items_on(b'<p itemid="https://a.example/1">R&amp;D<br>two</p>'))
    [('https://a.example/1', '>R&D\ntwo')]
    >>> list(items_on(b'{"items": [{"@id": "https://a.example/1", "text": "one"}]}'))
    [('https://a.example/1', 'one')]
    """
    text = body.decode("utf-8", "replace")
    try:
        value = json.loads(text)
    except ValueError:
        yield from _marked(text)
    else:
        yield from _recorded(value)


def _marked(text: str) -> Iterator[tuple[str, str]]:
    _before, *found = _NAMED.split(text)
    for address, inside in zip(found[::2], found[1::2], strict=True):
        yield html.unescape(address), html.unescape(_TAG.sub("", _BREAK.sub("\n", inside)))


def _recorded(value: Json) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        address, text = value.get("@id"), value.get("text")
        if isinstance(address, str) and isinstance(text, str):
            yield address, text
        for each in value.values():
            yield from _recorded(each)
    if isinstance(value, list):
        for each in value:
            yield from _recorded(each)
