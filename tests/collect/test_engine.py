from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from factory import capture
from small_world import ADS, BARRED_CHANNEL, CHATS, FAMILY, FILES, FIRMS, HOSTILE, POSTS, tables

from osint_kit.collect import collect, search
from osint_kit.errors import NotInSandbox, UnexpectedLayout, UnknownPlugin
from osint_kit.model import Capture, Hit, Outcome, Task

Served = Callable[[str], Capture]
LISTING = '<main><article itemscope itemid="/ad/1"><p itemprop="text">one</p></article></main>'


def urls(hits: list[Hit]) -> list[str]:
    return [hit.url for hit in hits]


def canned(**pages: str | Capture) -> Served:
    """A fetch over canned pages: `search="…"` answers /search…; everything else is 404."""

    def fetch(url: str) -> Capture:
        path = url.split("/", 3)[3]
        page = next((page for name, page in pages.items() if path.startswith(name)), None)
        if isinstance(page, Capture):
            return page
        if page is None:
            return capture(url, "", status=404, outcome=Outcome.NOT_FOUND)
        return capture(url, page)

    return fetch


def test_a_search_finds_what_the_site_shows_with_its_whole_text(fetch: Served) -> None:
    (hit,) = search(Task(POSTS, "channels", ("роҳи нав",), excluded=("/salom_1/",)), fetch)
    assert hit == Hit(POSTS, "роҳи нав", f"https://{POSTS}/safar_2/1", tables()["posts"][45]["text"])  # type: ignore[arg-type]  # a text


def test_what_two_terms_find_is_two_hits_of_one_id(fetch: Served) -> None:
    task = Task(ADS, "classifieds", ("гаранти", "пакет"), excluded=(FAMILY,))
    hits = list(search(task, fetch))
    assert [hit.term for hit in hits] == ["гаранти", "пакет"]
    assert len({hit.id for hit in hits}) == 1


def test_search_pages_to_the_end_and_no_further_than_the_limit(fetch: Served) -> None:
    whole = Task(ADS, "classifieds", ("",))
    assert len(list(search(whole, fetch))) == 46
    assert len(list(search(dataclasses.replace(whole, page_limit=2), fetch))) == 40


def test_an_excerpt_is_the_text_verbatim_with_its_lines(fetch: Served) -> None:
    (hit,) = search(Task(ADS, "classifieds", ("строка",)), fetch)
    assert hit.excerpt == HOSTILE


def test_a_barred_channel_is_passed_over(fetch: Served) -> None:
    hits = list(search(Task(POSTS, "channels", ("кафолат",)), fetch))
    assert urls(hits) == [f"https://{POSTS}/safar_2/1", f"https://{POSTS}/salom_1/500"]
    assert not [url for url in fetch.asked if BARRED_CHANNEL in url]  # type: ignore[attr-defined]  # the log


def test_excluded_hits_are_not_even_listed(fetch: Served) -> None:
    found = urls(list(search(Task(ADS, "classifieds", ("гаранти",)), fetch)))
    kept = urls(list(search(Task(ADS, "classifieds", ("гаранти",), excluded=("/family",)), fetch)))
    assert set(found) - set(kept) == {f"https://{ADS}{FAMILY}"}


def test_the_register_is_asked_in_json_and_collected_as_pages(fetch: Served) -> None:
    hits = list(search(Task(FIRMS, "register", ("nazarov",)), fetch))
    assert [hit.excerpt for hit in hits] == [row["text"] for row in tables()["companies"]]
    (page,) = collect(Task(FIRMS, "register", targets=(hits[1].url,)), fetch)
    assert (page.media_type, page.outcome) == ("text/html", Outcome.CAPTURED)


