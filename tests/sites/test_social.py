from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from pages import plain, shown, soup
from small_world import DARI, HOSTILE, TALK, WATERMARK, tables

from osint_kit.sites.templates.statuses import account_id

Ask = Callable[[str], httpx.Response]
HOME = f"https://{TALK}"
RAHIM, YAR = account_id(TALK, "rahim_7"), account_id(TALK, "safar_yar")


def test_webfinger_leads_to_profile_and_actor(ask: Ask) -> None:
    answer = ask(f"{HOME}/.well-known/webfinger?resource=acct:rahim_7@{TALK}")
    assert answer.headers["content-type"].startswith("application/jrd+json")
    found = answer.json()
    assert found["subject"] == f"acct:rahim_7@{TALK}"
    links = {each["rel"]: each for each in found["links"]}
    assert links["self"]["type"] == "application/activity+json"
    actor = ask(links["self"]["href"])
    assert actor.headers["content-type"].startswith("application/activity+json")
    assert actor.json()["preferredUsername"] == "rahim_7"
    assert ask(links["http://webfinger.net/rel/profile-page"]["href"]).status_code == 200


@pytest.mark.parametrize(
    ("query", "status"),
    [("", 400), ("?resource=acct:nobody@x", 404), (f"?resource=acct:nobody@{TALK}", 404), ("?resource=rahim_7", 404)],
)
def test_webfinger_of_nobody(ask: Ask, query: str, status: int) -> None:
    answer = ask(f"{HOME}/.well-known/webfinger{query}")
    assert (answer.status_code, "error" in answer.json()) == (status, True)


def test_an_account_is_looked_up_by_name(ask: Ask) -> None:
    for asked in ("rahim_7", f"rahim_7@{TALK}", f"@rahim_7@{TALK}"):
        found = ask(f"{HOME}/api/v1/accounts/lookup?acct={asked}").json()
        assert (found["id"], found["acct"], found["display_name"]) == (RAHIM, "rahim_7", "Rahim <b>7</b>")
    assert found["note"] == "<p>Hills &amp; roads</p>"
    assert found["watermark"] == WATERMARK
    for asked in ("nobody", "rahim_7@elsewhere.example", ""):
        assert ask(f"{HOME}/api/v1/accounts/lookup?acct={asked}").status_code == 404


def test_statuses_page_along_the_link_header(ask: Ask) -> None:
    url, seen, pages = f"{HOME}/api/v1/accounts/{RAHIM}/statuses?limit=20", [], 0
    while url:
        answer = ask(url)
        seen += [each["url"] for each in answer.json()]
        url, pages = answer.links.get("next", {}).get("url", ""), pages + 1
    due = [row["path"] for row in tables()["statuses"] if row["author"] == "@rahim_7"]
    assert sorted(seen) == sorted(f"{HOME}{path}" for path in due if not str(path).endswith(("064", "2000")))
    assert pages == 3


def test_a_status_holds_its_text_as_html_and_a_reblog_its_origin(ask: Ask) -> None:
    hostile = ask(f"{HOME}/api/v1/statuses/109000000061").json()
    assert plain(hostile["content"]) == HOSTILE
    assert hostile["url"] == f"{HOME}/@safar_yar/109000000061"
    again = ask(f"{HOME}/api/v1/statuses/109000000062").json()
    assert again["reblog"]["url"] == f"{HOME}/@safar_yar/109000000060"
    assert again["reblog"]["reblog"] is None
    assert plain(again["content"]) == plain(again["reblog"]["content"]) == DARI
    assert again["created_at"].endswith("Z")


@pytest.mark.parametrize("number", ["109000000064", "109000002000", "1", "9" * 30])
def test_what_is_removed_or_to_come_is_not_in_the_api(ask: Ask, number: str) -> None:
    assert ask(f"{HOME}/api/v1/statuses/{number}").status_code == 404


def test_search_finds_statuses_and_accounts_by_type_and_pages(ask: Ask) -> None:
    found = ask(f"{HOME}/api/v2/search?q=суханҳои&type=statuses&limit=40&offset=40").json()
    assert (len(found["statuses"]), found["accounts"], found["hashtags"]) == (5, [], [])
    found = ask(f"{HOME}/api/v2/search?q=rahim&type=accounts").json()
    assert ([each["acct"] for each in found["accounts"]], found["statuses"]) == (["rahim_7"], [])
    assert ask(f"{HOME}/api/v2/search").json()["statuses"] == []


def test_the_directory_lists_every_account(ask: Ask) -> None:
    assert [each["acct"] for each in ask(f"{HOME}/api/v1/directory?local=true").json()] == [
        "oila",
        "rahim_7",
        "safar_yar",
    ]
    assert [each["acct"] for each in ask(f"{HOME}/api/v1/directory?offset=1&limit=1").json()] == ["rahim_7"]


def test_the_outbox_pages_to_its_end_with_creations_and_announcements(ask: Ask) -> None:
    head = ask(f"{HOME}/users/rahim_7/outbox").json()
    assert (head["type"], head["totalItems"]) == ("OrderedCollection", 46)
    url, items = head["first"], []
    while url:
        page = ask(url).json()
        assert (page["type"], page["id"], page["partOf"]) == ("OrderedCollectionPage", url, head["id"])
        items += page["orderedItems"]
        url = page.get("next", "")
    assert [each["type"] for each in items] == ["Announce"] + ["Create"] * 45
    assert items[0]["object"] == f"{HOME}/@safar_yar/109000000060"
    note = ask(items[1]["object"]["id"]).json()
    assert plain(note["content"]) == "Суханҳои рӯз 44\nсатри дуюм"
    assert ask(f"{HOME}/users/rahim_7/statuses/109000000064").json()["type"] == "Tombstone"


def test_a_profile_pages_back_and_a_status_stands_alone(ask: Ask) -> None:
    url, seen = f"{HOME}/@rahim_7", []
    while url:
        page = ask(url)
        seen += shown(page)
        older = soup(page).select_one("a[rel=next]")
        url = f"{HOME}{older['href']}" if older else ""
    assert len(seen) == len(set(seen)) == 46
    page = ask(f"{HOME}/@rahim_7/109000000062")
    article = soup(page).select_one("article")
    assert article is not None
    assert article.select_one("a[itemprop=isBasedOn]")["href"] == f"{HOME}/@safar_yar/109000000060"  # type: ignore[index]  # it is there
    text = article.select_one("[itemprop=text]")
    assert (text["lang"], text["dir"]) == ("fa", "auto")  # type: ignore[index]  # it is there


def test_what_was_there_is_gone_and_what_never_was_is_not_there(ask: Ask) -> None:
    assert ask(f"{HOME}/@rahim_7/109000000064").status_code == 410
    for path in ("/@rahim_7/109000002000", "/@rahim_7/1", "/@nobody", "/users/nobody", "/users/nobody/outbox"):
        assert ask(f"{HOME}{path}").status_code == 404


@pytest.mark.parametrize("number", ["x", "-1", "१", "9" * 40])
def test_a_place_in_time_that_is_no_number_is_404(ask: Ask, number: str) -> None:
    for path in (f"/@rahim_7?max_id={number}", f"/api/v1/accounts/{RAHIM}/statuses?max_id={number}"):
        assert ask(f"{HOME}{path}").status_code == 404
