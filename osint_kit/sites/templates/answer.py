"""Answers of a site: routes, statuses, robots.txt, and the watermark on every page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TypeAlias
from urllib.parse import urlencode

import httpx

from osint_kit.bundle import World
from osint_kit.sites.templates import render
from osint_kit.sites.templates.items import Item, Row, begun, cell, gone, href, newest_first, page_of, shown

HTML = "text/html; charset=utf-8"
JSON = "application/json; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
XML = "application/xml; charset=utf-8"
_PAGE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Visit:
    """One request, as the pages see it. `site` is the row of the site that was asked."""

    world: World
    site: Row
    path: str
    query: Mapping[str, str]
    now: datetime
    request: httpx.Request

    @property
    def host(self) -> str:
        """Host name of the site."""
        return cell(self.site, "host")

    @property
    def term(self) -> str:
        """What was searched for."""
        return self.query.get("q", "").strip()

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table that belong to this site."""
        return self.world.rows_of(table, self.host)

    def url(self, path: str, **query: str) -> str:
        """Absolute address on this site."""
        return f"https://{self.host}{relative(path, **query)}"

    def number(self, name: str, default: int) -> int | None:
        """A positive number in the query, the default when it is not there, None when it is no such number."""
        asked = self.query.get(name)
        if asked is None:
            return default
        good = asked.isascii() and asked.isdigit() and len(asked) <= _PAGE_DIGITS and int(asked) > 0
        return int(asked) if good else None


Route: TypeAlias = tuple[str, Callable[..., httpx.Response]]
"""A pattern for the whole path, and what answers it: the visit, then the pattern's groups."""


def answer(routes: tuple[Route, ...], world: World, request: httpx.Request, now: datetime) -> httpx.Response:
    """Answer one request by the first route that fits."""
    site = next(row for row in world.rows("sites") if row["host"] == request.url.host)
    visit = Visit(world, site, request.url.path, dict(reversed(request.url.params.multi_items())), now, request)
    if request.method not in ("GET", "HEAD"):
        return notice(visit, 405, "This site is only read.", allow="GET, HEAD")
    given = _dispatch(routes, visit)
    if request.method == "HEAD":
        return httpx.Response(given.status_code, headers=given.headers)
    return given


def respond(visit: Visit, body: str | bytes, media_type: str, status: int = 200, **headers: str) -> httpx.Response:
    """One answer, dated by the site's clock."""
    content = body.encode() if isinstance(body, str) else body
    dated = format_datetime(visit.now.astimezone(UTC), usegmt=True)
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, headers={"date": dated, "content-type": media_type, **more}, content=content)


def listing(visit: Visit, *, title: str, **values: object) -> httpx.Response:
    """A page of items, of links, or of both."""
    blank: dict[str, object] = {
        "items": (),
        "links": (),
        "next": "",
        "search": "",
        "query": "",
        "about": "",
        "data": None,
        "head": (),
        "meta": (),
    }
    text = render("listing.html", site=visit.site, watermark=visit.world.watermark, title=title, **(blank | values))
    return respond(visit, text, HTML)


def paged(
    visit: Visit, path: str, rows: Iterable[Row], items: Callable[[Visit, Iterable[Row]], Iterable[Item]], **values: str
) -> httpx.Response:
    """The page of a listing that the query asks for; 404 where there is no such page."""
    number = visit.number("page", 1)
    page, more = page_of(tuple(rows), number or 1)
    if number is None or (number > 1 and not page):
        return missing(visit)
    following = relative(path, q=values.get("query", ""), page=str(number + 1)) if more else ""
    return listing(visit, search="/search", items=items(visit, page), next=following, **values)


def one(visit: Visit, table: str, path: str, page: Callable[[Visit, Row], httpx.Response]) -> httpx.Response:
    """The page of the item at a path: 404 before it is published, 410 after it has been removed."""
    row = next((row for row in visit.rows(table) if row["path"] == path and begun(row, visit.now)), None)
    if row is None:
        return missing(visit)
    return removed(visit) if gone(row, visit.now) else page(visit, row)


def record(
    visit: Visit,
    value: Mapping[str, object] | Iterable[Mapping[str, object]],
    status: int = 200,
    media_type: str = JSON,
    **headers: str,
) -> httpx.Response:
    """One JSON answer, an object or a list of objects; each object carries the watermark too."""
    mark = {"watermark": visit.world.watermark}
    marked: object = {**value, **mark} if isinstance(value, Mapping) else [{**each, **mark} for each in value]
    return respond(visit, json.dumps(marked, ensure_ascii=False, indent=1), media_type, status, **headers)


def notice(visit: Visit, status: int, text: str, **headers: str) -> httpx.Response:
    """A page that only says something."""
    values = {"site": visit.site, "watermark": visit.world.watermark, "title": str(status), "text": text}
    return respond(visit, render("notice.html", **values), HTML, status, **headers)


def missing(visit: Visit) -> httpx.Response:
    """404: nothing is here, or not yet."""
    return notice(visit, 404, "There is no such page.")


def removed(visit: Visit) -> httpx.Response:
    """410: something was here."""
    return notice(visit, 410, "This page has been removed.")


def moved(visit: Visit, path: str, status: int = 301) -> httpx.Response:
    """A redirect on the same site."""
    return notice(visit, status, "This page is elsewhere.", location=visit.url(path))


def relative(path: str, **query: str) -> str:
    """A path with its query, as it stands in a link."""
    asked = {name: value for name, value in query.items() if value}
    return href(path) + (f"?{urlencode(asked)}" if asked else "")


def standing(visit: Visit, table: str) -> tuple[Row, ...]:
    """What of a table stands on the site now, latest first."""
    return newest_first(row for row in visit.rows(table) if shown(row, visit.now))


def crawled(table: str) -> tuple[Route, Route]:
    """The routes of a robots.txt that names a sitemap, and of the sitemap over a table."""
    return (
        ("/robots.txt", lambda visit: robots(visit, f"Sitemap: {visit.url('/sitemap.xml')}")),
        ("/sitemap.xml", lambda visit: sitemap(visit, standing(visit, table))),
    )


def robots(visit: Visit, *more: str) -> httpx.Response:
    """The site's robots.txt, from its list of disallowed prefixes."""
    disallowed = visit.site.get("disallow")
    prefixes = [str(each) for each in disallowed] if isinstance(disallowed, list | tuple) else []
    rules = [f"Disallow: {prefix}" for prefix in prefixes] or ["Disallow:"]
    mark = " ".join(visit.world.watermark.split())
    return respond(visit, "\n".join([f"# {mark}", "User-agent: *", *rules, *more, ""]), TEXT)


def sitemap(visit: Visit, rows: Iterable[Row]) -> httpx.Response:
    """The site's sitemap.xml: every item but those that robots.txt keeps out."""
    listed = visit.site.get("disallow")
    barred = tuple(str(each) for each in listed) if isinstance(listed, list | tuple) else ()
    kept = (row for row in rows if not cell(row, "path").startswith(barred))
    entries = [(visit.url(cell(row, "path")), cell(row, "published")) for row in kept]
    return respond(visit, render("sitemap.xml", watermark=visit.world.watermark, entries=entries), XML)


def _dispatch(routes: tuple[Route, ...], visit: Visit) -> httpx.Response:
    for pattern, page in routes:
        if match := re.fullmatch(pattern, visit.path):
            return page(visit, *match.groups())
    return missing(visit)
