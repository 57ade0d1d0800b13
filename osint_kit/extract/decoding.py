"""Bytes to text, strictly: the charset that the capture names, else UTF-8, never a silent replacement."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from osint_kit.errors import Unparseable
from osint_kit.messages import _
from osint_kit.model import Capture, Json, strictjson

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(capture: Capture, encoding: str = "") -> str:
    """Decode a body.

    Args:
        encoding: what a mapping or another outside authority says; wins over the capture's own header.

    Raises:
        Unparseable: the bytes do not fit the charset, or the charset is unknown.
    """
    named = encoding or _named(capture) or "utf-8"
    if named.lower().replace("_", "-") in ("utf8", "utf-8"):
        named = "utf-8-sig"
    try:
        text = capture.body.decode(named)
    except (UnicodeDecodeError, LookupError) as error:
        raise Unparseable.expected(
            _("text in {encoding}").format(encoding=named), found=str(error), where=capture.served
        ) from error
    if "\x00" in text:
        raise Unparseable.expected(_("text"), found=_("binary content"), where=capture.served)
    return text


@lru_cache(maxsize=1)
def exhibit_of(capture: Capture) -> str:
    """Id of the exhibit; a body is digested once, not once for every document that it holds."""
    return capture.id


def parse(capture: Capture) -> Json:
    """Decode a body and parse it as JSON.

    Raises:
        Unparseable: not JSON in the strict sense.
    """
    try:
        return strictjson.parse(decode(capture))
    except ValueError as error:
        raise Unparseable.expected(_("JSON (RFC 8259)"), found=str(error), where=capture.served) from error


def pointer(path: tuple[str, ...]) -> str:
    """A JSON pointer (RFC 6901) as a URI fragment.

    >>> pointer(("messages", "12", "a/b"))
    '#/messages/12/a~1b'
    """
    escaped = (name.replace("~", "~0").replace("/", "~1") for name in path)
    return "#" + "".join("/" + quote(name, safe="~!$&'()*+,;=:@") for name in escaped)


def _named(capture: Capture) -> str:
    marked = next((name for mark, name in _MARKS if capture.body.startswith(mark)), "")
    if marked:
        return marked
    in_header = _CHARSET.search(capture.header("content-type"))
    if in_header:
        return in_header.group(1)
    in_page = _XML.search(capture.body[:256]) or _META.search(capture.body[:2048])
    return in_page.group(1).decode("ascii", "replace") if in_page else ""
