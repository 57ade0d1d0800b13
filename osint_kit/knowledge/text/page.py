"""A parsed HTML page: parsed once, rendered to readable text with the places of its elements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_BLOCK_NAMES = (
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody td tfoot th "
    "thead tr ul"
)
_SILENT_NAMES = "script style noscript template head title meta link svg iframe object textarea select"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset(_SILENT_NAMES.split())
_WHITE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Rendered:
    """Readable text of a subtree, and the spans of those elements that show any of it."""

    text: str
    spans: tuple[tuple[LexborNode, int, int], ...]


@dataclass
class _Writer:
    """Collects text as a browser shows it: white space collapsed, a line per block."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    pending: str = ""
    waiting: list[int] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)

    def write(self, text: str) -> None:
        for index, piece in enumerate(_WHITE.split(text)):
            if index:
                self.gap(" ")
            if piece:
                self._put(piece)

    def gap(self, white: str) -> None:
        if self.length and self.pending != "\n":
            self.pending = white

    def _put(self, piece: str) -> None:
        if self.pending:
            self.pieces.append(self.pending)
            self.length += 1
            self.pending = ""
        for key in self.waiting:
            self.starts[key] = self.length
        self.waiting.clear()
        self.pieces.append(piece)
        self.length += len(piece)


def render(node: LexborNode, *, skip: Callable[[LexborNode], bool] = lambda _node: False) -> Rendered:
    """Render a subtree; `skip` leaves out whole elements. Script, style and the head are never shown."""
    writer = _Writer()
    spans: list[tuple[LexborNode, int, int]] = []
    for key, element, opening in _walk(node, skip):
        tag = element.tag or ""
        if tag == "-text":
            writer.write(element.text_content or "")
            continue
        if tag == "br" or tag in _BLOCKS:
            writer.gap("\n")
        if opening:
            writer.waiting.append(key)
        elif key in writer.starts:
            spans.append((element, writer.starts[key], writer.length))
        else:
            writer.waiting.remove(key)
    return Rendered("".join(writer.pieces), tuple(spans))


def _walk(root: LexborNode, skip: Callable[[LexborNode], bool]) -> Iterator[tuple[int, LexborNode, bool]]:
    """Depth first without recursion: each element twice (opening, closing), each text once."""
    stack: list[tuple[int, LexborNode, bool]] = [(0, root, True)]
    count = 0
    while stack:
        key, node, opening = stack.pop()
        yield key, node, opening
        if not opening or node.tag == "-text":
            continue
        stack.append((key, node, False))
        children = [each for each in _children(node) if each.tag not in _SILENT and not skip(each)]
        for child in reversed(children):
            count += 1
            stack.append((count, child, True))


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        if child.tag == "-text" or not (child.tag or "-").startswith(("-", "!")):
            yield child
        child = child.next


def absolute(base: str, written: str) -> str:
    """Absolute address of what a page writes; empty if it is none.

    >>> absolute("https://a.example/b/", "c"), absolute("https://a.example/", "http://[bad")
    ('https://a.example/b/c', '')
    """
    try:
        return urljoin(base, written)
    except ValueError:
        return ""


class Page:
    r"""An HTML page.

    >>> page = Page(b"<title>T</title><p>one<br>two <a href='/x'>link</a>", "https://a.example/")
    >>> page.title, page.text, page.links
    ('T', 'one\ntwo link', ('https://a.example/x',))
    """

    def __init__(self, body: bytes | str, url: str = "") -> None:
        self.url = url
        self.body = body
        self.tree = LexborHTMLParser(body)

    @property
    def root(self) -> LexborNode | None:
        """The body element; None for a page without any."""
        return self.tree.body or self.tree.root

    @cached_property
    def title(self) -> str:
        """The page's title, white space collapsed."""
        node = self.tree.css_first("title")
        return _WHITE.sub(" ", node.text()).strip() if node else ""

    @cached_property
    def text(self) -> str:
        """The readable text of the whole page."""
        return render(self.root).text if self.root else ""

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Absolute addresses of all links, in order, once each."""
        found = (node.attributes.get("href") for node in self.tree.css("a[href]"))
        joined = (absolute(self.url, href) for href in found if href)
        return tuple(dict.fromkeys(address for address in joined if address))

    @cached_property
    def metadata(self) -> dict[str, str]:
        """What `<meta>` says, by name or property; the language of the page under `lang`."""
        found: dict[str, str] = {}
        for node in self.tree.css("meta[content]"):
            name = node.attributes.get("name") or node.attributes.get("property")
            if name:
                found.setdefault(name, node.attributes.get("content") or "")
        html = self.tree.css_first("html")
        if html and html.attributes.get("lang"):
            found["lang"] = html.attributes["lang"] or ""
        return found

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The same page for recipes that want Beautiful Soup's interface; parsed on demand."""
        from bs4 import BeautifulSoup  # noqa: PLC0415 - slow to import, seldom asked for

        return BeautifulSoup(self.body, "html.parser")
