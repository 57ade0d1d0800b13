import xml.etree.ElementTree as ET
from typing import Any

import pytest

from osint_kit.errors import Unparseable
from osint_kit.extract import read

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>
<item><title>Роҳ &amp; пул</title><link>https://a.example/1</link><pubDate>Sat, 20 Dec 2031 09:00:00 +0500</pubDate>
<dc:creator>@rahim</dc:creator><description>short</description>
<content:encoded>one &amp;lt;b&amp;gt; &amp;amp; two&lt;br&gt;three</content:encoded></item>
<item><guid>/2</guid><pubDate>Sat, 32 Dec 2031 09:00:00 +0500</pubDate><description>plain 4 &gt; 3</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>
<entry><title>a</title><id>urn:x</id><link rel="self" href="/feed"/><link href="/1"/><author><name>N</name></author>
<published>2031-12-20T09:00:00+05:00</published><content type="html">one&lt;br/&gt;two</content></entry>
<entry><id>https://a.example/2</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x <b>y</b></p>
</div></content></entry><entry><id>https://a.example/3</id><summary>a &lt; b</summary></entry></feed>"""


def documents(capture: Any, body: str, media_type: str = "application/rss+xml") -> Any:
    return read(capture(body, media_type, "https://a.example/feed"))


def text_of(document: Any) -> str:
    part = document.part("text")
    return document.text[part.start : part.end] if part else ""


def test_an_entry_of_rss_is_the_item_that_it_names(capture: Any) -> None:
    first, second = documents(capture, RSS)
    assert (first.item, first.author, text_of(first)) == ("https://a.example/1", "@rahim", "one <b> & two\nthree")
    assert first.published.isoformat() == "2031-12-20T09:00:00+05:00"
    assert (second.item, text_of(second), second.published) == ("https://a.example/2", "plain 4 > 3", None)


def test_entries_of_atom_in_their_three_kinds(capture: Any) -> None:
    found = documents(capture, ATOM, "application/atom+xml")
    assert [each.item for each in found] == [f"https://a.example/{n}" for n in (1, 2, 3)]
    assert [text_of(each) for each in found] == ["one\ntwo", "x y", "a < b"]
    assert found[0].author == "N"


@pytest.mark.parametrize(("body", "root"), [(RSS, "rss"), (ATOM, "a:feed")])
def test_locators_open_the_element_in_another_reader(capture: Any, body: str, root: str) -> None:
    tree = ET.fromstring(body)
    spaces = {"a": "http://www.w3.org/2005/Atom", "content": "http://purl.org/rss/1.0/modules/content/"}
    spaces["dc"] = "http://purl.org/dc/elements/1.1/"
    for document in documents(capture, body, "application/xml"):
        for part in document.parts:
            place = part.locator.rpartition("xpointer(")[2].removesuffix(")")
            found = tree.findall(place.removeprefix(f"/{root}[1]/"), spaces)
            assert len(found) == 1, part
            assert document.text[part.start : part.end].split()[0] in "".join(found[0].itertext())
            assert all(
                f"xmlns({name}={space})" in part.locator for name, space in spaces.items() if f"/{name}:" in place
            )


def test_other_xml_is_one_document_of_its_texts(capture: Any) -> None:
    body = "<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2</loc></url></urlset>"
    (found,) = documents(capture, body, "application/xml")
    assert (found.text, found.item) == ("https://a.example/1\nhttps://a.example/2", "")


def test_the_charset_that_xml_declares_is_used(capture: Any) -> None:
    body = (
        '<?xml version="1.0" encoding="windows-1251"?><rss><channel><item><title>Хабар</title></item></channel></rss>'
    )
    (found,) = read(capture(body.encode("cp1251"), "application/xml", "https://a.example/feed"))
    assert found.text == "Хабар"


@pytest.mark.parametrize(
    "body",
    [
        "<rss>",
        "<rss></rss><rss/>",
        '<!DOCTYPE r [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><r>&c;</r>',
        "<rss>&undefined;</rss>",
        "<rss>\x01</rss>",
        "no xml",
    ],
)
def test_what_is_not_plain_xml_is_refused(capture: Any, body: str) -> None:
    with pytest.raises(Unparseable, match="expected"):
        documents(capture, body)


def test_a_hundred_thousand_levels_do_no_harm(capture: Any) -> None:
    assert documents(capture, "<a>" * 100_000 + "x" + "</a>" * 100_000)[0].text == "x"


@pytest.mark.parametrize("said", ["Sat, 20 Dec 99999999999999999999 09:00:00 +0500", "2031-12-20T09:00:00", "soon"])
def test_an_entry_whose_date_no_calendar_has_is_read_without_one(capture: Any, said: str) -> None:
    body = RSS.replace("Sat, 20 Dec 2031 09:00:00 +0500", said)
    assert [each.published for each in documents(capture, body)] == [None, None]
