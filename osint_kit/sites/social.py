"""A social network: Mastodon's REST API, WebFinger, ActivityPub outboxes, and the pages that people see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import httpx

from osint_kit.bundle import World
from osint_kit.sites import site
from osint_kit.sites.templates import statuses as shapes
from osint_kit.sites.templates.answer import Visit, answer, listing, missing, one, paged, record, relative, robots
from osint_kit.sites.templates.items import PAGE_SIZE, Item, Link, Row, begun, cell, found, gone, page_of, shown
from osint_kit.sites.templates.statuses import account_id, name_of, number_of

TYPE = "https://schema.org/SocialMediaPosting"
JRD = "application/jrd+json; charset=utf-8"
ACTIVITY = shapes.ACTIVITY
_MOST = 40
_EVER = 10**19


@site
def social(world: World, request: httpx.Request, now: datetime) -> httpx.Response:
    """Answer as a server of a federated social network."""
    return answer(ROUTES, world, request, now)


def _home(visit: Visit) -> httpx.Response:
    rows = sorted(visit.rows("accounts"), key=name_of)
    links = [Link(shapes.profile_href(name_of(row)), cell(row, "name"), f"@{name_of(row)}") for row in rows]
    latest = _items(visit, page_of(_shown(visit), 1)[0])
    return listing(visit, title=cell(visit.site, "title"), search="/search", links=links, items=latest)


def _search(visit: Visit) -> httpx.Response:
    return paged(visit, "/search", found(_shown(visit), visit.term), _items, title="Search", query=visit.term)


def _profile(visit: Visit, name: str) -> httpx.Response:
    row, before = _account(visit, name), _before(visit)
    if row is None or before is None:
        return missing(visit)
    page, more = page_of([each for each in _by(visit, name) if number_of(each) < before], 1)
    older = relative(f"/@{name}", max_id=str(number_of(page[-1]))) if more else ""
    title = f"{cell(row, 'name')} (@{name})"
    return listing(visit, title=title, about=cell(row, "about"), items=_items(visit, page), next=older)


def _status(visit: Visit, path: str) -> httpx.Response:
    return one(visit, "statuses", path, _page)


def _page(visit: Visit, row: Row) -> httpx.Response:
    return listing(visit, title=cell(row, "author"), items=_items(visit, [row]))


def _api_lookup(visit: Visit) -> httpx.Response:
    name, _at, host = visit.query.get("acct", "").removeprefix("@").partition("@")
    row = _account(visit, name) if host in ("", visit.host) else None
    return _not_found(visit) if row is None else record(visit, _shape(visit, row))


def _api_account(visit: Visit, number: str) -> httpx.Response:
    row = _numbered(visit, number)
    return _not_found(visit) if row is None else record(visit, _shape(visit, row))


def _api_statuses(visit: Visit, number: str) -> httpx.Response:
    row, before, limit = _numbered(visit, number), _before(visit), _limit(visit)
    if row is None or before is None or limit is None:
        return _not_found(visit)
    rows = [each for each in _by(visit, name_of(row)) if number_of(each) < before]
    if visit.query.get("exclude_reblogs") == "true":
        rows = [each for each in rows if not cell(each, "reblog")]
    listed = rows[:limit]
    path, kept = f"/api/v1/accounts/{number}/statuses", {"limit": str(limit)}
    older = visit.url(path, **kept, max_id=str(number_of(listed[-1]))) if len(rows) > limit else ""
    told = [_told(visit, each) for each in listed]
    return record(visit, told, link=f'<{older}>; rel="next"') if older else record(visit, told)


def _api_status(visit: Visit, number: str) -> httpx.Response:
    row = next((each for each in _shown(visit) if str(number_of(each)) == number), None)
    return _not_found(visit) if row is None else record(visit, _told(visit, row))


def _api_directory(visit: Visit) -> httpx.Response:
    offset, limit = _offset(visit), _limit(visit)
    if offset is None or limit is None:
        return _not_found(visit)
    rows = sorted(visit.rows("accounts"), key=name_of)[offset : offset + limit]
    return record(visit, [_shape(visit, row) for row in rows])


def _api_search(visit: Visit) -> httpx.Response:
    offset, limit, wanted = _offset(visit), _limit(visit), visit.query.get("type", "")
    if offset is None or limit is None:
        return _not_found(visit)
    rows = found(_shown(visit), visit.term) if visit.term and wanted in ("", "statuses") else ()
    asked = visit.term.casefold().lstrip("@")
    accounts = [
        row
        for row in visit.rows("accounts")
        if asked and wanted in ("", "accounts") and asked in f"{name_of(row)}\n{cell(row, 'name')}".casefold()
    ]
    given: Mapping[str, object] = {
        "accounts": [_shape(visit, row) for row in accounts[offset : offset + limit]],
        "statuses": [_told(visit, row) for row in rows[offset : offset + limit]],
        "hashtags": [],
    }
    return record(visit, given)


def _webfinger(visit: Visit) -> httpx.Response:
    asked = visit.query.get("resource", "")
    if not asked:
        return record(visit, {"error": "expected a resource"}, 400)
    name, _at, host = asked.removeprefix("acct:").removeprefix("@").partition("@")
    known = asked.startswith("acct:") and host == visit.host and _account(visit, name)
    return record(visit, shapes.webfinger(visit, name), media_type=JRD) if known else _not_found(visit)


def _actor(visit: Visit, name: str) -> httpx.Response:
    row = _account(visit, name)
    return _not_found(visit) if row is None else record(visit, shapes.actor(visit, row), media_type=ACTIVITY)


def _outbox(visit: Visit, name: str) -> httpx.Response:
    before = _before(visit)
    if _account(visit, name) is None or before is None:
        return _not_found(visit)
    own, rows = f"/users/{name}/outbox", _by(visit, name)
    shape: dict[str, object] = {"@context": shapes.CONTEXT, "id": visit.url(own), "type": "OrderedCollection"}
    if visit.query.get("page") != "true":
        return record(
            visit, {**shape, "totalItems": len(rows), "first": visit.url(own, page="true")}, media_type=ACTIVITY
        )
    page, more = page_of([each for each in rows if number_of(each) < before], 1)
    kept = {"page": "true"} | ({"max_id": str(before)} if before < _EVER else {})
    shape |= {"id": visit.url(own, **kept), "type": "OrderedCollectionPage", "partOf": visit.url(own)}
    shape |= {"orderedItems": [shapes.activity(visit, each) for each in page]}
    if more:
        shape["next"] = visit.url(own, page="true", max_id=str(number_of(page[-1])))
    return record(visit, shape, media_type=ACTIVITY)


def _note(visit: Visit, name: str, number: str) -> httpx.Response:
    rows = [row for row in visit.rows("statuses") if name_of(row) == name and begun(row, visit.now)]
    row = next((row for row in rows if str(number_of(row)) == number), None)
    if row is None:
        return _not_found(visit)
    written = {"@context": shapes.CONTEXT, **shapes.note(visit, row)}
    if gone(row, visit.now):
        shape = {key: written[key] for key in ("@context", "id")} | {"type": "Tombstone"}
        return record(visit, shape, 410, ACTIVITY)
    return record(visit, written, media_type=ACTIVITY)


def _not_found(visit: Visit) -> httpx.Response:
    return record(visit, {"error": "Record not found"}, 404)


def _shape(visit: Visit, row: Row) -> dict[str, object]:
    return shapes.account(visit, row, len(_by(visit, name_of(row))))


def _told(visit: Visit, row: Row) -> dict[str, object]:
    """A status with its author, and with the status that it passes on where that stands on this server."""
    origin = cell(row, "reblog")
    there = next((each for each in _shown(visit) if origin and visit.url(cell(each, "path")) == origin), None)
    inner = shapes.status(visit, there, _author(visit, there), None) if there else None
    return shapes.status(visit, row, _author(visit, row), inner)


def _author(visit: Visit, row: Row) -> dict[str, object]:
    known = _account(visit, name_of(row))
    return _shape(visit, known if known is not None else {"handle": cell(row, "author")})


def _account(visit: Visit, name: str) -> Row | None:
    return next((row for row in visit.rows("accounts") if name_of(row) == name), None)


def _numbered(visit: Visit, number: str) -> Row | None:
    return next((row for row in visit.rows("accounts") if account_id(visit.host, name_of(row)) == number), None)


def _shown(visit: Visit) -> list[Row]:
    """The statuses that stand now, latest first."""
    rows = (row for row in visit.rows("statuses") if shown(row, visit.now))
    return sorted(rows, key=number_of, reverse=True)


def _by(visit: Visit, name: str) -> list[Row]:
    return [row for row in _shown(visit) if name_of(row) == name]


def _before(visit: Visit) -> int | None:
    """The status number that a page must stay below; None for what is no such number."""
    asked = visit.query.get("max_id", "")
    if not asked:
        return _EVER
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < len(str(_EVER)) else None


def _limit(visit: Visit) -> int | None:
    asked = visit.number("limit", PAGE_SIZE)
    return None if asked is None else min(asked, _MOST)


def _offset(visit: Visit) -> int | None:
    return 0 if visit.query.get("offset", "0") == "0" else visit.number("offset", 0)


def _items(visit: Visit, rows: Iterable[Row]) -> tuple[Item, ...]:
    return tuple(_item(visit, row) for row in rows)


def _item(visit: Visit, row: Row) -> Item:
    return Item.of(
        row,
        visit.url(cell(row, "path")),
        TYPE,
        author=cell(row, "author"),
        author_href=shapes.profile_href(name_of(row)),
        forwarded=cell(row, "reblog"),
    )


ROUTES = (
    ("/", _home),
    ("/robots.txt", robots),
    ("/search", _search),
    ("/.well-known/webfinger", _webfinger),
    ("/api/v1/accounts/lookup", _api_lookup),
    ("/api/v1/accounts/([0-9]+)", _api_account),
    ("/api/v1/accounts/([0-9]+)/statuses", _api_statuses),
    ("/api/v1/statuses/([0-9]+)", _api_status),
    ("/api/v1/directory", _api_directory),
    ("/api/v2/search", _api_search),
    ("/users/([^/]+)", _actor),
    ("/users/([^/]+)/outbox", _outbox),
    ("/users/([^/]+)/statuses/([0-9]+)", _note),
    ("/@([^/]+)", _profile),
    ("(/.+)", _status),
)
