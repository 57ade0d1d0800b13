from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
import respx
from factory import NOON, capture
from small_world import ADS, world

from osint_kit import sandbox
from osint_kit.collect import patient
from osint_kit.collect.patience import delay
from osint_kit.model import Capture, Outcome

URL = f"https://{ADS}/ad/0001"


@pytest.fixture
def router() -> respx.Router:
    return respx.Router(assert_all_called=False)


def fetched(router: respx.Router, *answers: httpx.Response) -> tuple[Capture, list[float], int]:
    """What a patient fetch brings back, how long it slept, how often it asked."""
    route = router.get(URL).mock(side_effect=list(answers))
    slept: list[float] = []
    fetch: Callable[[str], Capture] = sandbox.fetcher(
        world(), clock=lambda: NOON, transport=httpx.MockTransport(router.handler)
    )
    return patient(fetch, slept.append)(URL), slept, route.call_count


@pytest.mark.parametrize("status", [429, 503])
def test_it_waits_as_long_as_the_site_asks(router: respx.Router, status: int) -> None:
    busy = httpx.Response(status, headers={"retry-after": "7"})
    got, slept, asked = fetched(router, busy, busy, httpx.Response(200, content=b"here"))
    assert (got.outcome, got.body, slept, asked) == (Outcome.CAPTURED, b"here", [7.0, 7.0], 3)


def test_a_date_is_counted_from_the_site_s_own_clock(router: respx.Router) -> None:
    headers = {"date": "Sat, 20 Dec 2031 04:00:00 GMT", "retry-after": "Sat, 20 Dec 2031 04:01:30 GMT"}
    _got, slept, _asked = fetched(router, httpx.Response(503, headers=headers), httpx.Response(200))
    assert slept == [90.0]


def test_without_a_word_from_the_site_the_wait_doubles_and_ends(router: respx.Router) -> None:
    got, slept, asked = fetched(router, *[httpx.Response(503) for _ in range(9)])
    assert (got.outcome, got.status, slept, asked) == (Outcome.ERROR, 503, [1.0, 2.0, 4.0], 4)
    assert got.note == "still busy after 4 attempts"


def test_too_long_a_wait_is_not_taken(router: respx.Router) -> None:
    got, slept, asked = fetched(router, httpx.Response(429, headers={"retry-after": "86400"}))
    assert (got.status, slept, asked) == (429, [], 1)
    assert "86400" in got.note


@pytest.mark.parametrize("status", [200, 404, 403, 500])
def test_other_answers_are_taken_at_once(router: respx.Router, status: int) -> None:
    got, slept, asked = fetched(router, httpx.Response(status, headers={"retry-after": "7"}))
    assert (got.status, slept, asked) == (status, [], 1)


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("0", 0.0),
        ("12", 12.0),
        ("soon", 2.0),
        ("-5", 2.0),
        ("", 2.0),
        ("Fri, 19 Dec 2031 04:00:00 GMT", 0.0),
        ("१", 2.0),
    ],
)
def test_delay(asked: str, seconds: float) -> None:
    busy = capture(URL, "", status=503, headers=(("retry-after", asked),))
    assert delay(busy, 2) == seconds
