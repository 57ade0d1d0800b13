"""A newspaper or an official gazette: RSS, Atom, sitemap, OpenSearch, sections, and one page an article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime

import httpx

from osint_kit.bundle import World
from osint_kit.sites import site
from osint_kit.sites.templates import render
from osint_kit.sites.templates.answer import (
    Visit,
    answer,
    crawled,
    listing,
    missing,
    one,
    paged,
    relative,
    respond,
    standing,
)
from osint_kit.sites.templates.items import (
    Item,
    Link,
    Row,
    cell,
    found,
    href,
    page_of,
)

TYPE = "https://schema.org/NewsArticle"
RSS = "application/rss+xml"
ATOM = "application/atom+xml"
SEARCH = "application/opensearchdescription+xml"
HEAD = (("alternate", RSS, "/rss.xml"), ("alternate", ATOM, "/atom.xml"), ("search", SEARCH, "/opensearch.xml"))


@site
def news(world: World, request: httpx.Request, now: datetime) -> httpx.Response:
    """Answer as a site of news or of official notices."""
    return answer(ROUTES, world, request, now)


def _home(visit: Visit) -> httpx.Response:
    rows = _shown(visit)
    sections = sorted({cell(row, "section") for row in rows})
    links = [Link(href(f"/section/{name}"), name) for name in sections]
    latest = _items(visit, page_of(rows, 1)[0])
    title = cell(visit.site, "title")
    return listing(visit, title=title, search="/search", links=links, items=latest, head=HEAD)


def _search(visit: Visit) -> httpx.Response:
    return paged(visit, "/search", _found(visit), _items, title="Search", query=visit.term)


def _found(visit: Visit) -> tuple[Row, ...]:
    """Articles whose text, headline or author answers the query."""
    rows = _shown(visit)
    titled = [{**row, "text": f"{cell(row, 'title')}\n{cell(row, 'text')}"} for row in rows]
    paths = {cell(row, "path") for row in found(titled, visit.term)}
    return tuple(row for row in rows if cell(row, "path") in paths)


def _section(visit: Visit, name: str) -> httpx.Response:
    rows = [row for row in _shown(visit) if cell(row, "section") == name]
    return paged(visit, f"/section/{name}", rows, _items, title=name) if rows else missing(visit)


def _article(visit: Visit, path: str) -> httpx.Response:
    return one(visit, "articles", path, _page)


def _page(visit: Visit, row: Row) -> httpx.Response:
    items = _items(visit, [row])
    return listing(
        visit, title=cell(row, "title"), items=items, head=HEAD, meta=_meta(visit, row), data=_data(row, visit)
    )


def _feed(visit: Visit, name: str) -> httpx.Response:
    number = visit.number("page", 1)
    rows, more = page_of(_shown(visit), number or 1)
    if number is None or (number > 1 and not rows):
        return missing(visit)
    path = f"/{name}.xml"
    text = render(
        f"{name}.xml",
        site=visit.site,
        watermark=visit.world.watermark,
        home=visit.url("/"),
        here=visit.url(path, page=str(number) if number > 1 else ""),
        next=visit.url(path, page=str(number + 1)) if more else "",
        updated=cell(rows[0], "published") if rows else visit.now.isoformat(),
        entries=[_entry(visit, row) for row in rows],
    )
    return respond(visit, text, f"{RSS if name == 'rss' else ATOM}; charset=utf-8")


def _entry(visit: Visit, row: Row) -> dict[str, str]:
    names = ("title", "author", "language", "section", "text", "published")
    dated = datetime.fromisoformat(cell(row, "published"))
    return {"url": visit.url(cell(row, "path")), "mail_date": format_datetime(dated)} | {
        name: cell(row, name) for name in names
    }


def _description(visit: Visit) -> httpx.Response:
    text = render("opensearch.xml", site=visit.site, watermark=visit.world.watermark, home=visit.url("/"))
    return respond(visit, text, f"{SEARCH}; charset=utf-8")


def _shown(visit: Visit) -> tuple[Row, ...]:
    return standing(visit, "articles")


def _items(visit: Visit, rows: Iterable[Row]) -> tuple[Item, ...]:
    return tuple(_item(visit, row) for row in rows)


def _item(visit: Visit, row: Row) -> Item:
    return Item.of(
        row,
        visit.url(cell(row, "path")),
        TYPE,
        author=cell(row, "author"),
        author_href=relative("/search", q=cell(row, "author")),
        title=cell(row, "title"),
    )


def _meta(visit: Visit, row: Row) -> tuple[tuple[str, str], ...]:
    """The article in OpenGraph."""
    return (
        ("og:type", "article"),
        ("og:title", cell(row, "title")),
        ("og:url", visit.url(cell(row, "path"))),
        ("og:site_name", cell(visit.site, "title")),
        ("og:locale", cell(row, "language")),
        ("article:published_time", cell(row, "published")),
        ("article:section", cell(row, "section")),
        ("article:author", cell(row, "author")),
    )


def _data(row: Row, visit: Visit) -> dict[str, object]:
    """The article as JSON-LD."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": visit.url(cell(row, "path")),
        "headline": cell(row, "title"),
        "articleBody": cell(row, "text"),
        "articleSection": cell(row, "section"),
        "author": {"@type": "Person", "name": cell(row, "author")},
        "publisher": {"@type": "Organization", "name": cell(visit.site, "title")},
        "datePublished": cell(row, "published"),
        "inLanguage": cell(row, "language"),
    }


ROUTES = (
    ("/", _home),
    ("/search", _search),
    ("/section/(.+)", _section),
    ("/(rss|atom)[.]xml", _feed),
    ("/opensearch.xml", _description),
    *crawled("articles"),
    ("(/.+)", _article),
)
