from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import timedelta
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import quote

import httpx
import pytest
from bs4 import BeautifulSoup
from small_world import ADS, ARCHIVE, GONE_POST, HOSTILE, OPENS, POSTS, world

from osint_kit import sandbox

Ask = Callable[[str], httpx.Response]
HOME = f"https://{ARCHIVE}"
TWICE = f"https://{ADS}/ad/0003"


def copies(ask: Ask, url: str) -> list[str]:
    return [line[1] for line in ask(f"{HOME}/cdx?url={quote(url, safe='')}&output=json").json()[1:]]


def test_what_its_site_has_removed_is_held(ask: Ask) -> None:
    original = f"https://{ADS}/ad/gone"
    assert ask(original).status_code == 410
    (stamp,) = copies(ask, original)
    answer = ask(f"{HOME}/web/{stamp}/{original}")
    (article,) = BeautifulSoup(answer.text, "html.parser").select("article")
    assert (article["itemid"], article.select_one("[itemprop=text]").text) == (original, "Снято: гарантия")  # type: ignore[union-attr]  # it is there


def test_a_memento_says_when_it_was_taken_and_where_the_others_are(ask: Ask) -> None:
    first, last = copies(ask, TWICE)
    answer = ask(f"{HOME}/web/{first}/{TWICE}")
    assert parsedate_to_datetime(answer.headers["memento-datetime"]) == OPENS - timedelta(days=40)
    assert parsedate_to_datetime(answer.headers["date"]) == OPENS
    links = answer.links
    assert (links["original"]["url"], links["timegate"]["url"]) == (TWICE, f"{HOME}/web/{TWICE}")
    assert links["timemap"]["type"] == "application/link-format"
    assert links["last next memento"]["url"] == f"{HOME}/web/{last}/{TWICE}"


def test_only_its_links_are_changed_and_lead_to_the_original_site(ask: Ask) -> None:
    stamp = copies(ask, TWICE)[-1]
    page = BeautifulSoup(ask(f"{HOME}/web/{stamp}/{TWICE}").text, "html.parser")
    assert page.select_one("[itemprop=text]").get_text("\n") == HOSTILE  # type: ignore[union-attr]  # it is there
    assert {str(link["href"]).split("/")[2] for link in page.select("a[href]")} == {ADS}
    there = sandbox.fetcher(world(), clock=lambda: OPENS, site_clock=lambda: OPENS - timedelta(days=4))(TWICE)
    live = BeautifulSoup(there.body, "html.parser")
    assert page.get_text() == live.get_text()


def test_a_query_in_the_address_is_part_of_it(ask: Ask) -> None:
    original = f"https://{POSTS}/s/safar_2?before=3"
    (stamp,) = copies(ask, original)
    assert len(BeautifulSoup(ask(f"{HOME}/web/{stamp}/{original}").text, "html.parser").select("article")) == 2
    assert copies(ask, f"https://{POSTS}/s/safar_2") == []


@pytest.mark.parametrize(("days", "at"), [(100, 0), (39, 0), (21, 1), (5, 1), (0, 1)])
def test_the_timegate_negotiates_by_time(ask: Ask, days: int, at: int) -> None:
    stamp = copies(ask, TWICE)[at]
    with httpx.Client(transport=sandbox.transport(world())) as client:
        wanted = format_datetime(OPENS - timedelta(days=days))
        answer = client.get(f"{HOME}/web/{TWICE}", headers={"accept-datetime": wanted})
        assert (answer.status_code, answer.headers["location"]) == (302, f"{HOME}/web/{stamp}/{TWICE}")
        assert answer.headers["vary"] == "accept-datetime"
        assert client.get(f"{HOME}/web/{TWICE}", headers={"accept-datetime": "never"}).status_code == 400


def test_without_a_time_the_latest_and_with_another_stamp_the_nearest(ask: Ask) -> None:
    first, last = copies(ask, TWICE)
    assert ask(f"{HOME}/web/{TWICE}").headers["location"].endswith(f"{last}/{TWICE}")
    assert ask(f"{HOME}/web/2030/{TWICE}").headers["location"].endswith(f"{first}/{TWICE}")
    assert ask(f"{HOME}/web/{TWICE.replace('//', '/')}").status_code == 302
    assert ask(f"{HOME}/web/20319999/{TWICE}").status_code == 404


def test_the_timemap_lists_every_copy(ask: Ask) -> None:
    answer = ask(f"{HOME}/timemap/link/{TWICE}")
    assert answer.headers["content-type"].startswith("application/link-format")
    assert answer.text.count('memento"; datetime=') == 2
    for stamp in copies(ask, TWICE):
        assert f"<{HOME}/web/{stamp}/{TWICE}>" in answer.text
    assert ask(f"{HOME}/timemap/link/https://{ADS}/ad/0002").status_code == 404


def test_cdx_tells_digest_and_length_of_what_is_served(ask: Ask) -> None:
    lines = ask(f"{HOME}/cdx?url={ADS}&matchType=host").text.splitlines()
    assert len(lines) == 4
    key, _stamp, original, kind, status, digest, length = lines[0].split(" ")
    assert (key, original, kind, status) == ("example,bozor)/ad/0003", TWICE, "text/html", "200")
    then = OPENS - timedelta(days=40)
    body = sandbox.fetcher(world(), clock=lambda: OPENS, site_clock=lambda: then)(TWICE).body
    assert (digest, length) == (base64.b32encode(hashlib.sha1(body).digest()).decode(), str(len(body)))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (f"url={TWICE}", 2),
        (f"url={TWICE}&limit=1", 1),
        (f"url={TWICE}&from=20311201", 1),
        (f"url={TWICE}&to=20311201", 1),
        (f"url={ADS}/ad/&matchType=prefix", 3),
        (f"url={ADS}/*", 4),
        (f"url={POSTS}&matchType=host", 2),
        ("url=elsewhere.example", 0),
        ("url=https://[", 0),
    ],
)
def test_cdx_filters(ask: Ask, query: str, count: int) -> None:
    assert len(ask(f"{HOME}/cdx?{query}").text.splitlines()) == count


def test_cdx_without_an_address_is_a_wrong_question(ask: Ask) -> None:
    for query in ("", "?url=", f"?url={TWICE}&limit=x"):
        assert ask(f"{HOME}/cdx{query}").status_code == 400


def test_what_is_taken_later_is_not_held_yet(ask: Ask) -> None:
    original = f"https://{ADS}/ad/0001"
    assert copies(ask, original) == []
    with httpx.Client(transport=sandbox.transport(world(), clock=lambda: OPENS + timedelta(days=2))) as client:
        assert client.get(f"{HOME}/web/{original}", follow_redirects=True).status_code == 200


def test_a_post_that_vanishes_while_the_case_is_open_stays_in_the_archive() -> None:
    minutes = [0]
    fetch = sandbox.fetcher(world(), clock=lambda: OPENS, site_clock=lambda: OPENS + timedelta(minutes=minutes[0]))
    url, held = f"https://{POSTS}{GONE_POST}", f"{HOME}/web/https://{POSTS}{GONE_POST}"
    seen = []
    for minutes[0] in (0, 74, 75, 600):
        live, kept = fetch(url), fetch(held)
        seen.append((live.status, kept.status, "баста шуд" in kept.body.decode()))
        assert (kept.asked, kept.served.count("/web/")) == (held, 1)
    assert seen == [(200, 200, True), (200, 200, True), (410, 200, True), (410, 200, True)]
