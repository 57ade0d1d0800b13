"""What every site keeps, run over the registry: a new site is tested before its author writes a line."""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from small_world import HOSTS, OPENS, WATERMARK, world

from osint_kit.bundle import World, open_world
from osint_kit.sites import sites

HOST_OF = {kind: host for host, kind in HOSTS.items()}
DEMO = Path(__file__).parents[2] / "fixtures" / "silk-route"
ATTACK = "\"'><img src=x onerror=alert(1)>{{7*7}}\u202e\x00</script>"
TABLES = ("ads", "posts", "companies", "statuses", "articles")


def get(
    host: str, path: str, made: World | None = None, now: datetime | None = None, method: str = "GET"
) -> httpx.Response:
    made = made or world()
    kind = next(str(row["kind"]) for row in made.rows("sites") if row["host"] == host)
    return sites[kind](made, httpx.Request(method, urljoin(f"https://{host}", path)), now or made.opens)


@pytest.fixture(params=sorted(sites))
def host(request: pytest.FixtureRequest) -> str:
    return HOST_OF[request.param]


def pages(host: str, made: World | None = None) -> Iterator[tuple[str, httpx.Response]]:
    """Every page that can be reached from the home page, by links on the same host, and what a search adds."""
    waiting = [
        f"https://{host}/",
        f"https://{host}/search?q=",
        f"https://{host}/robots.txt",
        f"https://{host}/sitemap.xml",
    ]
    seen = set(waiting)
    while waiting:
        url = waiting.pop()
        answer = get(host, url, made)
        yield url, answer
        for node in LexborHTMLParser(answer.text).css("a[href], link[href]"):
            following = urljoin(url, node.attributes["href"] or "")
            if urlsplit(following).netloc == host and following not in seen:
                seen.add(following)
                waiting.append(following)


def text_of(node: LexborNode) -> str:
    """An independent reading: the element's inner HTML, `<br>` a new line, tags dropped, entities resolved."""
    inner = LexborHTMLParser(node.html.replace("<br>", "\n"))  # type: ignore[union-attr]  # an element has HTML
    return inner.body.text()  # type: ignore[union-attr]  # a parsed page has a body


def items_of(made: World) -> dict[str, str]:
    rows = (row for table in TABLES if table_of(made, table) for row in made.rows(table))
    return {f"https://{row['host']}{row['path']}": str(row["text"]) for row in rows}


def table_of(made: World, table: str) -> bool:
    return (made.path / "tables" / f"{table}.jsonl").is_file()


def test_every_site_is_documented_and_named_for_its_kind() -> None:
    for name, site in sites.items():
        assert site.__doc__
        assert site.__module__ == f"osint_kit.sites.{name}"
    assert sorted(sites) == sorted(HOST_OF)


def test_the_same_request_gives_the_same_bytes(host: str) -> None:
    for url, answer in pages(host):
        again = get(host, url)
        assert (again.status_code, again.content, again.headers) == (answer.status_code, answer.content, answer.headers)


def test_every_page_reached_by_a_link_is_there_marked_and_dated(host: str) -> None:
    for url, answer in pages(host):
        assert answer.status_code in (200, 301, 302) or url.endswith(("/sitemap.xml", "/search?q=")), url
        assert parsedate_to_datetime(answer.headers["date"]) == OPENS
        if answer.headers["content-type"].startswith("text/html"):
            mark = LexborHTMLParser(answer.text).css_first(".watermark")
            assert mark is not None
            assert mark.text() == WATERMARK


def test_nothing_on_a_page_is_fetched_from_another_host(host: str) -> None:
    for _url, answer in pages(host):
        page = LexborHTMLParser(answer.text)
        assert not page.css("[src], link[rel=stylesheet], iframe, object, embed, base, meta[http-equiv]")
        assert not [node for node in page.css("script") if node.attributes.get("type") != "application/ld+json"]


@pytest.mark.parametrize(
    "path", ["/no/such/page", "/%2e%2e/key/seed.toml", "/\u202e", "/a?b=c", "/%00", "/" + "a" * 5000]
)
def test_an_unknown_path_is_404_and_marked(host: str, path: str) -> None:
    answer = get(host, path)
    assert answer.status_code == 404
    assert html.escape(WATERMARK) in answer.text or WATERMARK in answer.text


@pytest.mark.parametrize(
    "where",
    ["/search", "/", "/s/salom_1", "/api/companies", "/category/x", "/ad/0001", "/api/v2/search", "/@rahim_7", "/cdx"],
)
@pytest.mark.parametrize("name", ["q", "page", "before", "url", "max_id", "x"])
def test_a_hostile_query_is_escaped(host: str, where: str, name: str) -> None:
    answer = get(host, str(httpx.URL(f"https://{host}{where}", params={name: ATTACK})))
    assert answer.status_code in (200, 400, 404)
    page = LexborHTMLParser(answer.text if answer.headers["content-type"].startswith("text/html") else "")
    assert not page.css("img, [onerror]")
    for field in page.css("input[name=q]"):
        assert field.attributes["value"] in ("", ATTACK.replace("\x00", "\ufffd"))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_a_site_is_only_read(host: str, method: str) -> None:
    assert get(host, "/", method=method).status_code == 405


def test_head_is_get_without_the_body(host: str) -> None:
    answer, head = get(host, "/"), get(host, "/", method="HEAD")
    assert (head.status_code, head.headers, head.content) == (200, answer.headers, b"")


def worlds() -> list[object]:
    missing = pytest.mark.skipif(not (DEMO / "world.toml").is_file(), reason="no demo world in this checkout")
    return [pytest.param("", id="small"), pytest.param(str(DEMO), id="silk-route", marks=missing)]


@pytest.mark.parametrize("folder", worlds())
def test_every_page_that_shows_an_item_shows_its_text_verbatim(folder: str) -> None:
    made = open_world(folder) if folder else world()
    items, seen, archived = items_of(made), dict.fromkeys(items_of(made), 0), set()
    for row in made.rows("sites"):
        for url, answer in pages(str(row["host"]), made):
            if not answer.headers["content-type"].startswith("text/html"):
                continue
            for article in LexborHTMLParser(answer.text).css("article[itemscope][itemid]"):
                (text,) = article.css('[itemprop="text"]')
                name = article.attributes["itemid"] or ""
                assert text_of(text) == items[name], (url, name)
                if row["kind"] == "archive":
                    archived.add(name)
                else:
                    seen[name] += 1
    due = {
        f"https://{row['host']}{row['path']}"
        for table in TABLES
        if table_of(made, table)
        for row in made.rows(table)
        if datetime.fromisoformat(str(row["published"])) <= made.opens
        and not (row.get("removed") and datetime.fromisoformat(str(row["removed"])) <= made.opens)
    }
    assert {name for name, count in seen.items() if count} == due
    assert all(seen[name] >= 2 for name in due), "each on its own page, and on a listing"
    if not folder:
        assert archived - due, "the archive has what its site has removed"


@pytest.mark.parametrize("folder", worlds())
def test_the_api_of_a_register_gives_every_record_verbatim(folder: str) -> None:
    made = open_world(folder) if folder else world()
    for row in made.rows("companies"):
        record = get(str(row["host"]), f"/api/companies/{row['number']}", made).json()
        assert (record["@id"], record["text"]) == (f"https://{row['host']}{row['path']}", row["text"])
