"""A web archive: Memento (RFC 7089) and CDX over what it took; it keeps what its original's site has removed."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime

import httpx

from osint_kit.bundle import World
from osint_kit.model.times import mail_date
from osint_kit.sites import site, sites
from osint_kit.sites.templates.answer import JSON, TEXT, Visit, answer, listing, missing, notice, respond, robots
from osint_kit.sites.templates.items import Link, Row, cell

LINKS = "application/link-format; charset=utf-8"
FIELDS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
_STAMP = "%Y%m%d%H%M%S"
_OWN = re.compile(rb'\b(href|action)="/(?!/)')
_REDIRECTS = range(300, 400)


@site
def archive(world: World, request: httpx.Request, now: datetime) -> httpx.Response:
    """Answer as a web archive."""
    return answer(ROUTES, world, request, now)


def _home(visit: Visit) -> httpx.Response:
    hosts = sorted({httpx.URL(cell(row, "original")).host for row in _held(visit)})
    links = [Link(f"/web/*/https://{host}/*", host) for host in hosts]
    return listing(visit, title=cell(visit.site, "title"), links=links)


def _calendar(visit: Visit, _path: str) -> httpx.Response:
    """What is held of one address, or of all that begin with it (`…*`)."""
    asked = _target(visit, "/web/*/")
    rows = [row for row in _held(visit) if _matches(row, asked)]
    links = [Link(_path_of(row), cell(row, "original"), cell(row, "at")) for row in rows]
    return listing(visit, title=asked, links=links) if rows else missing(visit)


def _memento(visit: Visit, stamp: str, _path: str) -> httpx.Response:
    asked = _target(visit, f"/web/{stamp}/")
    rows = _copies(visit, asked)
    row = next((row for row in rows if _stamp(row) == stamp), None)
    if row is not None:
        return _replay(visit, rows, row)
    wanted = _moment(stamp)
    return _nearest(visit, rows, wanted) if rows and wanted else missing(visit)


def _timegate(visit: Visit, _path: str) -> httpx.Response:
    """Lead to the copy nearest to the time that `Accept-Datetime` asks for; without it to the latest."""
    rows = _copies(visit, _target(visit, "/web/"))
    asked = visit.request.headers.get("accept-datetime", "")
    wanted = mail_date(asked) if asked else visit.now
    if wanted is None:
        return notice(visit, 400, "Accept-Datetime is no date.")
    return _nearest(visit, rows, wanted) if rows else missing(visit)


def _timemap(visit: Visit, _path: str) -> httpx.Response:
    asked = _target(visit, "/timemap/link/")
    rows = _copies(visit, asked)
    if not rows:
        return missing(visit)
    return respond(visit, ",\n".join(_relations(visit, rows, "self")) + "\n", LINKS)


def _cdx(visit: Visit) -> httpx.Response:
    """The index, in the columns and parameters that CDX servers share: url, matchType, from, to, limit, output."""
    asked = visit.query.get("url", "").strip()
    limit = visit.number("limit", 10**6)
    if not asked or limit is None:
        return notice(visit, 400, "Name an address: /cdx?url=")
    pattern = _pattern(asked, visit.query.get("matchType", "exact"))
    since, until = visit.query.get("from", ""), visit.query.get("to", "9")
    rows = [row for row in _held(visit) if _matches(row, pattern) and since <= _stamp(row) <= until + "9" * 14]
    lines = [line for row in rows[:limit] if (line := _line(visit, row))]
    if visit.query.get("output") == "json":
        return respond(visit, json.dumps([FIELDS, *lines] if lines else []), JSON)
    return respond(visit, "".join(" ".join(line) + "\n" for line in lines), TEXT)


def _line(visit: Visit, row: Row) -> tuple[str, ...]:
    copy = _copy(visit.world, row)
    digest = base64.b32encode(hashlib.sha1(copy.content, usedforsecurity=False).digest()).decode()
    kind = copy.headers["content-type"].partition(";")[0]
    original = cell(row, "original")
    return _key(original), _stamp(row), original, kind, str(copy.status_code), digest, str(len(copy.content))


def _replay(visit: Visit, rows: Sequence[Row], row: Row) -> httpx.Response:
    """The page as it stood; its own links lead to the original site, nothing else is changed."""
    copy = _copy(visit.world, row)
    if copy.status_code in _REDIRECTS:
        return missing(visit)
    host = httpx.URL(cell(row, "original")).host
    body = _OWN.sub(rb'\1="https://' + host.encode() + b"/", copy.content)
    return respond(
        visit,
        body if copy.headers["content-type"].startswith("text/html") else copy.content,
        copy.headers["content-type"],
        copy.status_code,
        memento_datetime=_mail(row),
        link=", ".join(_relations(visit, rows, "timemap", around=row)),
    )


def _copy(world: World, row: Row) -> httpx.Response:
    """What the original's own site answered at the time."""
    original = httpx.URL(cell(row, "original"))
    kinds = {str(each["host"]): str(each["kind"]) for each in world.rows("sites")}
    kind = kinds.get(original.host, "")
    if kind not in sites or kind == __name__.rpartition(".")[2]:
        return httpx.Response(404, headers={"content-type": TEXT})
    return sites[kind](world, httpx.Request("GET", original), _at(row))


