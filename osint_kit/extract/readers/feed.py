"""RSS and Atom: one document per entry, parts located by XPointer; any other XML is one document of its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from xml.etree import ElementTree as ET

from osint_kit.errors import Unparseable
from osint_kit.extract.decoding import decode
from osint_kit.extract.readers import Reader, readers
from osint_kit.extract.spoken import Said, message
from osint_kit.knowledge.text import Page, absolute, guess
from osint_kit.messages import _
from osint_kit.model import Capture, Document
from osint_kit.model.times import mail_date

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
RSS1 = "http://purl.org/rss/1.0/"
_PREFIXES = {ATOM: "a", CONTENT: "content", DC: "dc", RSS1: "rss"}
_ENTRIES = ("item", f"{{{RSS1}}}item", f"{{{ATOM}}}entry")
_TEXTS = (f"{{{CONTENT}}}encoded", f"{{{ATOM}}}content", "description", f"{{{RSS1}}}description", f"{{{ATOM}}}summary")
_TITLES = ("title", f"{{{RSS1}}}title", f"{{{ATOM}}}title")
_AUTHORS = (f"{{{DC}}}creator", "author", f"{{{ATOM}}}author/{{{ATOM}}}name")
_DATES = ("pubDate", f"{{{DC}}}date", f"{{{ATOM}}}published", f"{{{ATOM}}}updated")
_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read(capture: Capture) -> tuple[Document, ...]:
    """Read every entry.

    Raises:
        Unparseable: not well formed, or with a document type: nothing that is read here needs one.
    """
    text = decode(capture)
    if _DOCTYPE.search(text):
        raise Unparseable.expected(_("XML without a document type"), found="<!DOCTYPE", where=capture.served)
    try:
        root = ET.fromstring(text)  # noqa: S314 - entities need a document type, refused above
    except (ET.ParseError, ValueError) as error:
        raise Unparseable.expected(_("XML"), found=str(error), where=capture.served) from error
    entries = [_entry(capture, paths, entry) for paths, entry in _located(root)]
    return tuple(each for each in entries if each.text) or _whole(capture, root)


def _located(root: ET.Element) -> Iterator[tuple[Mapping[ET.Element, str], ET.Element]]:
    """Each entry with the places of its elements."""
    parents = [root, *root.iter("channel")]
    for parent in parents:
        base = _step("", root, 1) + ("" if parent is root else _step("", parent, 1))
        numbers: dict[str, int] = {}
        for child in parent:
            numbers[child.tag] = numbers.get(child.tag, 0) + 1
            if child.tag in _ENTRIES:
                yield _places(child, _step(base, child, numbers[child.tag])), child


def _places(entry: ET.Element, place: str) -> dict[ET.Element, str]:
    found, numbers = {entry: place}, dict[tuple[str, str], int]()
    for parent in (entry, *entry.findall(f"{{{ATOM}}}author")):
        for child in parent:
            key = (found[parent], child.tag)
            numbers[key] = numbers.get(key, 0) + 1
            found[child] = _step(found[parent], child, numbers[key])
    return found


def _step(base: str, element: ET.Element, number: int) -> str:
    space, _brace, name = element.tag.removeprefix("{").rpartition("}")
    prefix = f"{_PREFIXES[space]}:" if space in _PREFIXES else ""
    named = f"{prefix}{name}" if prefix or not space else f"*[local-name()='{name}']"
    return f"{base}/{named}[{number}]"


def _pointer(place: str) -> str:
    """An XPointer with the name spaces that its path needs."""
    used = (f"xmlns({prefix}={space})" for space, prefix in _PREFIXES.items() if f"/{prefix}:" in place)
    return f"#{''.join(used)}xpointer({place})"


def _entry(capture: Capture, places: Mapping[ET.Element, str], entry: ET.Element) -> Document:
    pieces = []
    for name, tags in (("headline", _TITLES), ("author", _AUTHORS), ("text", _TEXTS)):
        element = next((found for tag in tags if (found := entry.find(tag)) is not None and _text(found)), None)
        if element is not None:
            pieces.append(Said(name, _pointer(places[element]), _text(element)))
    return message(
        capture,
        "feed",
        pieces,
        locator=_pointer(places[entry]),
        item=absolute(capture.served, _link(entry)) if _link(entry) else capture.served,
        published=_published(entry),
    )


def _link(entry: ET.Element) -> str:
    """The address that an entry names: its page, else what identifies it."""
    links = entry.iter(f"{{{ATOM}}}link")
    atom = [each.get("href", "") for each in links if each.get("rel", "alternate") == "alternate"]
    told = [entry.findtext(tag) or "" for tag in ("link", f"{{{RSS1}}}link", "guid", f"{{{ATOM}}}id")]
    return next((each.strip() for each in (*told[:2], *atom, *told[2:]) if each.strip()), "")


def _text(element: ET.Element) -> str:
    """Readable text: HTML is rendered as a page's would be, plain text and XHTML are taken as they stand."""
    whole = "".join(element.itertext()).strip()
    plain = element.tag.startswith(f"{{{ATOM}}}") and element.get("type", "text") != "html"
    plain = plain or not re.search(r"[<&]", whole)
    return whole if plain else Page(whole).text


def _published(entry: ET.Element) -> datetime | None:
    for tag in _DATES:
        said = (entry.findtext(tag) or "").strip()
        found = _instant(said) or mail_date(said)
        if found is not None:
            return found
    return None


def _instant(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _whole(capture: Capture, root: ET.Element) -> tuple[Document, ...]:
    lines = (" ".join(each.split()) for each in root.itertext())
    text = "\n".join(line for line in lines if line)
    return (Document(capture.id, "feed", text, "#xpointer(/*)", language=guess(text)),) if text else ()


TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
readers.add(__name__, Reader(TYPES, (".rss", ".atom", ".xml"), read, marks=(b"<",)))
