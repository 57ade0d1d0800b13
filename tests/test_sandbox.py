from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import httpx
import pytest
from small_world import ADS, FAMILY, FILES, FIRMS, OPENS, POSTS, world

from osint_kit import sandbox
from osint_kit.errors import NotInSandbox
from osint_kit.model import Fetch, Outcome

NOW = datetime(2032, 1, 5, tzinfo=UTC)
HOST = ADS

ELSEWHERE = (
    "http://example.org/",
    "https://EVIL.EXAMPLE/",
    f"https://{HOST}./",
    f"https://www.{HOST}/",
    f"https://{HOST}.evil.test/",
    f"https://evil{HOST}/",
    f"https://{HOST}@evil.test/",
    f"https://{HOST}:443@evil.test/",
    f"https://user:secret@{HOST}/",
    f"https://evil.test\\@{HOST}/",
    f"https://evil.test#@{HOST}/",
    f"https://evil.test/{HOST}",
    f"https://evil.test?{HOST}",
    f"https://{HOST}:8080/",
    f"http://{HOST}:443/",
    f"https://{HOST}%2eevil.test/",
    "https://%62ozor.example/",
    "https://ｂozor.example/",
    "https://bоzor.example/",
    "https://xn--bzor-55d.example/",
    "http://localhost/",
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://192.0.2.7/",
    f"ftp://{HOST}/",
    f"ws://{HOST}/",
    f"file://{HOST}/etc/passwd",
    "file:///etc/passwd",
    "data:text/html,x",
    "javascript:alert(1)",
    f"//{HOST}/",
    f"{HOST}/",
    "/ad/0001",
    "",
    "https://",
    "https:///ad/0001",
    f"https://\t{HOST}/",
    f" https://{HOST}/",
    f"https://{HOST}\x00/",
    f"https://{HOST}/\nHost: evil.test",
    f"https://{HOST},evil.test/",
    f"https://{'a' * 70}.example/",
    f"https://{HOST}:99999/",
    f"https://{HOST}:0/",
)


