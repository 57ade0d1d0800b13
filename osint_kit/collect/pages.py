"""Reads pages of results by protocol: items in schema.org microdata, `rel=next`, links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from osint_kit.errors import UnexpectedLayout
from osint_kit.messages import _
from osint_kit.model import Capture, Fetch, Hit, Outcome, Task

EXCERPT_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Shown:
    """One item as a page shows it: the address it names, and its text."""

    url: str
    text: str


def targets(task: Task, fetch: Fetch) -> Iterator[Capture]:
    """Fetch every address the task names, in its order."""
    return (fetch(url) for url in task.targets)


def walk(first: str, task: Task, fetch: Fetch) -> Iterator[Shown]:
    """Yield the items of a listing, page after page along `rel=next`, up to the task's page limit.

    Raises:
        UnexpectedLayout: a page cannot be read as a listing.
    """
    url, seen = first, set[str]()
    while url and url not in seen and len(seen) < task.page_limit:
        seen.add(url)
        capture = fetch(url)
        page = parse(capture)
        yield from items(page, capture.served)
        url = following(page, capture.served)


def hits(task: Task, term: str, shown: Iterator[Shown]) -> Iterator[Hit]:
    """Turn items found for a term into hits of the task's source."""
    return (Hit(task.source, term, each.url, each.text[:EXCERPT_LIMIT]) for each in shown)


def parse(capture: Capture) -> LexborHTMLParser:
    """Parse a page of HTML that was captured whole.

    Raises:
        UnexpectedLayout: the site gave no page, or something else.
    """
    if capture.outcome is not Outcome.CAPTURED:
        found = _("{outcome}, status {status} {note}").format(
            outcome=capture.outcome.value, status=capture.status, note=capture.note
        )
        raise UnexpectedLayout.expected(_("a page"), found=found.strip(), where=capture.asked)
    if capture.media_type not in ("text/html", "application/xhtml+xml"):
        raise UnexpectedLayout.expected(_("HTML"), found=capture.media_type or _("no type"), where=capture.asked)
    return LexborHTMLParser(capture.body.decode("utf-8", "replace"))


def items(page: LexborHTMLParser, where: str) -> Iterator[Shown]:
    """Yield every item of a page: an element with `itemid` that holds one `itemprop=text`.

    Raises:
        UnexpectedLayout: an item without its text, or with several, or a page that is no listing at all.
    """
    nodes = page.css("[itemscope][itemid]")
    if not nodes and page.css_first("main, form[role=search], [role=main]") is None:
        raise UnexpectedLayout.expected(_("items or an empty listing"), found=_("neither"), where=where)
    for node in nodes:
        texts = node.css('[itemprop="text"]')
        named = node.attributes.get("itemid") or ""
        if len(texts) != 1 or not named:
            found = _("{count} at item {named}").format(count=len(texts), named=named or "?")
            raise UnexpectedLayout.expected(_("one element with itemprop=text"), found=found, where=where)
        yield Shown(joined(where, named), text(texts[0]))


def following(page: LexborHTMLParser, where: str) -> str:
    """Address of the next page, on the same host; empty at the end."""
    node = page.css_first('link[rel~="next"][href], a[rel~="next"][href]')
    url = joined(where, node.attributes.get("href") or "") if node else ""
    return url if urlsplit(url).netloc == urlsplit(where).netloc else ""


def links(page: LexborHTMLParser, where: str) -> Iterator[tuple[str, str]]:
    """Yield address and wording of every link in the main part of a page that stays on its host."""
    for node in page.css("main li a[href], [role=main] li a[href]"):
        url = joined(where, node.attributes.get("href") or "").partition("#")[0]
        if urlsplit(url).netloc == urlsplit(where).netloc:
            beside = node.parent.text() if node.parent else node.text()
            yield url, " ".join(beside.split())


def joined(where: str, written: str) -> str:
    """Absolute address of a link."""
    try:
        return urljoin(where, written)
    except ValueError:
        raise UnexpectedLayout.expected(_("an address"), found=written, where=where) from None


def text(node: LexborNode) -> str:
    """Text of an element, a new line for every `<br>`."""
    return "".join("\n" if each.tag == "br" else each.text_content or "" for each in _leaves(node)).strip()


def _leaves(node: LexborNode) -> Iterator[LexborNode]:
    for child in node.iter(include_text=True):
        if child.tag in ("-text", "br"):
            yield child
        else:
            yield from _leaves(child)
