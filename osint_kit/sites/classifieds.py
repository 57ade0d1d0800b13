"""Classified adverts: categories, search, paging, one page an advert with JSON-LD, robots.txt, sitemap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import httpx

from osint_kit.bundle import World
from osint_kit.sites import site
from osint_kit.sites.templates.answer import (
    Visit,
    answer,
    crawled,
    listing,
    missing,
    one,
    paged,
    relative,
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

TYPE = "https://schema.org/CreativeWork"


@site
def classifieds(world: World, request: httpx.Request, now: datetime) -> httpx.Response:
    """Answer as a site of classified adverts."""
    return answer(ROUTES, world, request, now)


def _home(visit: Visit) -> httpx.Response:
    rows = _shown(visit)
    names = sorted({cell(row, "category") for row in rows})
    counts = {name: sum(cell(row, "category") == name for row in rows) for name in names}
    links = [Link(href(f"/category/{name}"), name, f"({count})") for name, count in counts.items()]
    latest, _more = page_of(rows, 1)
    return listing(visit, title=cell(visit.site, "title"), search="/search", links=links, items=_items(visit, latest))


def _search(visit: Visit) -> httpx.Response:
    return paged(visit, "/search", found(_shown(visit), visit.term), _items, title="Search", query=visit.term)


def _category(visit: Visit, name: str) -> httpx.Response:
    rows = [row for row in _shown(visit) if cell(row, "category") == name]
    return paged(visit, f"/category/{name}", rows, _items, title=name) if rows else missing(visit)


def _advert(visit: Visit, path: str) -> httpx.Response:
    return one(visit, "ads", path, _page)


def _page(visit: Visit, row: Row) -> httpx.Response:
    (item,) = _items(visit, [row])
    return listing(visit, title=cell(row, "category"), items=[item], data=_data(item, cell(row, "text")))


def _shown(visit: Visit) -> tuple[Row, ...]:
    return standing(visit, "ads")


def _items(visit: Visit, rows: Iterable[Row]) -> tuple[Item, ...]:
    return tuple(_item(visit, row) for row in rows)


def _item(visit: Visit, row: Row) -> Item:
    return Item.of(
        row,
        visit.url(cell(row, "path")),
        TYPE,
        author=cell(row, "author"),
        author_href=relative("/search", q=cell(row, "author")),
        place=cell(row, "place"),
    )


def _data(item: Item, text: str) -> dict[str, object]:
    """The advert as JSON-LD."""
    return {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": item.url,
        "text": text,
        "author": {"@type": "Person", "alternateName": item.author},
        "datePublished": item.published,
        "inLanguage": item.language,
    }


ROUTES = (
    ("/", _home),
    ("/search", _search),
    ("/category/(.+)", _category),
    *crawled("ads"),
    ("(/.+)", _advert),
)
