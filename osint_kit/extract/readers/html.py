"""HTML: one document per item that the page names, one for the rest; parts located by CSS selector."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from selectolax.lexbor import LexborNode

from osint_kit.errors import Unparseable
from osint_kit.extract.decoding import decode, exhibit_of
from osint_kit.extract.readers import Reader, readers
from osint_kit.knowledge.text import Page, absolute, guess
from osint_kit.knowledge.text.page import Rendered, render
from osint_kit.messages import _
from osint_kit.model import Capture, Document, Part

_ITEMS = "[itemscope][itemid], article[id], [data-post]"
_NAMES = ("itemid", "data-post", "id")
_TEXTS = ("text", "articleBody", "description")
_TEXT_CSS = ", ".join(f'[itemprop~="{name}"]' for name in _TEXTS)

_DEEPEST = 20_000
"""Elements within each other; the parser's time grows with the square of their number."""

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^>]*?(/?)>")
_FLAT_NAMES = (
    "area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option"
)
_FLAT = frozenset(_FLAT_NAMES.split())
"""Elements without content, and those that often stand without their end: depth is not counted in them."""


def read(capture: Capture) -> tuple[Document, ...]:
    """Read the items, outermost first, then the rest of the page; scripts and styles are never read.

    Raises:
        Unparseable: no text, or nested too deep.
    """
    text = decode(capture)
    if _too_deep(text):
        most = _("at most {limit} elements within each other").format(limit=_DEEPEST)
        raise Unparseable.expected(most, found=_("more"), where=capture.served)
    page = Page(text, capture.served)
    if page.root is None:
        return ()
    items = _items(page)
    shown = {node.mem_id for node in items}
    locators = _Locators(page)
    documents = [_item(capture, locators, node, shown) for node in items]
    documents.append(_rest(capture, page, shown))
    return tuple(document for document in documents if document.text)


def _too_deep(text: str) -> bool:
    depth = 0
    if text.count("<") > _DEEPEST:
        for close, name, empty in _TAG.findall(text):
            if not empty and name.lower() not in _FLAT:
                depth = max(0, depth - 1) if close else depth + 1
                if depth > _DEEPEST:
                    return True
    return False


def _items(page: Page) -> list[LexborNode]:
    """Elements that name themselves and hold a text of their own."""
    candidates = {node.mem_id: node for node in page.tree.css(_ITEMS)}
    owners = {key: key for key in candidates}
    holding = {owner for text in page.tree.css(_TEXT_CSS) if (owner := _owner(text, owners))}
    generic = {key for key, node in candidates.items() if "itemid" not in node.attributes}
    framing = _around(candidates[key] for key in holding | generic)
    return [node for key, node in candidates.items() if key in holding or key in generic - framing]


def _owner(node: LexborNode, owners: dict[int, int]) -> int:
    """Key of the nearest candidate around a node, itself included; 0 when there is none. `owners` learns the way."""
    step: LexborNode | None = node
    way = []
    while step is not None and step.mem_id not in owners:
        way.append(step.mem_id)
        step = step.parent
    owner = owners[step.mem_id] if step is not None else 0
    owners.update(dict.fromkeys(way, owner))
    return owner


def _around(nodes: Iterable[LexborNode]) -> set[int]:
    """Keys of all elements around any of the nodes, each visited once."""
    found: set[int] = set()
    for node in nodes:
        step = node.parent
        while step is not None and step.mem_id not in found:
            found.add(step.mem_id)
            step = step.parent
    return found