def _nearest(visit: Visit, rows: Sequence[Row], wanted: datetime) -> httpx.Response:
    row = min(rows, key=lambda each: (abs((_at(each) - wanted).total_seconds()), _stamp(each)))
    more = {"vary": "accept-datetime", "link": ", ".join(_relations(visit, rows, "timemap"))}
    return notice(visit, 302, "This page is elsewhere.", location=_address(visit, row), **more)


def _relations(visit: Visit, rows: Sequence[Row], timemap: str, around: Row | None = None) -> list[str]:
    """Link relations of RFC 7089; with `around` only the first, the last and the neighbours of one copy."""
    original = cell(rows[0], "original")
    gate, span = visit.url("/web/") + original, f'; from="{_mail(rows[0])}"; until="{_mail(rows[-1])}"'
    kind = LINKS.partition(";")[0]
    lines = [f'<{original}>; rel="original"', f'<{gate}>; rel="timegate"']
    lines.append(f'<{visit.url("/timemap/link/")}{original}>; rel="{timemap}"; type="{kind}"{span}')
    at = rows.index(around) if around is not None else -1
    for number, row in enumerate(rows):
        place = [word for word, there in _places(number, len(rows), at) if there]
        if around is None or place or number == at:
            lines.append(f'<{_address(visit, row)}>; rel="{" ".join([*place, "memento"])}"; datetime="{_mail(row)}"')
    return lines


def _places(number: int, count: int, at: int) -> tuple[tuple[str, bool], ...]:
    beside = (("prev", number == at - 1), ("next", number == at + 1)) if at >= 0 else ()
    return (("first", number == 0), ("last", number == count - 1), *beside)


def _held(visit: Visit) -> tuple[Row, ...]:
    """Everything taken by now, oldest first."""
    rows = (row for row in visit.rows("mementos") if _at(row) <= visit.now)
    return tuple(sorted(rows, key=lambda row: (_at(row), cell(row, "original"))))


def _copies(visit: Visit, original: str) -> tuple[Row, ...]:
    return tuple(row for row in _held(visit) if _matches(row, original))


def _target(visit: Visit, before: str) -> str:
    """The address that stands in the path, its query included, however many slashes a client has left of `https://`."""
    raw = visit.request.url.raw_path.decode("ascii")
    place = raw.find("http", min(len(before), len(raw)) - 1)
    return re.sub(r"^(https?):/+", r"\1://", raw[place:] if place >= 0 else raw)


def _pattern(asked: str, match: str) -> str:
    """An address to compare with, from what a client of a CDX server may write; `*` at its end means a prefix."""
    scheme = "" if re.match(r"https?://", asked) else "https://"
    star = "*" if match in ("prefix", "host", "domain") and not asked.endswith("*") else ""
    slash = "/" if match in ("host", "domain") and not asked.endswith(("/", "*")) else ""
    return f"{scheme}{asked}{slash}{star}"


def _matches(row: Row, asked: str) -> bool:
    held, wanted = _key(cell(row, "original")), _key(asked.removesuffix("*"))
    return bool(wanted) and (held.startswith(wanted) if asked.endswith("*") else held == wanted)


def _key(address: str) -> str:
    """A sort-friendly form of an address: host reversed, scheme left out; empty for what is no address."""
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL:
        return ""
    return f"{','.join(reversed(url.host.split('.')))}){url.raw_path.decode('ascii')}"


def _path_of(row: Row) -> str:
    return f"/web/{_stamp(row)}/{httpx.URL(cell(row, 'original'))}"


def _address(visit: Visit, row: Row) -> str:
    return f"https://{visit.host}/web/{_stamp(row)}/{cell(row, 'original')}"


def _at(row: Row) -> datetime:
    return datetime.fromisoformat(cell(row, "at"))


def _stamp(row: Row) -> str:
    return _at(row).astimezone(UTC).strftime(_STAMP)


def _moment(stamp: str) -> datetime | None:
    """The time of a stamp of 4 to 14 digits; None for one that no calendar has."""
    try:
        return datetime.strptime((stamp + "0101000000"[max(0, len(stamp) - 4) :])[:14], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _mail(row: Row) -> str:
    return format_datetime(_at(row).astimezone(UTC), usegmt=True)


ROUTES = (
    ("/", _home),
    ("/robots.txt", robots),
    ("/cdx", _cdx),
    ("/timemap/link/(.+)", _timemap),
    (r"/web/\*/(.+)", _calendar),
    ("/web/([0-9]{4,14})/(.+)", _memento),
    ("/web/(https?:.+)", _timegate),
)
