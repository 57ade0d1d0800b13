from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from urllib.robotparser import RobotFileParser

import httpx
import pytest
from pages import shown, soup
from small_world import ADS, FAMILY, HOSTILE, tables

Ask = Callable[[str], httpx.Response]
HOME = f"https://{ADS}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_home_page_lists_categories_and_the_latest(ask: Ask) -> None:
    home = ask(f"{HOME}/")
    links = [link["href"] for link in soup(home).select("main li a")]
    assert links == ["/category/family", "/category/goods%20&%20more"]
    assert shown(home)[0] == f"{HOME}{FAMILY}"
    assert len(shown(home)) == 20


def test_every_category_leads_somewhere_and_pages_to_its_end(ask: Ask) -> None:
    for link in soup(ask(f"{HOME}/")).select("main li a"):
        assert ask(f"{HOME}{link['href']}").status_code == 200
    url, seen = f"{HOME}/category/goods%20&%20more", []
    while url:
        page = ask(url)
        seen += shown(page)
        following = soup(page).select_one("a[rel=next]")
        url = f"{HOME}{following['href']}" if following else ""
    assert sorted(seen) == sorted(f"{HOME}/ad/{n:04d}" for n in range(45))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("гаранти", 2),
        ("ГАРАНТИ", 2),
        ("арантия", 0),
        ("!!!", 0),
        (".*", 0),
        ("\u04b7о\u0438\u0306", 1),  # decomposed
        ("велосипед 8", 1),
        ("281551234567", 1),
        ("+281 551-234-567", 1),
        ("@user3", 9),
    ],
)
def test_search_finds_the_beginnings_of_words_and_numbers_however_spaced(ask: Ask, query: str, count: int) -> None:
    assert len(shown(ask(str(httpx.URL(f"{HOME}/search", params={"q": query}))))) == count


def test_search_pages_keep_the_question(ask: Ask) -> None:
    first = ask(f"{HOME}/search?q=велосипед")
    following = soup(first).select_one("link[rel=next]")
    assert following is not None
    second = ask(f"{HOME}{following['href']}")
    assert len(shown(first)) == len(shown(second)) == 20
    assert not set(shown(first)) & set(shown(second))
    assert soup(second).select_one("input[name=q]")["value"] == "велосипед"  # type: ignore[index]  # the form is there


@pytest.mark.parametrize("page", ["0", "-1", "4", "x", "१", "1e3", "99999999999999999999", "1;2"])
def test_a_page_that_is_not_there_is_404(ask: Ask, page: str) -> None:
    assert ask(f"{HOME}/search?q=&page={page}").status_code == 404


def test_an_advert_stands_alone_with_microdata_and_json_ld(ask: Ask) -> None:
    row = tables()["ads"][7]
    page = soup(ask(f"{HOME}{row['path']}"))
    (article,) = page.select("article[itemscope][itemid]")
    assert article["itemid"] == f"{HOME}{row['path']}"
    assert article.select_one("[itemprop=author]").text == row["author"]  # type: ignore[union-attr]  # it is there
    assert article.select_one("time[itemprop=datePublished]")["datetime"] == row["published"]  # type: ignore[index]  # it is there
    data = json.loads(page.select_one("script[type='application/ld+json']").text)  # type: ignore[union-attr]  # it is there
    assert (data["@id"], data["text"], data["author"]["alternateName"]) == (
        article["itemid"],
        row["text"],
        row["author"],
    )


def test_json_ld_of_a_hostile_text_stays_inside_its_element(ask: Ask) -> None:
    page = soup(ask(f"{HOME}/ad/0003"))
    (script,) = page.select("script")
    assert json.loads(script.text)["text"] == HOSTILE


def test_what_is_removed_is_gone_and_what_is_to_come_is_not_there(ask: Ask) -> None:
    assert ask(f"{HOME}/ad/gone").status_code == 410
    assert ask(f"{HOME}/ad/later").status_code == 404
    assert ask(f"{HOME}/ad/0099").status_code == 404
    assert shown(ask(f"{HOME}/search?q=снято")) == shown(ask(f"{HOME}/search?q=ещё нет")) == []


def test_robots_bar_the_family_page_and_the_sitemap_leaves_it_out(ask: Ask) -> None:
    robots = ask(f"{HOME}/robots.txt").text
    rules = RobotFileParser()
    rules.parse(robots.splitlines())
    assert not rules.can_fetch("osint-kit", f"{HOME}{FAMILY}")
    assert rules.can_fetch("osint-kit", f"{HOME}/ad/0001")
    assert rules.site_maps() == [f"{HOME}/sitemap.xml"]
    listed = [str(each.text) for each in ET.fromstring(ask(f"{HOME}/sitemap.xml").text).iter(f"{MAP}loc")]
    assert sorted(listed) == sorted(f"{HOME}/ad/{n:04d}" for n in range(45))
