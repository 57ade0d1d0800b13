"""HTML: one document per item that the page names, one for the rest; parts located by CSS selector."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from osint_kit.extract.decoding import decode
from osint_kit.extract.readers import Reader, readers
from osint_kit.knowledge.text import Page, guess
from osint_kit.knowledge.text.page import Rendered, render
from osint_kit.model import Capture, Document, Part

_ITEMS = "[itemscope][itemid], article[id], [data-post]"
_TEXTS = ("text", "articleBody", "description")
_TEXT_CSS = ", ".join(f'[itemprop~="{name}"]' for name in _TEXTS)


def read(capture: Capture) -> tuple[Document, ...]:
    """Read the items, outermost first, then the rest of the page; scripts and styles are never read."""
    page = Page(decode(capture), capture.served)
    if page.root is None:
        return ()
    items = _items(page)
    shown = {node.mem_id for node in items}
    documents = [_item(capture, page, node, shown) for node in items]
    documents.append(_rest(capture, page, shown))
    return tuple(document for document in documents if document.text)


def _items(page: Page) -> list[LexborNode]:
    """Elements that name themselves and hold a text of their own."""
    candidates = {node.mem_id: node for node in page.tree.css(_ITEMS)}
    holding = {owner for text in page.tree.css(_TEXT_CSS) if (owner := _owner(text, candidates))}
    generic = {key for key, node in candidates.items() if "itemid" not in node.attributes}
    bare = {key for key in generic if not any(_inside(candidates[each], key) for each in holding | generic - {key})}
    return [node for key, node in candidates.items() if key in holding | bare]


def _owner(node: LexborNode, candidates: dict[int, LexborNode]) -> int:
    """Key of the nearest candidate around a node, itself included; 0 when there is none."""
    step: LexborNode | None = node
    while step is not None:
        if step.mem_id in candidates:
            return step.mem_id
        step = step.parent
    return 0


def _inside(node: LexborNode, key: int) -> bool:
    step: LexborNode | None = node
    while step is not None:
        if step.mem_id == key:
            return True
        step = step.parent
    return False


def _item(capture: Capture, page: Page, node: LexborNode, shown: set[int]) -> Document:
    rendered = render(node, skip=lambda each: each.mem_id in shown)
    locator = _locator(page, node)
    parts = _parts(rendered, node, locator)
    text_part = next((part for part in parts if part.name == "text"), None)
    item_text = rendered.text[text_part.start : text_part.end] if text_part else rendered.text
    return Document(
        exhibit=capture.id,
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


def _parts(rendered: Rendered, item: LexborNode, locator: str) -> tuple[Part, ...]:
    named = [(element, start, end) for element, start, end in rendered.spans if element.attributes.get("itemprop")]
    counted = Counter(str(element.attributes["itemprop"]) for element in item.css("[itemprop]"))
    parts: list[Part] = []
    for element, start, end in named:
        name = str(element.attributes["itemprop"])
        unique = counted[name] == 1 and element != item
        where = f"{locator} [itemprop={_quoted(name)}]" if unique else _path(element, item, locator)
        parts.append(Part("text" if name in _TEXTS else name, where, start, end))
    if not any(part.name == "text" for part in parts) and rendered.text:
        parts.append(Part("text", locator, 0, len(rendered.text)))
    return tuple(parts)


def _address(capture: Capture, node: LexborNode) -> str:
    attributes = node.attributes
    if attributes.get("itemid"):
        return urljoin(capture.served, attributes["itemid"] or "")
    if attributes.get("data-post"):
        return urljoin(capture.served, "/" + (attributes["data-post"] or "").lstrip("/"))
    return urljoin(capture.served, f"#{attributes.get('id')}")


def _locator(page: Page, node: LexborNode) -> str:
    for name in ("itemid", "data-post", "id"):
        value = node.attributes.get(name)
        css = f"{node.tag}[{name}={_quoted(value or '')}]"
        if value and len(page.tree.css(css)) == 1:
            return css
    root = page.tree.root
    assert root is not None
    return _path(node, root, "html")


def _path(element: LexborNode, top: LexborNode, locator: str) -> str:
    """Steps from a located element down to another: by kind and place among its siblings."""
    steps: list[str] = []
    step: LexborNode | None = element
    while step is not None and step != top:
        place = 1
        sibling = step.prev
        while sibling is not None:
            place += sibling.tag == step.tag
            sibling = sibling.prev
        steps.append(f"{step.tag}:nth-of-type({place})")
        step = step.parent
    return " > ".join([locator, *reversed(steps)])


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


readers.add(__name__, Reader(("text/html", "application/xhtml+xml"), (".html", ".htm"), read))
