from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from factory import capture
from small_world import ADS, ARCHIVE, FAMILY, GONE_POST, OPENS, POSTS

from osint_kit.collect import collect, search
from osint_kit.errors import UnexpectedLayout
from osint_kit.model import Capture, Outcome, Task

Served = Callable[[str], Capture]
GONE = f"https://{ADS}/ad/gone"


def served(answer: str, media_type: str = "application/json") -> Served:
    def fetch(url: str) -> Capture:
        if url.endswith("robots.txt"):
            return capture(url, "", status=404, outcome=Outcome.NOT_FOUND)
        return capture(url, answer, media_type)

    return fetch


def test_an_address_that_is_gone_is_fetched_in_every_copy(fetch: Served) -> None:
    (kept,) = collect(Task(ARCHIVE, "archive", targets=(GONE,)), fetch)
    assert kept.outcome is Outcome.CAPTURED
    assert kept.served.startswith(f"https://{ARCHIVE}/web/2031")
    assert kept.served.endswith(GONE)
    assert kept.header("memento-datetime")
    twice = list(collect(Task(ARCHIVE, "archive", targets=(f"https://{ADS}/ad/0003",)), fetch))
    assert len({each.served for each in twice}) == 2
    assert len(list(collect(Task(ARCHIVE, "archive", targets=(f"https://{ADS}/ad/0003",), page_limit=1), fetch))) == 1


def test_a_copy_named_by_hand_is_fetched_as_it_is(fetch: Served) -> None:
    (hit,) = search(Task(ARCHIVE, "archive", (GONE,)), fetch)
    (kept,) = collect(Task(ARCHIVE, "archive", targets=(hit.url,)), fetch)
    assert (kept.asked, kept.outcome) == (hit.url, Outcome.CAPTURED)


def test_what_the_archive_does_not_hold_is_a_gap_one_can_see(fetch: Served) -> None:
    (gap,) = collect(Task(ARCHIVE, "archive", targets=(f"https://{ADS}/ad/0002",)), fetch)
    assert (gap.status, gap.outcome) == (404, Outcome.NOT_FOUND)


def test_a_host_lists_what_is_held_of_it_and_words_are_not_asked(fetch: Served) -> None:
    hits = list(search(Task(ARCHIVE, "archive", ("кафолат", POSTS, "")), fetch))
    assert sorted(hit.excerpt.split()[0] for hit in hits) == [
        f"https://{POSTS}/s/safar_2?before=3",
        f"https://{POSTS}{GONE_POST}",
    ]
    stamp = (OPENS - timedelta(days=5)).strftime("%Y%m")
    assert all(hit.excerpt.split()[1].startswith(stamp) for hit in hits)
    assert not [url for url in fetch.asked if "url=%D0" in url]  # type: ignore[attr-defined]  # the log


@pytest.mark.parametrize(
    "written", ["web/{stamp}/{url}", "web/{url}", "timemap/link/{url}", "cdx?url={url}", "web/{stamp}/{shorter}"]
)
def test_what_the_plan_excludes_is_not_fetched_from_the_archive_either(fetch: Served, written: str) -> None:
    url = f"https://{ADS}{FAMILY}"
    target = f"https://{ARCHIVE}/" + written.format(url=url, stamp="20311214040000", shorter=url.replace("//", "/"))
    for named in (target, url):
        task = Task(ARCHIVE, "archive", targets=(named,), excluded=("/family/",))
        (refused,) = collect(task, fetch)
        assert (refused.outcome, refused.note) == (Outcome.BLOCKED, "the plan excludes it")
    with pytest.raises(UnexpectedLayout, match="the plan excludes it"):
        list(search(Task(ARCHIVE, "archive", (url,), excluded=("/family/",)), fetch))


@pytest.mark.parametrize("answer", [{}, [["a", "b"]], ["x"], [["timestamp", "original"], ["1"]], 7])
def test_an_index_of_another_shape_says_what_and_where(answer: object) -> None:
    with pytest.raises(UnexpectedLayout, match=r"at https://a\.example/cdx"):
        list(search(Task("a.example", "archive", ("b.example",)), served(json.dumps(answer))))


def test_an_empty_index_holds_nothing() -> None:
    for answer in ("[]", '[["urlkey","timestamp","original"]]'):
        assert list(search(Task("a.example", "archive", ("b.example",)), served(answer))) == []


def test_a_timemap_that_names_no_copy_of_its_own_says_so() -> None:
    answer = '<https://b.example/>; rel="original", <https://evil.test/web/1/x>; rel="memento"; datetime="x"'
    with pytest.raises(UnexpectedLayout, match="a TimeMap with copies"):
        list(collect(Task("a.example", "archive", targets=("https://b.example/",)), served(answer)))