def test_a_partner_gives_index_files_and_mapping_files(fetch: Served) -> None:
    hits = list(search(Task(FILES, "partner"), fetch))
    everything = list(collect(Task(FILES, "partner"), fetch))
    table = f"https://{FILES}/files/calls.csv"
    files = [f"https://{FILES}/files/{name}" for name in sorted(("calls.csv", "calls.csv.mapping.toml", *CHATS))]
    assert urls(hits) == files
    assert [each.asked for each in everything] == [f"https://{FILES}/", *files]
    assert [each.asked for each in collect(Task(FILES, "partner", targets=(table,)), fetch)] == [
        f"https://{FILES}/",
        table,
        f"{table}.mapping.toml",
    ]


def test_targets_are_fetched_once_and_in_their_order(fetch: Served) -> None:
    paths = ("/ad/0002", "/ad/0001", "/ad/0002", "/ad/gone", "/ad/0099")
    captures = list(collect(Task(ADS, "classifieds", targets=tuple(f"https://{ADS}{path}" for path in paths)), fetch))
    assert [each.outcome.value for each in captures] == ["captured", "captured", "not_found", "not_found"]
    assert fetch.asked == [
        f"https://{ADS}{path}" for path in ("/robots.txt", "/ad/0002", "/ad/0001", "/ad/gone", "/ad/0099")
    ]  # type: ignore[attr-defined]  # the log


@pytest.mark.parametrize(
    ("task", "note"),
    [
        (Task(ADS, "classifieds", targets=(f"https://{ADS}{FAMILY}",)), "robots.txt disallows it"),
        (Task(ADS, "classifieds", targets=(f"https://{ADS}/ad/0001",), excluded=("/ad/",)), "the plan excludes it"),
        (
            Task(ADS, "classifieds", targets=(f"https://{ADS}/ad/1",), excluded=(f"https://{ADS}/",)),
            "the plan excludes it",
        ),
        (Task(ADS, "classifieds", targets=("https://evil.test/",)), "nothing was sent"),
        (Task(ADS, "classifieds", targets=("https://[/",)), ""),
        (Task(POSTS, "channels", targets=(f"https://{POSTS}/{BARRED_CHANNEL}/1",)), "robots.txt disallows it"),
    ],
)
def test_what_must_not_be_fetched_is_a_blocked_capture(fetch: Served, task: Task, note: str) -> None:
    (refused,) = collect(task, fetch)
    assert (refused.outcome, refused.status, refused.body) == (Outcome.BLOCKED, 0, b"")
    assert note in refused.note
    assert refused.note


@pytest.mark.parametrize(
    "path", ["/%66amily/1", "/ad/../family/1", "/./family/1", "/ad/%2e%2e/family/1", "/fam%69ly/1"]
)
def test_an_address_written_otherwise_is_barred_all_the_same(fetch: Served, path: str) -> None:
    for excluded, note in (((), "robots.txt disallows it"), (("/family/",), "the plan excludes it")):
        task = Task(ADS, "classifieds", targets=(f"https://{ADS}{path}",), excluded=excluded)
        assert [each.note for each in collect(task, fetch)] == [note]
    assert not [url for url in fetch.asked if "ly/1" in url]  # type: ignore[attr-defined]  # the log


def test_a_redirect_into_what_is_barred_brings_nothing() -> None:
    robots = capture("https://a.example/robots.txt", "User-agent: *\nDisallow: /family/")
    led = capture("https://a.example/ad/1", LISTING, served="https://a.example/family/1")
    (refused,) = collect(Task("a.example", "classifieds", targets=(led.asked,)), canned(robots=robots, ad=led))
    assert (refused.note, refused.body) == ("robots.txt disallows it", b"")


def test_robots_are_asked_of_each_host_of_its_own(fetch: Served) -> None:
    (refused,) = collect(Task(ADS, "classifieds", targets=(f"https://{POSTS}/{BARRED_CHANNEL}/1",)), fetch)
    assert refused.note == "robots.txt disallows it"


