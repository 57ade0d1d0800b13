import time
from typing import Any

import pytest
from bs4 import BeautifulSoup
from factory import capture

from osint_kit.extract import read
from osint_kit.model import Outcome

ADVERT = """<!doctype html><html lang="ru"><head><title>t</title><style>p{}</style></head><body>
<nav>Menu <a href="/">home</a></nav>
<article itemscope itemtype="https://schema.org/Offer" itemid="https://bozor.zarvand.example/ad/1">
 <a itemprop="author" href="/u">@ali</a>
 <time itemprop="datePublished" datetime="2031-02-03T10:00:00+05:00">3 Feb</time>
 <div itemprop="text">Company: <span itemprop="legalName">ООО «Рохи Сафар»</span><br>Director: <span
 itemprop="director">Карим Саидов</span><br>Director: <span itemprop="director">Далер
 Алиев</span>, +281&nbsp;55 &amp; co</div>
 <script>var hidden = "+281551234567";</script>
</article><footer>foot</footer></body></html>"""
TEXT = "Company: ООО «Рохи Сафар»\nDirector: Карим Саидов\nDirector: Далер Алиев, +281\xa055 & co"


def documents(capture: Any, body: str | bytes = ADVERT, **more: Any) -> Any:
    return read(capture(body, **more))


def test_item_text_is_verbatim_and_its_line_breaks_are_lines(capture: Any) -> None:
    item, rest = documents(capture)
    part = item.part("text")
    assert item.text[part.start : part.end] == TEXT
    assert rest.item == ""
    assert rest.text == "Menu home\nfoot"


def test_item_says_who_and_when(capture: Any) -> None:
    item, _rest = documents(capture)
    assert item.item == "https://bozor.zarvand.example/ad/1"
    assert (item.author, item.language) == ("@ali", "ru")
    assert item.published.isoformat() == "2031-02-03T10:00:00+05:00"


def test_scripts_and_styles_are_never_read(capture: Any) -> None:
    assert all("hidden" not in each.text and "p{}" not in each.text for each in documents(capture))


def test_locators_open_exactly_one_element_in_another_parser(capture: Any) -> None:
    soup = BeautifulSoup(ADVERT, "html.parser")
    item, _rest = documents(capture)
    assert len(item.parts) == 6
    for part in item.parts:
        found = soup.select(part.locator)
        assert len(found) == 1, part
        shown = " ".join(found[0].get_text(" ").split())
        assert shown.replace(" ", "") == item.text[part.start : part.end].replace("\n", "").replace("\xa0", "").replace(
            " ", ""
        )


def test_repeated_parts_have_locators_of_their_own(capture: Any) -> None:
    item, _rest = documents(capture)
    directors = [part for part in item.parts if part.name == "director"]
    assert [item.text[part.start : part.end] for part in directors] == ["Карим Саидов", "Далер Алиев"]
    assert len({part.locator for part in directors}) == 2


def test_items_without_microdata_are_named_by_their_own_marks(capture: Any) -> None:
    body = '<article id="p7"><p>one</p></article><div data-post="kanal/12"><div itemprop="text">two</div></div>'
    first, second = documents(capture, body)
    assert (first.item, first.text) == ("https://bozor.zarvand.example/page#p7", "one")
    assert (second.item, second.text) == ("https://bozor.zarvand.example/kanal/12", "two")


def test_an_item_that_frames_other_items_is_not_one(capture: Any) -> None:
    body = (
        '<main itemscope itemid="/channel"><h1>Channel</h1>'
        '<article itemscope itemid="/c/1"><p itemprop="text">one</p></article>'
        '<article itemscope itemid="/c/2"><p itemprop="text">two</p></article></main>'
    )
    assert [(each.item.rpartition("/")[2], each.text) for each in documents(capture, body)] == [
        ("1", "one"),
        ("2", "two"),
        ("", "Channel"),
    ]


def test_a_quote_in_an_item_id_keeps_its_locator_valid(capture: Any) -> None:
    body = """<article itemscope itemid='/a"b'><p itemprop="text">x</p></article>"""
    item = documents(capture, body)[0]
    assert BeautifulSoup(body, "html.parser").select(item.locator)[0].get_text() == "x"


def test_endless_nesting_is_read(capture: Any) -> None:
    assert documents(capture, "<div>" * 20000 + "deep")[0].text == "deep"


def test_empty_and_failed_pages_have_no_documents(capture: Any) -> None:
    assert documents(capture, "  ") == ()
    assert documents(capture, ADVERT, outcome=Outcome.NOT_FOUND) == ()


MANY = {
    "items that name themselves": lambda count: "".join(
        f"<article id='p{n}'><p>item {n}</p></article>" for n in range(count)
    ),
    "items that share a name": lambda count: "<article id=p><p>item</p></article>" * count,
    "texts within texts": lambda count: '<div itemprop="text">' * count + "deep",
    "parts that share a name": lambda count: "<article id=p>" + '<b itemprop="director">x</b>' * count,
}


@pytest.mark.parametrize("kind", MANY)
def test_the_time_to_read_grows_with_the_page(kind: str, capture: Any) -> None:
    def seconds(count: int) -> float:
        page = capture(MANY[kind](count))
        runs = []
        for _run in range(3):
            start = time.process_time()
            assert read(page)
            runs.append(time.process_time() - start)
        return min(runs)

    assert seconds(1600) < 8 * max(seconds(400), 0.004)  # four times the page; sixteen times where it is quadratic


def test_items_that_share_a_name_have_locators_of_their_own(capture: Any) -> None:
    body = '<article id="p"><p>one</p></article><nav>x</nav><article id="p"><p>two</p></article>'
    soup = BeautifulSoup(f"<html><head></head><body>{body}</body></html>", "html.parser")
    items = documents(capture, body)[:2]
    assert [[found.get_text() for found in soup.select(item.locator)] for item in items] == [["one"], ["two"]]


def test_an_item_within_an_item_without_text_of_its_own_is_the_item(capture: Any) -> None:
    body = '<article id="outer"><article id="inner"><p>one</p></article></article>'
    assert [each.item.rpartition("#")[2] for each in documents(capture, body) if each.item] == ["inner"]


def test_an_address_that_is_none_does_not_stop_the_reading() -> None:
    page = capture(
        "https://a.example/", '<div itemscope itemid="http://[bad"><p itemprop="text">Narges, 5 USD</p></div>'
    )
    assert any("Narges" in document.text for document in read(page))
    record = capture("https://a.example/x", '{"@id": "http://[x", "text": "Narges"}', "application/json")
    assert any("Narges" in document.text for document in read(record))
