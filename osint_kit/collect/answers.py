"""Reads answers that are no pages: JSON, feeds and sitemaps in XML, and the Link header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser

from osint_kit.collect import pages
from osint_kit.errors import UnexpectedLayout
from osint_kit.messages import _
from osint_kit.model import Capture, Json, Outcome
from osint_kit.model.strictjson import parse

_LINK = re.compile(r"<([^>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:\"[^\"]*\"|[^\s\",;]+))*)")
_RELATIONS = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s\",;]+))", re.IGNORECASE)


def json_of(capture: Capture) -> Json:
    """The JSON of an answer that was captured whole.

    Raises:
        UnexpectedLayout: the site gave no answer, or none in JSON.
    """
    try:
        answer = parse(capture.body) if capture.outcome is Outcome.CAPTURED else None
    except ValueError:
        answer = None
    if answer is None:
        raise UnexpectedLayout.expected(_("JSON"), found=_said(capture), where=capture.asked)
    return answer


def objects(value: Json, where: str) -> list[Mapping[str, Json]]:
    """The objects of a list.

    Raises:
        UnexpectedLayout: no list, or something else in it.
    """
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise UnexpectedLayout.expected(_("a list of objects"), found=repr(value)[:80], where=where)
    return cast("list[Mapping[str, Json]]", value)  # each was looked at


def xml_of(capture: Capture) -> ET.Element:
    """The root of an XML answer; a document type is refused: nothing that is read here needs one.

    Raises:
        UnexpectedLayout: the site gave no answer, or none in plain XML.
    """
    if capture.outcome is not Outcome.CAPTURED:
        raise UnexpectedLayout.expected(_("XML"), found=_said(capture), where=capture.asked)
    if re.search(rb"<!(DOCTYPE|ENTITY)", capture.body, re.IGNORECASE):
        raise UnexpectedLayout.expected(_("XML without a document type"), found="<!DOCTYPE", where=capture.asked)
    try:
        return ET.fromstring(capture.body)  # noqa: S314 - entities need a document type, refused above
    except (ET.ParseError, ValueError, LookupError) as error:
        raise UnexpectedLayout.expected(_("XML"), found=str(error), where=capture.asked) from error


def text_of(html: str) -> str:
    """The readable text of a piece of HTML, a new line for every `<br>` and between paragraphs."""
    joined = re.sub(r"</p>\s*<p[^>]*>", "<br>", html)
    root = LexborHTMLParser(f"<div>{joined}</div>").css_first("div")
    return pages.text(root) if root else ""


def linked(header: str, relation: str) -> Iterator[str]:
    """Addresses that a Link header, or a document of link format, gives for a relation (RFC 8288).

    >>> list(linked('<https://a.example/2>; rel="next", <https://a.example/0>; rel="first prev"', "prev"))
    ['https://a.example/0']
    """
    for address, parameters in _LINK.findall(header):
        for quoted, plain in _RELATIONS.findall(parameters):
            if relation in (quoted or plain).lower().split():
                yield address


def same_host(url: str, where: str) -> str:
    """The address, if it stays on the host; else nothing."""
    try:
        return url if urlsplit(url).netloc == urlsplit(where).netloc else ""
    except ValueError:
        return ""


def _said(capture: Capture) -> str:
    found = _("{outcome}, status {status} {note}").format(
        outcome=capture.outcome.value, status=capture.status, note=capture.note
    )
    return found.strip()
