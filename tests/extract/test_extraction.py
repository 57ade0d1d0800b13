from typing import Any

from osint_kit.extract import extract, extract_text
from osint_kit.model.tables import MENTIONS

PAGE = """<p>Office +281 55 999 88 77</p><article itemscope itemid="/ad/1"><b itemprop="author">@Ali_77</b>
<time itemprop="datePublished" datetime="2031-02-03T10:00:00+05:00">3</time>
<p itemprop="text">
Выезд 5 марта, 1\xa0500 долларов. Карим Саидов,<br>+281\u200b 55\xa0123-45-67, машина 1234 АВ 05</p></article>"""


def test_statements_point_at_what_they_say(capture: Any, profiles: Any) -> None:
    found = extract([capture(PAGE)], profiles=profiles)
    by_id = {document.id: document for document in found.documents}
    assert len(found.statements) == 7
    for each in found.statements:
        assert by_id[each.document].text[each.start : each.end] == each.original


def test_values_are_in_normal_form(capture: Any, profiles: Any) -> None:
    stated = {each.kind: each for each in extract([capture(PAGE)], profiles=profiles).statements if each.happened}
    assert {kind: each.value for kind, each in stated.items()} == {
        "handle": "@ali_77",
        "date": "2031-03-05",
        "money": "1500 USD",
        "person": "Карим Саидов",
        "phone": "+281551234567",
        "plate": "QM:1234AB05",
    }
    assert {each.happened for each in stated.values()} == {"2031-02-03T10:00:00+05:00"}


def test_reading_again_changes_nothing(capture: Any, profiles: Any) -> None:
    captures = [capture(PAGE), capture("a,b\n1,2\n", "text/csv", "https://x.example/t.csv")]
    first, second = extract(captures, profiles=profiles), extract(reversed(captures), profiles=profiles)
    assert {each.id for each in first.documents} == {each.id for each in second.documents}
    assert {each.id for each in first.statements} == {each.id for each in second.statements}


def test_what_cannot_be_read_is_a_failure_beside_the_rest(capture: Any, profiles: Any) -> None:
    broken = capture("{", "application/json", "https://x.example/broken.json")
    found = extract([broken, capture(PAGE)], profiles=profiles)
    assert [what for what, _why in found.failures] == ["https://x.example/broken.json"]
    assert found.statements


def test_around_items_names_are_not_looked_for_on_a_page_without_items_they_are(capture: Any, profiles: Any) -> None:
    around = "<p>Карим Саидов, +281 55 123 45 67</p>"
    item = '<article itemscope itemtype="https://schema.org/Offer" itemid="https://x.example/1">'
    framed = f'{around}{item}<p itemprop="text">цена 500 USD</p></article>'
    kinds = [
        sorted(each.kind for each in extract([capture(body)], profiles=profiles).statements)
        for body in (framed, around)
    ]
    assert kinds == [["money", "phone"], ["person", "phone"]]


def test_extract_text_returns_the_declared_frame() -> None:
    # a number that Ofcom reserves for drama
    text = "Ba Karim Saidov +44 20 7946 0018, $1,500 12.03.2031"
    found = extract_text(text)
    MENTIONS.check(found)
    assert list(found["kind"]) == ["person", "phone", "money", "date"]
    assert all(
        text[start:end] == shown for start, end, shown in zip(found["start"], found["end"], found["text"], strict=True)
    )


def test_half_a_character_does_no_harm() -> None:
    assert list(extract_text("\ud800 12.03.2031")["start"]) == [2]


def test_extract_text_of_nothing_is_an_empty_frame() -> None:
    assert MENTIONS.check(extract_text("")).empty