FETCHED_ONLY = ("https://bozor。example/", f"https://{HOST}\u2028/")
"""What httpx itself reads as a host of the world, though it is not written like one."""


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        pytest.fail("a socket or a name look-up was asked for")

    for name in ("socket", "getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture
def fetch() -> Fetch:
    return sandbox.fetcher(world(), clock=lambda: NOW)


@pytest.mark.parametrize("url", ELSEWHERE + FETCHED_ONLY, ids=range(len(ELSEWHERE + FETCHED_ONLY)))
def test_every_other_address_is_refused_before_a_socket(no_sockets: None, fetch: Fetch, url: str) -> None:
    with pytest.raises(NotInSandbox, match="nothing was sent"):
        fetch(url)


@pytest.mark.parametrize("url", ELSEWHERE, ids=range(len(ELSEWHERE)))
def test_any_client_on_the_transport_is_refused_too(no_sockets: None, url: str) -> None:
    with httpx.Client(transport=sandbox.transport(world()), follow_redirects=True) as client:
        refusals = (NotInSandbox, httpx.InvalidURL, httpx.UnsupportedProtocol)
        with pytest.raises(refusals):
            client.get(url)


def test_a_proxy_in_the_environment_is_not_used(
    no_sockets: None, monkeypatch: pytest.MonkeyPatch, fetch: Fetch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.test:3128")
    assert fetch(f"https://{HOST}/").status == 200


def test_a_host_header_for_another_host_is_refused() -> None:
    with httpx.Client(transport=sandbox.transport(world())) as client, pytest.raises(NotInSandbox):
        client.get(f"https://{HOST}/", headers={"host": "evil.test"})


@pytest.mark.parametrize(
    "url", [f"https://{ADS}/", f"http://{POSTS}/", f"https://{FIRMS}:443/", f"HTTPS://{FILES.upper()}"]
)
def test_the_sites_of_the_world_answer(no_sockets: None, fetch: Fetch, url: str) -> None:
    capture = fetch(url)
    assert (capture.status, capture.outcome) == (200, Outcome.CAPTURED)


def test_a_capture_carries_two_clocks_and_an_honest_name(fetch: Fetch) -> None:
    capture = fetch(f"https://{ADS}/ad/0001")
    assert capture.retrieved_at == NOW
    assert capture.served_at == OPENS
    assert dict(capture.request)["user-agent"] == sandbox.USER_AGENT
    assert "osint-kit" in sandbox.USER_AGENT
    assert "Mozilla" not in sandbox.USER_AGENT


def test_the_clock_of_the_sites_decides_what_is_seen() -> None:
    times = {"/ad/later": OPENS + timedelta(days=1), "/ad/gone": OPENS - timedelta(days=2)}
    for path, time in times.items():
        url = f"https://{ADS}{path}"
        at_opening, then = (
            sandbox.fetcher(world(), clock=lambda: NOW, site_clock=clock)(url)
            for clock in (None, lambda time=time: time)
        )
        assert (at_opening.outcome, then.outcome) == (Outcome.NOT_FOUND, Outcome.CAPTURED)


def test_a_world_may_be_named_by_its_folder() -> None:
    fetch = sandbox.fetcher(str(world().path), clock=lambda: NOW)
    assert fetch(f"https://{ADS}/").body == sandbox.fetcher(world(), clock=lambda: NOW)(f"https://{ADS}/").body


SECRETS = [path.relative_to(world().path).as_posix() for path in sorted(world().path.rglob("*")) if path.is_file()]
LADDERS = (
    "",
    "files/",
    "../",
    "files/../",
    "files/../../",
    "./",
    "//",
    "..%2f",
    "%2e%2e/",
    "%2e%2e%2f",
    "..\\",
    "..%5c",
    "key%00/",
)


@pytest.mark.parametrize("host", [ADS, POSTS, FIRMS, FILES])
def test_nothing_of_the_bundle_is_served_as_a_file_but_partner_files(host: str) -> None:
    with httpx.Client(transport=sandbox.transport(world())) as client:
        for secret in SECRETS:
            body = (world().path / secret).read_bytes()
            for ladder in LADDERS:
                for written in (secret, quote(secret, safe=""), secret.upper()):
                    answer = client.get(f"https://{host}/{ladder}{written}")
                    allowed = host == FILES and secret.startswith("files/")
                    assert allowed or body not in answer.content, answer.url
                    assert b"SECRET-SEED" not in answer.content


class Mood(httpx.BaseTransport):
    """Answers from a script, one line a request."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)

    def handle_request(self, request: httpx.Request) -> httpx.Response:  # noqa: ARG002 - httpx names it
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def moody(*answers: httpx.Response | Exception) -> Fetch:
    return sandbox.fetcher(world(), clock=lambda: NOW, transport=Mood(*answers))


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, Outcome.CAPTURED),
        (206, Outcome.PARTIAL),
        (401, Outcome.BLOCKED),
        (403, Outcome.BLOCKED),
        (404, Outcome.NOT_FOUND),
        (410, Outcome.NOT_FOUND),
        (451, Outcome.BLOCKED),
        (429, Outcome.ERROR),
        (500, Outcome.ERROR),
        (503, Outcome.ERROR),
    ],
)
def test_a_status_is_an_outcome(status: int, outcome: Outcome) -> None:
    capture = moody(httpx.Response(status, content=b"body"))(f"https://{ADS}/x")
    assert (capture.status, capture.outcome, capture.body) == (status, outcome, b"body")


def test_a_body_shorter_than_promised_is_partial() -> None:
    capture = moody(httpx.Response(200, headers={"content-length": "1000"}, content=b"short"))(f"https://{ADS}/x")
    assert capture.outcome is Outcome.PARTIAL
    assert "5 of 1000" in capture.note


def test_a_log_in_wall_is_blocked_and_an_advert_about_passwords_is_not() -> None:
    wall = b'<form><input name=p type="password"></form>'
    walled = moody(httpx.Response(200, content=wall))(f"https://{ADS}/x")
    shown = moody(httpx.Response(200, content=wall + b'<div itemprop="text">x</div>'))(f"https://{ADS}/x")
    assert (walled.outcome, shown.outcome) == (Outcome.BLOCKED, Outcome.CAPTURED)


def test_no_answer_is_an_error_not_an_exception() -> None:
    capture = moody(httpx.ReadTimeout("too slow"))(f"https://{ADS}/x")
    assert (capture.status, capture.outcome, capture.note) == (0, Outcome.ERROR, "too slow")


def test_a_transport_of_ones_own_does_not_open_other_hosts() -> None:
    with pytest.raises(NotInSandbox):
        moody(httpx.Response(200))("https://evil.test/")


def test_redirects_are_followed_inside(fetch: Fetch) -> None:
    capture = fetch(f"https://{POSTS}/safar_2")
    assert (capture.status, capture.asked, capture.served) == (
        200,
        f"https://{POSTS}/safar_2",
        f"https://{POSTS}/s/safar_2",
    )


@pytest.mark.parametrize(
    "place", ["https://evil.test/", "//evil.test/", "http://127.0.0.1/", "javascript:1", "http://["]
)
def test_a_redirect_to_the_outside_is_kept_and_not_followed(no_sockets: None, place: str) -> None:
    capture = moody(httpx.Response(302, headers={"location": place}))(f"https://{ADS}/x")
    assert (capture.status, capture.outcome, capture.served) == (302, Outcome.BLOCKED, f"https://{ADS}/x")
    assert capture.note


def test_a_circle_of_redirects_ends() -> None:
    turns = [httpx.Response(302, headers={"location": "/x"}) for _ in range(9)]
    capture = moody(*turns)(f"https://{ADS}/x")
    assert (capture.status, capture.outcome) == (302, Outcome.BLOCKED)
    assert "more than 5 redirects" in capture.note


def test_robots_are_for_the_collector_not_for_the_fetcher(fetch: Fetch) -> None:
    assert fetch(f"https://{ADS}{FAMILY}").outcome is Outcome.CAPTURED
