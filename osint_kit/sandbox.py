"""The only HTTP there is: a transport that serves a world in process and refuses every other host.

Nothing here opens a socket or resolves a name. `transport` is for any httpx client, `fetcher` for the collectors.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin

import httpx

from osint_kit.bundle import World, open_world
from osint_kit.errors import NotInSandbox
from osint_kit.messages import _
from osint_kit.model import Capture, Clock, Fetch, Headers, Outcome
from osint_kit.model.times import mail_date
from osint_kit.sites import sites

USER_AGENT = f"osint-kit/{vars(sys.modules['osint_kit'])['__version__']} (training; sandbox)"
"""Honest: who asks, and why. (The version stands in the root package, which is above every layer: not imported.)"""

REDIRECT_LIMIT = 5
_PORTS = {"http": 80, "https": 443}
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][^\s\x00-\x1f\x7f]*)?", re.IGNORECASE | re.ASCII)
"""How an address may be written: whatever a lenient parser could turn into another host is not one."""

_LOG_IN = re.compile(rb"<input[^>]+type\s*=\s*[\"']?password", re.IGNORECASE)
_ITEM = re.compile(rb"\bitemprop\s*=", re.IGNORECASE)


def transport(world: World | Path | str, *, clock: Clock | None = None) -> httpx.BaseTransport:
    """A transport that serves the world's sites as they stand at the clock (default: when the world opens).

    A request to any other host raises `NotInSandbox` before a socket or a name look-up.
    """
    opened = _opened(world)
    return Sandbox(opened, clock or (lambda: opened.opens))


def fetcher(
    world: World | Path | str,
    *,
    clock: Clock,
    site_clock: Clock | None = None,
    transport: httpx.BaseTransport | None = None,
) -> Fetch:
    """Make the `fetch` that collectors are given.

    Args:
        clock: the operator's clock: when it was retrieved.
        site_clock: the sites' clock: what is visible; default: when the world opens.
        transport: what answers instead of the world's own sites; hosts are still checked against the world.
    """
    opened = _opened(world)
    inner = transport or Sandbox(opened, site_clock or (lambda: opened.opens))
    gate = _Gate(opened, inner)

    def fetch(url: str) -> Capture:
        return _fetch(gate, url, clock)

    return fetch


class Sandbox(httpx.BaseTransport):
    """Serves one world in process."""

    def __init__(self, world: World, clock: Callable[[], datetime]) -> None:
        """Bind the world and the sites' clock."""
        self._kinds = _kinds(world)
        self._world = world
        self._clock = clock

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request, or refuse it."""
        kind = _admit(request, self._kinds)
        return sites[kind](self._world, request, self._clock())


class _Gate(httpx.BaseTransport):
    """Lets through to another transport what the sandbox would answer."""

    def __init__(self, world: World, inner: httpx.BaseTransport) -> None:
        self.kinds = _kinds(world)
        self._inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        _admit(request, self.kinds)
        return self._inner.handle_request(request)


def _opened(world: World | Path | str) -> World:
    return world if isinstance(world, World) else open_world(world)


def _kinds(world: World) -> dict[str, str]:
    """Hosts of the world and the kind of site each is."""
    return {str(row["host"]): str(row["kind"]) for row in world.rows("sites")}


def _admit(request: httpx.Request, kinds: dict[str, str]) -> str:
    """Kind of the site that is asked.

    Raises:
        NotInSandbox: scheme, user part, host or port is not exactly one of the world's.
    """
    url = request.url
    named = request.headers.get("host", url.host).partition(":")[0].lower()
    plain = url.scheme in _PORTS and not url.userinfo and url.port in (None, _PORTS.get(url.scheme))
    if plain and url.host in kinds and named == url.host:
        return kinds[url.host]
    raise _refusal(str(url), kinds)


def _refusal(url: str, kinds: dict[str, str]) -> NotInSandbox:
    known = ", ".join(sorted(kinds))
    message = _("expected an address on one of {known}, found {url}; nothing was sent")
    return NotInSandbox(message.format(known=known, url=url))


def _fetch(gate: _Gate, url: str, clock: Clock) -> Capture:
    request = _request(gate, url)
    for _turn in range(REDIRECT_LIMIT + 1):
        try:
            response = gate.handle_request(request)
            response.read()
        except httpx.TransportError as error:
            return _failed(url, request, clock, str(error) or type(error).__name__)
        place = response.headers.get("location")
        if not (response.is_redirect and place):
            return _capture(url, request, response, clock(), "")
        try:
            following = _request(gate, urljoin(str(request.url), place))
        except (NotInSandbox, ValueError) as error:
            return _capture(url, request, response, clock(), str(error))
        last, request = request, following
    return _capture(url, last, response, clock(), _("more than {limit} redirects").format(limit=REDIRECT_LIMIT))


def _request(gate: _Gate, url: str) -> httpx.Request:
    """Build a request for an address of the world, or refuse it however it is written."""
    kinds = gate.kinds
    if not _ADDRESS.fullmatch(url):
        raise _refusal(url, kinds)
    try:
        request = httpx.Request("GET", url, headers={"user-agent": USER_AGENT, "accept": "*/*"})
    except (httpx.InvalidURL, UnicodeError, TypeError, ValueError):
        raise _refusal(url, kinds) from None
    _admit(request, kinds)
    return request


def _capture(asked: str, request: httpx.Request, response: httpx.Response, now: datetime, note: str) -> Capture:
    outcome, why = _outcome(response)
    return Capture(
        asked=asked,
        served=str(request.url),
        retrieved_at=now,
        served_at=mail_date(response.headers.get("date", "")),
        status=response.status_code,
        request=_plain(request.headers),
        headers=_plain(response.headers),
        body=response.content,
        outcome=outcome,
        note=note or why,
    )


def _failed(asked: str, request: httpx.Request, clock: Clock, note: str) -> Capture:
    """No answer at all: a capture without status or body."""
    headers = _plain(request.headers)
    return Capture(asked, str(request.url), clock(), None, 0, headers, (), b"", Outcome.ERROR, note)


def _outcome(response: httpx.Response) -> tuple[Outcome, str]:
    """How the exchange ended, and why where the status does not say."""
    said = Outcome.of_status(response.status_code)
    if said is not Outcome.CAPTURED:
        return said, ""
    promised = response.headers.get("content-length", "")
    if promised.isdigit() and "content-encoding" not in response.headers and int(promised) > len(response.content):
        return Outcome.PARTIAL, _("{found} of {promised} bytes").format(found=len(response.content), promised=promised)
    if _LOG_IN.search(response.content) and not _ITEM.search(response.content):
        return Outcome.BLOCKED, _("a log-in page stands before the content")
    return Outcome.CAPTURED, ""


def _plain(headers: httpx.Headers) -> Headers:
    return tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in headers.raw)