def test_a_source_outside_the_sandbox_is_refused(fetch: Served) -> None:
    for run in (search, collect):
        with pytest.raises(NotInSandbox):
            list(run(Task("evil.test", "classifieds", ("x",), ("https://evil.test/",)), fetch))


def test_an_unknown_kind_of_source_names_the_known_ones(fetch: Served) -> None:
    with pytest.raises(UnknownPlugin, match="archive, channels, classifieds, news, partner, register, social"):
        list(search(Task(ADS, "forum", ("x",)), fetch))


def test_a_site_whose_robots_fail_is_left_alone() -> None:
    failing = capture("https://a.example/robots.txt", "", status=503, outcome=Outcome.ERROR)
    (refused,) = collect(
        Task("a.example", "classifieds", targets=("https://a.example/x",)), canned(robots=failing, x=LISTING)
    )
    assert refused.note == "robots.txt disallows it"


@pytest.mark.parametrize(
    ("kind", "pages", "said"),
    [
        ("classifieds", {"search": "<p>under construction</p>"}, "items or an empty listing"),
        ("classifieds", {"search": LISTING.replace('itemprop="text"', "")}, "found 0 at item /ad/1"),
        (
            "classifieds",
            {"search": LISTING.replace("</article>", '<p itemprop="text">two</p></article>')},
            "found 2 at",
        ),
        ("classifieds", {}, "not_found, status 404"),
        ("classifieds", {"search": capture("https://a.example/search?q=x", "{}", "application/json")}, "expected HTML"),
        ("channels", {"": "<main><ul></ul></main>"}, "a list of channels"),
        ("register", {"api": "<html>"}, "expected JSON"),
        ("register", {"api": "[]"}, "a JSON object"),
        ("register", {"api": '{"items": [{"@id": "/company/1"}]}'}, "each with @id and text"),
        ("register", {"api": '{"results": []}'}, "each with @id and text"),
        ("partner", {"": "<main><p>closed</p></main>"}, "an index of files"),
    ],
)
def test_a_page_without_the_promised_layout_says_what_and_where(kind: str, pages: dict[str, str], said: str) -> None:
    robots = {"robots": capture("https://a.example/robots.txt", "", status=404, outcome=Outcome.NOT_FOUND)}
    with pytest.raises(UnexpectedLayout, match=r"at https://a\.example/") as raised:
        list(search(Task("a.example", kind, ("x",)), canned(**robots, **pages)))
    assert said in str(raised.value)


def test_one_term_that_fails_does_not_stop_the_others() -> None:
    fetch = canned(**{"search?q=bad": "<p>broken</p>", "search?q=good": LISTING})
    found: list[Hit] = []
    hits = search(Task("a.example", "classifieds", ("bad", "good")), fetch)
    with pytest.raises(UnexpectedLayout, match="q=bad"):  # noqa: PT012 - what came before the error is kept
        for hit in hits:
            found.append(hit)  # noqa: PERF402 - extend would lose it
    assert {hit.url for hit in found} == {"https://a.example/ad/1"}


def test_several_failures_are_counted() -> None:
    with pytest.raises(UnexpectedLayout, match=r"q=one.*; and 2 more"):
        list(search(Task("a.example", "classifieds", ("one", "two", "three")), canned(search="<p>broken</p>")))


def test_a_listing_that_leads_in_a_circle_or_elsewhere_ends() -> None:
    for following in ("/search?q=x", "https://evil.test/search?q=x", "//evil.test/"):
        page = LISTING.replace("</main>", f'<a rel="next" href="{following}">more</a></main>')
        assert len(list(search(Task("a.example", "classifieds", ("x",)), canned(search=page)))) == 1


def test_a_link_that_is_no_address_is_a_layout_not_a_crash() -> None:
    page = LISTING.replace("</main>", '<a rel="next" href="https://[/">more</a></main>')
    with pytest.raises(UnexpectedLayout, match="an address"):
        list(search(Task("a.example", "classifieds", ("x",)), canned(search=page)))
