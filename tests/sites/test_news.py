from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from urllib.robotparser import RobotFileParser

import httpx
import pytest
from pages import plain, shown, soup
from small_world import DARI, GAZETTE, HOSTILE, NEWS, OPENS, WATERMARK

Ask = Callable[[str], httpx.Response]
HOME = f"https://{NEWS}"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_home_page_leads_to_sections_feeds_and_search(ask: Ask) -> None:
    page = soup(ask(f"{HOME}/"))
    assert [link["href"] for link in page.select("main li a")] == ["/section/births", "/section/hills%20&%20roads"]
    for link in page.select("head link[href]"):
        answer = ask(f"{HOME}{link['href']}")
        assert answer.headers["content-type"].partition(";")[0] == link["type"]
        assert WATERMARK in "".join(ET.fromstring(answer.text).itertext())


def test_a_section_pages_to_its_end(ask: Ask) -> None:
    url, seen = f"{HOME}/section/hills%20&%20roads", []
    while url:
        page = ask(url)
        seen += shown(page)
        following = soup(page).select_one("a[rel=next]")
        url = f"{HOME}{following['href']}" if following else ""
    assert len(seen) == len(set(seen)) == 47
    assert ask(f"{HOME}/section/none").status_code == 404


def test_an_article_is_marked_for_machines_three_times_over(ask: Ask) -> None:
    page = soup(ask(f"{HOME}/2031/050"))
    (article,) = page.select("article[itemscope][itemid]")
    assert article["itemtype"] == "https://schema.org/NewsArticle"
    assert article.select_one("[itemprop=headline]").text == "<i>Title</i> & more"  # type: ignore[union-attr]  # it is there
    said = {str(node["property"]): str(node["content"]) for node in page.select("meta[property]")}
    assert (said["og:type"], said["og:title"], said["og:url"]) == ("article", "<i>Title</i> & more", article["itemid"])
    data = json.loads(page.select_one("script[type='application/ld+json']").text)  # type: ignore[union-attr]  # it is there
    assert (data["@type"], data["@id"], data["articleBody"]) == ("NewsArticle", article["itemid"], HOSTILE)


def test_rss_gives_every_article_page_after_page(ask: Ask) -> None:
    url, texts = f"{HOME}/rss.xml", {}
    while url:
        channel = ET.fromstring(ask(url).text).find("channel")
        assert channel is not None
        for item in channel.iter("item"):
            texts[item.findtext("link")] = plain(item.findtext("description") or "")
            assert parsedate_to_datetime(item.findtext("pubDate") or "") <= OPENS
        url = next((link.get("href", "") for link in channel.iter(f"{ATOM}link") if link.get("rel") == "next"), "")
    assert len(texts) == 48
    assert (texts[f"{HOME}/2031/050"], texts[f"{HOME}/2031/051"]) == (HOSTILE, DARI)


def test_atom_says_the_same(ask: Ask) -> None:
    root = ET.fromstring(ask(f"{HOME}/atom.xml").text)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 20
    contents = {each.findtext(f"{ATOM}id"): plain(each.findtext(f"{ATOM}content") or "") for each in entries}
    assert contents[f"{HOME}/2031/050"] == HOSTILE
    assert root.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}published")


@pytest.mark.parametrize(
    ("query", "count"), [("кафолат", 46), ("хабар 7", 1), ("title", 1), ("@reporter1", 16), ("!", 0)]
)
def test_search_looks_in_headline_text_and_author(ask: Ask, query: str, count: int) -> None:
    found, number = [], 1
    while (page := ask(str(httpx.URL(f"{HOME}/search", params={"q": query, "page": number})))).status_code == 200:
        found += shown(page)
        number += 1
    assert len(found) == len(set(found)) == count


def test_robots_bar_what_the_sitemap_leaves_out(ask: Ask) -> None:
    rules = RobotFileParser()
    rules.parse(ask(f"{HOME}/robots.txt").text.splitlines())
    assert not rules.can_fetch("osint-kit", f"{HOME}/births/52")
    assert rules.site_maps() == [f"{HOME}/sitemap.xml"]
    listed = ask(f"{HOME}/sitemap.xml").text
    assert f"{HOME}/2031/001<" in listed
    assert "/births/" not in listed


def test_removed_articles_are_gone_and_those_to_come_are_not_there(ask: Ask) -> None:
    assert ask(f"{HOME}/2031/053").status_code == 410
    for path in ("/2031/054", "/2031/999", "/rss.xml?page=9", "/atom.xml?page=x"):
        assert ask(f"{HOME}{path}").status_code == 404


def test_a_second_host_of_the_kind_serves_its_own(ask: Ask) -> None:
    assert sorted(shown(ask(f"https://{GAZETTE}/"))) == [f"https://{GAZETTE}/2031/001", f"https://{GAZETTE}/2031/002"]
    assert ask(f"https://{GAZETTE}/2031/003").status_code == 404
