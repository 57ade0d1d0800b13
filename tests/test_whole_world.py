"""Over the whole demo world: every page is read, every mention of the key lies where the key says, on every page."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from datetime import datetime
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
    texts = {}
    for table in ("ads", "posts", "companies"):
        for row in world.rows(table):
            gone = row.get("removed") and datetime.fromisoformat(str(row["removed"])) <= world.opens
            if not gone:
                texts[f"https://{row['host']}{row['path']}"] = str(row["text"])
    shown: Counter[str] = Counter()
    for page, document in documents:
        part = document.part("text")
        if document.item in texts and part:
            assert document.text[part.start : part.end] == texts[document.item], (page.asked, document.item)
            shown[document.item] += 1
    assert set(shown) == set(texts)
    by_item = {mention.item: mention for mention in key.mentions}
    assert by_item
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
    bodies = {page.id: page for page in pages}
    opened: Counter[str] = Counter()
    for statement in found.statements:
        document = by_id[statement.document]
        locator = document.locate(statement.start, statement.end)
        text = bodies[document.exhibit].body.decode("utf-8-sig")
        if locator.startswith("#cell="):
            row, column = map(int, locator.removeprefix("#cell=").split(","))
            assert statement.original in list(csv.reader(io.StringIO(text), delimiter=";"))[row - 1][column - 1]
            opened["csv"] += 1
        elif locator.startswith("#/"):
            assert statement.original in str(pointed(json.loads(text), locator[1:]))
            opened["json"] += 1
        elif document.reader == "html" and document.item:
            (element,) = BeautifulSoup(text, "html.parser").select(locator)
            assert statement.original.split()[0] in element.get_text()
            opened["html"] += 1
    assert min(opened[reader] for reader in ("csv", "json", "html")) > 20


def pointed(value: object, pointer: str) -> object:
    """RFC 6901, read independently of the kit."""
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]  # type: ignore[index]  # a JSON object
    return value


def test_the_bundle_is_the_committed_one() -> None:
    assert Path(ROOT, "key").is_dir()
