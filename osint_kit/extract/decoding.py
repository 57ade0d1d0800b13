"""Bytes to text, strictly: the charset that the capture names, else UTF-8, never a silent replacement."""

from __future__ import annotations

import re

from osint_kit.errors import Unparseable
from osint_kit.messages import _
from osint_kit.model import Capture

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


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


def _named(capture: Capture) -> str:
    in_header = _CHARSET.search(capture.header("content-type"))
    if in_header:
        return in_header.group(1)
    in_page = _META.search(capture.body[:2048])
    return in_page.group(1).decode("ascii", "replace") if in_page else ""
