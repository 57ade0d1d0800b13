from __future__ import annotations

from collections.abc import Callable

import pytest
from factory import capture
from small_world import GAZETTE, HOSTILE, NEWS

from osint_kit.collect import search
from osint_kit.errors import UnexpectedLayout
from osint_kit.model import Capture, Outcome, Task

Served = Callable[[str], Capture]
HOME = '<main></main><link rel="alternate" type="application/rss+xml" href="/feed">'
RSS = """<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>
<item><title>a</title><link>https://a.example/1</link><description>short</description>
<c:encoded>&lt;p&gt;one&lt;br/&gt;two&lt;/p&gt;</c:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>x</id><link rel="self" href="/x"/><link href="/2"/>
<summary>three</summary></entry></feed>"""
MAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{}</loc></url></urlset>'
INDEX = (
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{}</loc></sitemap></sitemapindex>'
)


def site(**pages: str) -> Served:
    def fetch(url: str) -> Capture:
        path = url.split("/", 3)[3].partition("?")[0].replace(".", "_") or "home"
        page = pages.get(path)
        if page is None:
            return capture(url, "", status=404, outcome=Outcome.NOT_FOUND)
        return capture(url, page, "text/html" if page.startswith("<main") else "application/xml")

    return fetch


def listed(fetch: Served) -> dict[str, str]:
    return {hit.url: hit.excerpt for hit in search(Task("a.example", "news"), fetch)}


def test_search_follows_the_site_s_own_description_of_it(fetch: Served) -> None:
    hits = list(search(Task(NEWS, "news", ("title",)), fetch))
    assert [(hit.url, hit.excerpt) for hit in hits] == [(f"https://{NEWS}/2031/050", HOSTILE)]
    assert f"https://{NEWS}/opensearch.xml" in fetch.asked  # type: ignore[attr-defined]  # the log


def test_a_site_that_describes_no_search_is_asked_the_usual_way() -> None:
    page = '<main><article itemscope itemid="/1"><p itemprop="text">one</p></article></main>'
    (hit,) = search(Task("a.example", "news", ("x",)), site(home="<main></main>", search=page))
    assert hit.url == "https://a.example/1"


def test_a_search_elsewhere_is_not_followed() -> None:
    told = '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><Url type="text/html" template="{}"/>'
    told += "</OpenSearchDescription>"
    head = '<main></main><link rel="search" type="application/opensearchdescription+xml" href="/os.xml">'
    fetch = site(home=head, os_xml=told.format("https://evil.test/?q={searchTerms}"), search="<main></main>")
    assert list(search(Task("a.example", "news", ("x",)), fetch)) == []


def test_rss_and_atom_are_listed_with_their_texts() -> None:
    assert listed(site(home=HOME, feed=RSS)) == {"https://a.example/1": "one\ntwo"}
    assert listed(site(home=HOME, feed=ATOM)) == {"https://a.example/2": "three"}


def test_the_sitemap_adds_what_the_feed_does_not_name() -> None:
    fetch = site(
        home=HOME,
        feed=RSS,
        sitemap_xml=INDEX.format("https://a.example/s.xml"),
        s_xml=MAP.format("https://a.example/9"),
    )
    assert listed(fetch) == {"https://a.example/1": "one\ntwo", "https://a.example/9": ""}
    assert listed(site(home="<main></main>", sitemap_xml=MAP.format("https://evil.test/9"))) == {}


def test_the_gazette_is_asked_the_same_way(fetch: Served) -> None:
    assert len(list(search(Task(GAZETTE, "news", ("obigul",)), fetch))) == 2


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        ("<rss>", "expected XML"),
        ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>", "without a document type"),
        ("<rss><channel><item><title>x</title></item></channel></rss>", "entries name their page"),
    ],
)
def test_a_feed_that_is_none_says_so(feed: str, said: str) -> None:
    with pytest.raises(UnexpectedLayout, match=said):
        listed(site(home=HOME, feed=feed))
