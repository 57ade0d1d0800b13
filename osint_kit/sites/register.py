"""Company register: search and records in HTML, and the same as a JSON API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import httpx

from osint_kit.bundle import World
from osint_kit.sites import site
from osint_kit.sites.templates.answer import Visit, answer, listing, missing, record, relative, robots
from osint_kit.sites.templates.items import Item, Row, cell, found, page_of, shown

TYPE = "https://schema.org/Organization"
ENDS = {"director": "officers", "owner": "owners"}
"""Fields that name people → the list of the JSON record that holds them."""


@site
def register(world: World, request: httpx.Request, now: datetime) -> httpx.Response:
    """Answer as a register of companies."""
    return answer(ROUTES, world, request, now)


def _home(visit: Visit) -> httpx.Response:
    return listing(visit, title=cell(visit.site, "title"), search="/search")


def _search(visit: Visit) -> httpx.Response:
    page = _page(visit)
    if page is None:
        return missing(visit)
    rows, following = page
    items = [_item(visit, row) for row in rows]
    query = visit.term
    link = relative("/search", q=query, page=following) if following else ""
    return listing(visit, title="Search", search="/search", query=query, items=items, next=link)


def _company(visit: Visit, path: str) -> httpx.Response:
    row = _find(visit, path)
    return missing(visit) if row is None else listing(visit, title=cell(row, "number"), items=[_item(visit, row)])


def _api_search(visit: Visit) -> httpx.Response:
    page = _page(visit)
    if page is None:
        return record(visit, {"error": "expected a page that exists"}, 404)
    rows, following = page
    link = visit.url("/api/companies", q=visit.term, page=following) if following else None
    return record(visit, {"items": [_record(visit, row) for row in rows], "next": link})


def _api_company(visit: Visit, number: str) -> httpx.Response:
    row = _find(visit, f"/company/{number}")
    return record(visit, {"error": "no such company"}, 404) if row is None else record(visit, _record(visit, row))


def _page(visit: Visit) -> tuple[tuple[Row, ...], str] | None:
    """The rows of the page asked for and the number of the next one, empty at the end; None where there is no page."""
    number = visit.number("page", 1)
    if number is None:
        return None
    rows = sorted((row for row in visit.rows("companies") if shown(row, visit.now)), key=lambda row: cell(row, "path"))
    page, more = page_of(found(rows, visit.term), number)
    return None if number > 1 and not page else (page, str(number + 1) if more else "")


def _find(visit: Visit, path: str) -> Row | None:
    rows = visit.rows("companies")
    return next((row for row in rows if row["path"] == path and shown(row, visit.now)), None)


def _item(visit: Visit, row: Row) -> Item:
    return Item.of(row, visit.url(cell(row, "path")), TYPE, _fields(row))


def _record(visit: Visit, row: Row) -> dict[str, object]:
    """One company as the API gives it; `@id` is the address of its page, `text` the record verbatim."""
    shape: dict[str, object] = {"@id": visit.url(cell(row, "path")), "@type": "Organization", "text": cell(row, "text")}
    shape |= {"officers": _ends(row, "director"), "owners": _ends(row, "owner")}
    shape |= {str(each["name"]): _stretch(row, each) for each in _fields(row) if each["name"] not in ENDS}
    return {**shape, "datePublished": cell(row, "published"), "inLanguage": cell(row, "language")}


def _ends(row: Row, name: str) -> list[dict[str, object]]:
    return [
        {"name": _stretch(row, each), **_extra(each), "role": name} for each in _fields(row) if each["name"] == name
    ]


def _extra(field: Mapping[str, object]) -> Mapping[str, object]:
    extra = field.get("extra")
    return extra if isinstance(extra, Mapping) else {}


def _stretch(row: Row, field: Mapping[str, object]) -> str:
    return cell(row, "text")[int(str(field["start"])) : int(str(field["end"]))]


def _fields(row: Row) -> Sequence[Mapping[str, object]]:
    fields: object = row.get("fields")
    return [each for each in fields if isinstance(each, Mapping)] if isinstance(fields, Iterable) else ()


ROUTES = (
    ("/", _home),
    ("/robots.txt", robots),
    ("/search", _search),
    ("/api/companies", _api_search),
    ("/api/companies/([^/]+)", _api_company),
    ("(/.+)", _company),
)
