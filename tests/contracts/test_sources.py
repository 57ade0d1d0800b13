"""What every kind of source keeps, run over the registries: sites that answer, sites that fail, sites that lie."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from factory import NOON, capture
from small_world import ADS, HOSTS, POSTS, world

from osint_kit import sandbox
from osint_kit.bundle import World, open_world
from osint_kit.collect import collect, search
from osint_kit.collect.sources import collectors, searchers
from osint_kit.errors import ItemError
from osint_kit.model import Capture, Outcome, Task
from osint_kit.sites import sites

HOST_OF = {kind: host for host, kind in HOSTS.items()}
DEMO = Path(__file__).parents[2] / "fixtures" / "silk-route"
ITEMS = {"classifieds": "ads", "channels": "posts", "register": "companies", "social": "statuses", "news": "articles"}
TERMS = {"archive": (ADS, POSTS)}
"""What a kind can be asked for; the others are asked for words."""


@pytest.fixture(params=sorted(collectors))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_kind_has_a_site_a_searcher_and_a_collector_that_say_what_they_do() -> None:
    assert sorted(sites) == sorted(searchers) == sorted(collectors)
    for family in (searchers, collectors):
        for name, member in family.items():
            assert member.__doc__
            assert member.__module__ == f"osint_kit.collect.sources.{name}"


def worlds() -> list[object]:
    missing = pytest.mark.skipif(not (DEMO / "world.toml").is_file(), reason="no demo world in this checkout")
    return [pytest.param("", id="small"), pytest.param(str(DEMO), id="silk-route", marks=missing)]


def on_show(made: World, host: str, table: str) -> dict[str, str]:
    """Address and text of every item that its site shows now and lets robots read."""
    (barred,) = (tuple(row.get("disallow") or ()) for row in made.rows("sites") if row["host"] == host)  # type: ignore[arg-type]  # a list
    return {
        f"https://{host}{row['path']}": str(row["text"])
        for row in made.rows(table)
        if row["host"] == host
        and datetime.fromisoformat(str(row["published"])) <= made.opens
        and not (row.get("removed") and datetime.fromisoformat(str(row["removed"])) <= made.opens)
        and not str(row["path"]).startswith(barred)
    }


@pytest.mark.parametrize("folder", worlds())
@pytest.mark.parametrize("kind", sorted(ITEMS))
def test_what_the_world_states_is_what_collection_finds(folder: str, kind: str) -> None:
    made = open_world(folder) if folder else world()
    if not (made.path / "tables" / f"{ITEMS[kind]}.jsonl").is_file():
        pytest.skip(f"the world has no {kind}")
    fetch = sandbox.fetcher(made, clock=lambda: NOON)
    for row in made.rows("sites"):
        host = str(row["host"])
        if row["kind"] != kind:
            continue
        stated = on_show(made, host, ITEMS[kind])
        hits = list(search(Task(host, kind, ("",), page_limit=10_000), fetch))
        found = {hit.url: hit.excerpt for hit in hits}
        assert len(found) == len(hits)
        assert {url: found.get(url) for url in stated} == {url: text[:500] for url, text in stated.items()}
        captures = list(collect(Task(host, kind, targets=tuple(found)), fetch))
        assert {each.asked for each in captures if each.outcome is Outcome.CAPTURED} == set(stated)
        assert all(each.outcome is Outcome.BLOCKED for each in captures if each.asked not in stated)


def test_the_same_errand_twice_brings_the_same(kind: str) -> None:
    task = Task(HOST_OF[kind], kind, TERMS.get(kind, ("гаранти", "кафолат", "nazarov")))
    fetch = sandbox.fetcher(world(), clock=lambda: NOON)
    hits = list(search(task, fetch))
    assert hits
    assert hits == list(search(task, fetch))
    errand = Task(HOST_OF[kind], kind, targets=tuple(hit.url for hit in hits))
    assert list(collect(errand, fetch)) == list(collect(errand, fetch))


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500, 503])
def test_a_site_that_fails_is_a_capture_and_for_a_search_an_item_error(kind: str, status: int) -> None:
    def fetch(url: str) -> Capture:
        if url.endswith("/robots.txt"):
            return capture(url, "", status=404, outcome=Outcome.NOT_FOUND)
        return capture(url, "", status=status, outcome=Outcome.ERROR)

    with pytest.raises(ItemError, match=f"status {status}"):
        list(search(Task("a.example", kind, TERMS.get(kind, ("x",))), fetch))
    captures = list(collect(Task("a.example", kind, targets=("https://a.example/1",)), fetch))
    assert [(each.status, each.outcome) for each in captures] == [(status, Outcome.ERROR)]


BODIES = [
    b"",
    b"\x00\xff\xfe" * 50,
    b"<",
    b"{",
    b"[[[[",
    b"<article itemid itemscope>",
    b"<main>" * 5000,
    b"<a href='https://['>",
]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
@pytest.mark.parametrize("media_type", ["text/html", "application/json", "image/png", ""])
def test_a_malformed_page_is_an_item_error_or_no_hits(kind: str, body: bytes, media_type: str) -> None:
    def fetch(url: str) -> Capture:
        return capture(url, b"" if url.endswith("robots.txt") else body, media_type)

    found: list[object] = []
    said = ""
    try:
        found += search(Task("a.example", kind, TERMS.get(kind, ("x",))), fetch)
    except ItemError as error:
        said = str(error)
    assert found == []
    assert not said or "https://a.example/" in said
