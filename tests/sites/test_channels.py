from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from pages import soup
from small_world import BARRED_CHANNEL, POSTS

Ask = Callable[[str], httpx.Response]
HOME = f"https://{POSTS}"


def posts(answer: httpx.Response) -> list[str]:
    return [str(node["data-post"]) for node in soup(answer).select("article[data-post]")]


def test_the_list_leads_to_every_channel(ask: Ask) -> None:
    links = [str(link["href"]) for link in soup(ask(f"{HOME}/")).select("main li a")]
    assert links == [f"/s/{BARRED_CHANNEL}", "/s/safar_2", "/s/salom_1"]
    assert [ask(f"{HOME}{link}").status_code for link in links] == [200, 200, 200]


def test_pages_go_back_in_time_to_the_first_post(ask: Ask) -> None:
    url, seen, pages = f"{HOME}/s/salom_1", [], 0
    while url:
        page = ask(url)
        numbers = [int(name.rpartition("/")[2]) for name in posts(page)]
        assert numbers == sorted(numbers)
        assert not seen or max(numbers) < min(seen)
        seen, pages = numbers + seen, pages + 1
        older = soup(page).select_one("a[rel=next]")
        url = f"{HOME}{older['href']}" if older else ""
    assert (len(seen), pages, seen[0], seen[-1]) == (46, 3, 1, 500)


def test_before_shows_what_is_older(ask: Ask) -> None:
    assert posts(ask(f"{HOME}/s/salom_1?before=5")) == ["salom_1/1", "salom_1/4"]
    assert posts(ask(f"{HOME}/s/salom_1?before=1")) == []


@pytest.mark.parametrize("before", ["0", "x", "-3", "1.5"])
def test_a_place_in_time_that_is_no_number_is_404(ask: Ask, before: str) -> None:
    assert ask(f"{HOME}/s/salom_1?before={before}").status_code == 404


def test_search_stays_in_its_channel(ask: Ask) -> None:
    assert posts(ask(f"{HOME}/s/salom_1?q=кафолат")) == ["salom_1/500"]
    assert posts(ask(f"{HOME}/s/safar_2?q=кафолат")) == ["safar_2/1"]
    assert posts(ask(f"{HOME}/s/salom_1?q=хабари&before=5")) == ["salom_1/1", "salom_1/4"]


def test_a_forwarded_post_names_its_origin(ask: Ask) -> None:
    article = soup(ask(f"{HOME}/salom_1/500")).select_one("article")
    assert article is not None
    assert "Forwarded from" in article.text
    assert article.select_one("a[itemprop=isBasedOn]")["href"] == f"{HOME}/safar_2/1"  # type: ignore[index]  # it is there
    assert "Forwarded" not in ask(f"{HOME}/safar_2/1").text


def test_a_post_stands_alone_and_unknown_ones_are_not_there(ask: Ask) -> None:
    assert posts(ask(f"{HOME}/safar_2/1")) == ["safar_2/1"]
    assert ask(f"{HOME}/safar_2/9").status_code == 404
    assert ask(f"{HOME}/nobody/1").status_code == 404
    assert ask(f"{HOME}/s/nobody").status_code == 404
    assert ask(f"{HOME}/nobody").status_code == 404


def test_the_short_address_of_a_channel_leads_to_its_preview(ask: Ask) -> None:
    answer = ask(f"{HOME}/safar_2")
    assert (answer.status_code, answer.headers["location"]) == (302, f"{HOME}/s/safar_2")
