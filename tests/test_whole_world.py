"""Over the whole demo world: every page is read, every mention of the key lies where the key says, on every page."""

from __future__ import annotations

import csv
import html
import io
import json
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import factory
import pytest
from bs4 import BeautifulSoup

from osint_kit import extract, open_world, sandbox
from osint_kit.bundle import World
from osint_kit.model import Capture, Document, Outcome, from_dict, to_dict
from osint_kit.score import open_key
from osint_kit.score.key import AnswerKey
from osint_kit.shipped import shipped

ROOT = shipped("fixtures", "silk-route")


@pytest.fixture(scope="module")
def world() -> World:
    return open_world(ROOT)


@pytest.fixture(scope="module")
def key() -> AnswerKey:
    return open_key(ROOT)


@pytest.fixture(scope="module")
def pages(world: World) -> tuple[Capture, ...]:
    """Every page that links lead to, from the front page of each site."""
    fetch = sandbox.fetcher(world, clock=lambda: factory.NOON)
    waiting = [f"https://{source.host}/" for source in world.sources]
    waiting += [f"https://{source.host}/api/companies" for source in world.sources if source.kind == "register"]
    waiting += [f"https://{source.host}/rss.xml" for source in world.sources if source.kind == "news"]
    seen: dict[str, Capture] = {}
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen[url] = fetch(url)
        waiting += links(seen[url], {source.host for source in world.sources})
    return tuple(page for page in seen.values() if page.outcome is Outcome.CAPTURED)


def links(page: Capture, hosts: set[str]) -> list[str]:
    if page.media_type != "text/html":
        return []
    found = (urljoin(page.served, str(a["href"])) for a in BeautifulSoup(page.body, "html.parser").select("a[href]"))
    return [url.partition("#")[0] for url in found if urlsplit(url).hostname in hosts]


@pytest.fixture(scope="module")
def documents(pages: tuple[Capture, ...]) -> tuple[tuple[Capture, Document], ...]:
    read = [page for page in pages if not page.asked.endswith(".mapping.toml")]  # mappings say how to read, not what
    return tuple((page, document) for page in read for document in extract.read(page))


def test_the_keys_mentions_map_onto_every_page_that_shows_them(
    world: World, key: AnswerKey, documents: tuple[tuple[Capture, Document], ...]
) -> None:
    texts, due = {}, set()
    for table in ("ads", "posts", "companies", "statuses", "articles", "messages"):
        for row in world.rows(table):
            item = str(row.get("item") or f"https://{row['host']}{row['path']}")
            texts[item] = str(row["text"])
            if not (row.get("removed") and datetime.fromisoformat(str(row["removed"])) <= world.opens):
                due.add(item)
    shown: Counter[str] = Counter()
    for page, document in documents:
        part = document.part("text")
        if document.item in texts and part:
            assert document.text[part.start : part.end] == texts[document.item], (page.asked, document.item)
            shown[document.item] += 1
    assert due <= set(shown) <= set(texts)
    archived = {urlsplit(str(row["original"]))[1:] for row in world.rows("mementos")}
    assert archived
    gone = {item for item in set(shown) - due if urlsplit(item)[1:] in archived}
    assert gone, "the archive has what its site has removed"
    by_item = {mention.item: mention for mention in key.mentions}
    assert by_item
    assert set(by_item) <= set(texts) | {each for each in by_item if "#row=" in each}
    for mention in key.mentions:
        if mention.item in texts:
            surface = texts[mention.item][mention.start : mention.end]
            assert surface == surface.strip() != "", mention
    assert sum(shown.values()) > 2 * len(texts)  # listings, details and records show the same item


def test_reading_again_gives_the_same_digests(documents: tuple[tuple[Capture, Document], ...]) -> None:
    for page in {page.id: page for page, _ in documents}.values():
        first, second = extract.read(page), extract.read(from_dict(Capture, to_dict(page)))
        assert [each.digest for each in first] == [each.digest for each in second]
        assert [each.id for each in first] == [each.id for each in second]


def test_every_statement_points_at_its_own_words(world: World, pages: tuple[Capture, ...]) -> None:
    found = extract.extract(pages, profiles=world.profiles)
    assert not found.failures
    texts = {document.id: document.text for document in found.documents}
    assert {"phone", "handle", "iban", "plate", "date", "money", "person", "organization", "entity"} <= {
        statement.kind for statement in found.statements
    }
    for statement in found.statements:
        assert texts[statement.document][statement.start : statement.end] == statement.original
        assert statement.original


def test_locators_open_the_right_cell_or_value_elsewhere(world: World, pages: tuple[Capture, ...]) -> None:
    found = extract.extract(pages, profiles=world.profiles)
    by_id = {document.id: document for document in found.documents}
    bodies = {page.id: page.body.decode("utf-8-sig") for page in pages}
    opened: Counter[str] = Counter()
    places: dict[tuple[str, str, str], set[str]] = {}
    for statement in found.statements:
        document = by_id[statement.document]
        locator = document.locate(statement.start, statement.end)
        if document.reader != "html" or document.item:
            places.setdefault((document.exhibit, document.reader, locator), set()).add(statement.original)
    for (exhibit, reader, locator), originals in places.items():
        shown = OPENERS[reader](bodies[exhibit], locator)
        assert all(original.split()[0] in shown for original in originals), (locator, originals, shown)
        opened[reader] += 1
    assert min(opened[reader] for reader in OPENERS) >= 5


def cell(text: str, locator: str) -> str:
    row, column = map(int, locator.removeprefix("#cell=").split(","))
    return table(text)[row - 1][column - 1]


def value(text: str, locator: str) -> str:
    return spoken(pointed(parsed(text), locator[1:]))


def lines(text: str, locator: str) -> str:
    first, last = map(int, locator.removeprefix("#line=").split(","))
    return "\n".join(text.splitlines()[first:last])


def entry(text: str, locator: str) -> str:
    place = locator.rpartition("xpointer(/rss[1]/")[2].removesuffix(")").replace("dc:", "{*}")
    return html.unescape(ET.fromstring(text).findtext(place) or "")


def element(text: str, locator: str) -> str:
    (only,) = soup(text).select(locator)
    return only.get_text()


table = cache(lambda text: list(csv.reader(io.StringIO(text), delimiter=";")))
parsed = cache(json.loads)
soup = lru_cache(1)(lambda text: BeautifulSoup(text, "html.parser"))
OPENERS = {
    "csv": cell,
    "feed": entry,
    "html": element,
    "json": value,
    "telegram": value,
    "transcript": lines,
    "whatsapp": lines,
}
"""Reader → how its locators are opened with somebody else's tool."""


def spoken(value: object) -> str:
    """A value, or the runs of a messenger's text joined."""
    runs = [each["text"] if isinstance(each, dict) else each for each in value] if isinstance(value, list) else [value]
    return "".join(map(str, runs))


def pointed(value: object, pointer: str) -> object:
    """RFC 6901, read independently of the kit."""
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]  # type: ignore[index]  # a JSON object
    return value


def test_the_bundle_is_the_committed_one() -> None:
    assert Path(ROOT, "key").is_dir()
