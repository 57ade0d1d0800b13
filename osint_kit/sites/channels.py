"""Channels as a messenger previews them: a list, pages of posts that page back in time, search in a channel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import httpx

from osint_kit.bundle import World
from osint_kit.sites import site
from osint_kit.sites.templates.answer import Visit, answer, listing, missing, moved, one, relative, robots
from osint_kit.sites.templates.items import PAGE_SIZE, Item, Link, Row, cell, found, href, shown

TYPE = "https://schema.org/SocialMediaPosting"


@site
def channels(world: World, request: httpx.Request, now: datetime) -> httpx.Response:
    """Answer as a preview of public channels."""
    return answer(ROUTES, world, request, now)


def _home(visit: Visit) -> httpx.Response:
    rows = sorted(visit.rows("channels"), key=lambda row: cell(row, "channel"))
    links = [Link(href(f"/s/{row['channel']}"), cell(row, "title"), cell(row, "about")) for row in rows]
    return listing(visit, title=cell(visit.site, "title"), links=links)


def _preview(visit: Visit, name: str) -> httpx.Response:
    channel = _channel(visit, name)
    before = visit.number("before", 10**6)
    if channel is None or before is None:
        return missing(visit)
    posts = [row for row in visit.rows("posts") if row["channel"] == name and shown(row, visit.now)]
    rows = sorted((row for row in found(posts, visit.term) if _number(row) < before), key=_number)
    page = rows[-PAGE_SIZE:]
    older = relative(f"/s/{name}", q=visit.term, before=str(_number(page[0]))) if len(rows) > PAGE_SIZE else ""
    return listing(
        visit,
        title=cell(channel, "title"),
        about=cell(channel, "about"),
        search=href(f"/s/{name}"),
        query=visit.term,
        items=_items(visit, page),
        next=older,
    )


def _post(visit: Visit, path: str) -> httpx.Response:
    return one(visit, "posts", path, _page)


def _page(visit: Visit, row: Row) -> httpx.Response:
    channel = _channel(visit, cell(row, "channel"))
    return listing(visit, title=cell(channel, "title") if channel else "", items=_items(visit, [row]))


def _entry(visit: Visit, name: str) -> httpx.Response:
    return moved(visit, f"/s/{name}", 302) if _channel(visit, name) else missing(visit)


def _channel(visit: Visit, name: str) -> Row | None:
    return next((row for row in visit.rows("channels") if row["channel"] == name), None)


def _number(row: Row) -> int:
    return int(cell(row, "number"))


def _items(visit: Visit, rows: Iterable[Row]) -> tuple[Item, ...]:
    return tuple(_item(visit, row) for row in rows)


def _item(visit: Visit, row: Row) -> Item:
    return Item.of(
        row,
        visit.url(cell(row, "path")),
        TYPE,
        author=cell(row, "author"),
        author_href=href(f"/s/{row['channel']}"),
        post=cell(row, "path").lstrip("/"),
        forwarded=cell(row, "forwarded"),
    )


ROUTES = (
    ("/", _home),
    ("/robots.txt", robots),
    ("/s/([^/]+)", _preview),
    ("/([^/]+)", _entry),
    ("(/.+)", _post),
)
