"""News and official notices: the site's own search as OpenSearch describes it, its feeds and its sitemap."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote_plus
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser

from osint_kit.collect import answers, pages
from osint_kit.collect.pages import Shown
from osint_kit.collect.sources import collector, searcher
from osint_kit.errors import ItemError, UnexpectedLayout
from osint_kit.messages import _
from osint_kit.model import Capture, Fetch, Hit, Outcome, Task

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
FEEDS = ("application/rss+xml", "application/atom+xml")


@searcher
def search(task: Task, fetch: Fetch) -> Iterator[Hit]:
    """Ask the site's search for every term; without a term, list its feed and what else its sitemap names."""
    home = fetch(f"https://{task.source}/")
    page = pages.parse(home)
    for term in task.terms:
        if term:
            first = _address(page, home, fetch).replace("{searchTerms}", quote_plus(term))
            yield from pages.hits(task, term, pages.walk(first, task, fetch))
        else:
            yield from pages.hits(task, term, _listed(page, home, task, fetch))


@collector
def collect(task: Task, fetch: Fetch) -> Iterator[Capture]:
    """Fetch the articles that the task names."""
    yield from pages.targets(task, fetch)


def _address(page: LexborHTMLParser, home: Capture, fetch: Fetch) -> str:
    """Template of the site's search: what its OpenSearch description says, else `/search?q=`."""
    usual = pages.joined(home.served, "/search?q={searchTerms}")
    node = page.css_first('link[rel~="search"][type="application/opensearchdescription+xml"][href]')
    if node is None:
        return usual
    described = answers.xml_of(fetch(pages.joined(home.served, node.attributes["href"] or "")))
    templates = (each.get("template", "") for each in described.iter(f"{SEARCH}Url") if each.get("type") == "text/html")
    own = (each for each in templates if "{searchTerms}" in each and answers.same_host(each, home.served))
    return next(own, usual)


def _listed(page: LexborHTMLParser, home: Capture, task: Task, fetch: Fetch) -> Iterator[Shown]:
    seen = set[str]()
    for each in _of_feed(page, home, task, fetch):
        seen.add(each.url)
        yield each
    yield from (Shown(url, "") for url in _of_sitemap(home, fetch) if url not in seen)


def _of_feed(page: LexborHTMLParser, home: Capture, task: Task, fetch: Fetch) -> Iterator[Shown]:
    """Entries of the first feed that the home page names, page after page (RFC 5005)."""
    nodes = page.css('link[rel~="alternate"][type][href]')
    feeds = (each.attributes["href"] or "" for each in nodes if each.attributes["type"] in FEEDS)
    url, seen = pages.joined(home.served, next(feeds, "")), {home.served}
    while url and url not in seen and len(seen) <= task.page_limit:
        seen.add(url)
        capture = fetch(url)
        root = answers.xml_of(capture)
        yield from _entries(root, capture.served)
        following = next((each.get("href", "") for each in root.iter(f"{ATOM}link") if each.get("rel") == "next"), "")
        url = answers.same_host(pages.joined(capture.served, following), url) if following else ""


def _entries(root: ET.Element, where: str) -> Iterator[Shown]:
    for entry in (*root.iter("item"), *root.iter(f"{ATOM}entry")):
        links = (
            each.get("href", "") for each in entry.iter(f"{ATOM}link") if each.get("rel", "alternate") == "alternate"
        )
        address = (entry.findtext("link") or next(links, "")).strip()
        if not address:
            raise UnexpectedLayout.expected(_("a feed whose entries name their page"), found=_("none"), where=where)
        written = (entry.findtext(name) for name in (CONTENT, f"{ATOM}content", "description", f"{ATOM}summary"))
        yield Shown(pages.joined(where, address), answers.text_of(next(filter(None, written), "")))


def _of_sitemap(home: Capture, fetch: Fetch) -> Iterator[str]:
    """Pages that the site's sitemaps name, one level of indexes deep; a site without one names none."""
    waiting = [pages.joined(home.served, "/sitemap.xml")]
    for depth in range(2):
        captured = [capture for url in waiting if (capture := fetch(url)).outcome is Outcome.CAPTURED]
        waiting = []
        for capture in captured:
            try:
                root = answers.xml_of(capture)
            except ItemError:
                continue
            found = [(each.text or "").strip() for each in root.iter(f"{MAP}loc")]
            own = [url for url in found if answers.same_host(url, home.served)]
            if root.tag == f"{MAP}sitemapindex" and not depth:
                waiting += own
            elif root.tag == f"{MAP}urlset":
                yield from own
