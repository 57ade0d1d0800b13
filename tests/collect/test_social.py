from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from factory import capture
from small_world import DARI, TALK

from osint_kit.collect import collect, search
from osint_kit.errors import UnexpectedLayout
from osint_kit.model import Capture, Outcome, Task

Served = Callable[[str], Capture]
STATUS = {"url": "https://a.example/@x/1", "content": "<p>one<br>two</p><p>three &amp; four</p>"}


def server(**answers: object) -> Served:
    """A fetch over canned JSON, by the last step of the path."""

    def fetch(url: str) -> Capture:
        if url.endswith("/robots.txt"):
            return capture(url, "", status=404, outcome=Outcome.NOT_FOUND)
        name = url.partition("?")[0].rpartition("/")[2]
        answer = answers.get(name)
        return answer if isinstance(answer, Capture) else capture(url, json.dumps(answer), "application/json")

    return fetch


def test_a_search_asks_the_api_and_names_the_pages(fetch: Served) -> None:
    hits = list(search(Task(TALK, "social", ("تضمین",)), fetch))
    assert {(hit.url.rpartition("/")[2], hit.excerpt) for hit in hits} == {
        ("109000000060", DARI),
        ("109000000062", DARI),
    }
    assert all("/api/v2/search?" in url for url in fetch.asked if not url.endswith("robots.txt"))  # type: ignore[attr-defined]  # the log


def test_a_search_pages_to_its_end_and_keeps_the_limit(fetch: Served) -> None:
    assert len(list(search(Task(TALK, "social", ("суханҳои",)), fetch))) == 45
    assert len(list(search(Task(TALK, "social", ("суханҳои",), page_limit=1), fetch))) == 40


def test_what_is_kept_is_the_page_not_the_api_s_answer(fetch: Served) -> None:
    (hit, *_others) = search(Task(TALK, "social", ("тӯй",)), fetch)
    (page,) = collect(Task(TALK, "social", targets=(hit.url,)), fetch)
    assert (page.outcome, page.note) == (Outcome.BLOCKED, "robots.txt disallows it")
    (page,) = collect(Task(TALK, "social", targets=(f"https://{TALK}/@rahim_7/109000000064",)), fetch)
    assert (page.status, page.outcome) == (410, Outcome.NOT_FOUND)


def test_html_of_another_server_is_read_as_text() -> None:
    (hit,) = search(Task("a.example", "social", ("x",)), server(search={"statuses": [STATUS]}))
    assert (hit.url, hit.excerpt) == ("https://a.example/@x/1", "one\ntwo\nthree & four")


@pytest.mark.parametrize(
    "answer",
    [
        [],
        {},
        {"statuses": {}},
        {"statuses": [1]},
        {"statuses": [{"url": 1, "content": "x"}]},
        {"statuses": [{"url": "/1"}]},
        None,
    ],
)
def test_an_answer_of_another_shape_says_what_and_where(answer: object) -> None:
    with pytest.raises(UnexpectedLayout, match=r"at https://a\.example/api/v2/search"):
        list(search(Task("a.example", "social", ("x",)), server(search=answer)))


@pytest.mark.parametrize("body", ["[" * 100_000, '{"statuses": NaN}', '{"a": 1, "a": 2}', "{"])
def test_hostile_json_is_an_item_error(body: str) -> None:
    answer = capture("https://a.example/api/v2/search", body, "application/json")
    with pytest.raises(UnexpectedLayout, match="expected JSON"):
        list(search(Task("a.example", "social", ("x",)), server(search=answer)))


def test_pages_that_lead_in_a_circle_or_elsewhere_end() -> None:
    for place in ("?limit=40", "https://evil.test/"):
        url = "https://a.example/api/v1/accounts/7/statuses"
        link = (("content-type", "application/json"), ("link", f'<{place}>; rel="next"'))
        page = capture(url, json.dumps([STATUS]), headers=link)
        found = list(search(Task("a.example", "social"), server(directory=[{"id": "7"}], statuses=page)))
        assert len(found) == 1