class _Locators:
    """CSS selectors of the elements of one page: names and places are counted once."""

    def __init__(self, page: Page) -> None:
        named = ((node, name) for name in _NAMES for node in page.tree.css(f"[{name}]"))
        self._count = Counter((node.tag, name, node.attributes[name]) for node, name in named)
        self._places: dict[int, int] = {}
        self._root = page.tree.root

    def of(self, node: LexborNode) -> str:
        """By the name that only this element bears, else by its way down from the root."""
        for name in _NAMES:
            value = node.attributes.get(name)
            if value and self._count[node.tag, name, value] == 1:
                return f"{node.tag}[{name}={_quoted(value)}]"
        assert self._root is not None
        return self.path(node, self._root, "html")

    def path(self, element: LexborNode, top: LexborNode, locator: str) -> str:
        """Steps from a located element down to another: by kind and place among its siblings."""
        steps: list[str] = []
        step: LexborNode | None = element
        while step is not None and step.mem_id != top.mem_id:
            steps.append(f"{step.tag}:nth-of-type({self._place(step)})")
            step = step.parent
        return " > ".join([locator, *reversed(steps)])

    def _place(self, node: LexborNode) -> int:
        if node.mem_id not in self._places:
            seen: Counter[str | None] = Counter()
            sibling = node.parent.first_child if node.parent else node
            while sibling is not None:
                seen[sibling.tag] += 1
                self._places[sibling.mem_id] = seen[sibling.tag]
                sibling = sibling.next
        return self._places[node.mem_id]


def _item(capture: Capture, locators: _Locators, node: LexborNode, shown: set[int]) -> Document:
    rendered = render(node, skip=lambda each: each.mem_id in shown)
    locator = locators.of(node)
    parts = _parts(rendered, node, locator, locators)
    text_part = next((part for part in parts if part.name == "text"), None)
    item_text = rendered.text[text_part.start : text_part.end] if text_part else rendered.text
    return Document(
        exhibit=exhibit_of(capture),
        reader="html",
        text=rendered.text,
        locator=locator,
        parts=parts,
        item=_address(capture, node),
        author=_said(node, "author"),
        published=_published(node),
        language=_language(node) or guess(item_text),
    )


def _rest(capture: Capture, page: Page, shown: set[int]) -> Document:
    assert page.root is not None
    rendered = render(page.root, skip=lambda each: each.mem_id in shown)
    language = page.metadata.get("lang", "").partition("-")[0]
    return Document(
        capture.id, "html", rendered.text, page.root.tag or "body", language=language or guess(rendered.text)
    )


def _parts(rendered: Rendered, item: LexborNode, locator: str, locators: _Locators) -> tuple[Part, ...]:
    named = [(element, start, end) for element, start, end in rendered.spans if element.attributes.get("itemprop")]
    counted = Counter(str(element.attributes["itemprop"]) for element in item.css("[itemprop]"))
    parts: list[Part] = []
    for element, start, end in named:
        name = str(element.attributes["itemprop"])
        unique = counted[name] == 1 and element.mem_id != item.mem_id
        where = f"{locator} [itemprop={_quoted(name)}]" if unique else locators.path(element, item, locator)
        parts.append(Part("text" if name in _TEXTS else name, where, start, end))
    if not any(part.name == "text" for part in parts) and rendered.text:
        parts.append(Part("text", locator, 0, len(rendered.text)))
    return tuple(parts)


def _address(capture: Capture, node: LexborNode) -> str:
    attributes = node.attributes
    if attributes.get("itemid"):
        return absolute(capture.served, attributes["itemid"] or "")
    if attributes.get("data-post"):
        return absolute(capture.served, "/" + (attributes["data-post"] or "").lstrip("/"))
    return absolute(capture.served, f"#{attributes.get('id')}")


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ") + '"'


def _said(node: LexborNode, name: str) -> str:
    found = node.css_first(f'[itemprop~="{name}"]')
    if found is None:
        return ""
    return (found.attributes.get("content") or found.text()).strip()


def _published(node: LexborNode) -> datetime | None:
    found = node.css_first('[itemprop~="datePublished"]') or node.css_first("time[datetime]")
    if found is None:
        return None
    said = found.attributes.get("datetime") or found.attributes.get("content") or found.text().strip()
    try:
        parsed = datetime.fromisoformat(said)
    except ValueError:
        return None
    return parsed if parsed.tzinfo else None


def _language(node: LexborNode) -> str:
    step: LexborNode | None = node
    while step is not None:
        if step.attributes and step.attributes.get("lang"):
            return (step.attributes["lang"] or "").partition("-")[0].lower()
        step = step.parent
    return ""


readers.add(__name__, Reader(("text/html", "application/xhtml+xml"), (".html", ".htm"), read, marks=(b"<",)))
