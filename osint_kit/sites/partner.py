"""Files that a partner hands over: an index page, and each file as it was sent."""

from __future__ import annotations

from datetime import datetime

import httpx

from osint_kit.bundle import World
from osint_kit.sites import site
from osint_kit.sites.templates.answer import Visit, answer, listing, missing, respond, robots
from osint_kit.sites.templates.items import Link, Row, cell, href


@site
def partner(world: World, request: httpx.Request, now: datetime) -> httpx.Response:
    """Answer as a partner's file exchange."""
    return answer(ROUTES, world, request, now)


def _home(visit: Visit) -> httpx.Response:
    rows = sorted(visit.rows("files"), key=lambda row: cell(row, "path"))
    links = [Link(href(cell(row, "path")), cell(row, "name"), cell(row, "title")) for row in rows]
    return listing(visit, title=cell(visit.site, "title"), links=links)


def _file(visit: Visit, path: str) -> httpx.Response:
    row = next((row for row in visit.rows("files") if row["path"] == path and _plain(row)), None)
    if row is None:
        return missing(visit)
    return respond(visit, visit.world.file(cell(row, "name")), cell(row, "media_type"))


def _plain(row: Row) -> bool:
    """Whether the file's name, which may name a folder before it, stays inside."""
    name = cell(row, "name")
    return not set(name) & set("\\:\0") and all(step.strip(".") for step in name.split("/"))


ROUTES = (("/", _home), ("/robots.txt", robots), ("(/.+)", _file))
