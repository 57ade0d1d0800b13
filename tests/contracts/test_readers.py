"""What every reader promises."""

from datetime import UTC, datetime
from typing import Any

import pytest

from osint_kit.errors import ItemError, Unparseable
from osint_kit.extract import read
from osint_kit.extract.readers import readers
from osint_kit.model import Capture, Outcome

SAMPLES = {
    "csv": b"A,B\n+281551234567,\xd0\x9a\xd0\xb0\xd1\x80\xd0\xb8\xd0\xbc\n",
    "feed": """<rss version="2.0"><channel><title>T</title><item><title>A</title><link>/a</link>
<description>Карим &lt;b&gt;2&lt;/b&gt;</description></item></channel></rss>""".encode(),
    "html": '<article itemscope itemid="/a"><p itemprop="text">Карим<br>2</p></article><p>rest</p>'.encode(),
    "json": '{"@id": "/a", "text": "Карим", "n": 1}'.encode(),
    "plain": "Карим\n".encode(),
    "telegram": """{"name": "c", "messages": [{"id": 1, "type": "message", "date_unixtime": "1",
"from": "Карим", "text": "салом"}]}""".encode(),
    "transcript": "Q: What?\nA: Карим.\n".encode(),
    "whatsapp": "20.12.31, 09:00 - Карим: салом\n20.12.31, 09:01 - Rahim: ha\nva\n".encode(),
}


def capture(name: str, body: str | bytes) -> Any:
    when = datetime(2031, 1, 1, tzinfo=UTC)
    url = f"https://x.example/file{readers[name].endings[0]}"
    headers = (("Content-Type", readers[name].media_types[0]),)
    return Capture(url, url, when, None, 200, (), headers, body, Outcome.CAPTURED)


@pytest.mark.parametrize("name", readers)
def test_has_a_sample_here(name: str) -> None:
    assert name in SAMPLES


@pytest.mark.parametrize("name", readers)
def test_reads_the_same_twice(name: str) -> None:
    first, second = (read(capture(name, SAMPLES[name])) for _ in range(2))
    assert first
    assert first == second
    assert [each.digest for each in first] == [each.digest for each in second]


@pytest.mark.parametrize("name", readers)
def test_documents_name_their_reader_exhibit_and_place(name: str) -> None:
    found = read(capture(name, SAMPLES[name]))
    assert {each.reader for each in found} == {name}
    assert {each.exhibit for each in found} == {capture(name, SAMPLES[name]).id}
    assert len({each.locator for each in found}) == len(found)


@pytest.mark.parametrize("name", readers)
def test_parts_lie_inside_the_text(name: str) -> None:
    for document in read(capture(name, SAMPLES[name])):
        assert all(0 <= part.start <= part.end <= len(document.text) for part in document.parts)


@pytest.mark.parametrize("name", readers)
@pytest.mark.parametrize("body", [b"\x00\x01\x02", b"\xff\xfe\xfa", b"\x80" * 50])
def test_bytes_that_are_no_text_are_an_item_error(name: str, body: str | bytes) -> None:
    with pytest.raises(Unparseable) as caught:
        read(capture(name, body))
    assert isinstance(caught.value, ItemError)


@pytest.mark.parametrize("name", readers)
def test_claims_exclude_each_other(name: str) -> None:
    claiming = [each for each in readers if (claims := readers[each].claims) and claims(capture(name, SAMPLES[name]))]
    assert claiming == ([name] if readers[name].claims else [])


@pytest.mark.parametrize("name", [name for name in readers if readers[name].marks])
def test_too_many_values_are_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("osint_kit.extract.reading.MAX_VALUES", 0)
    with pytest.raises(Unparseable, match="at most 0 values"):
        read(capture(name, SAMPLES[name]))


@pytest.mark.parametrize("name", readers)
def test_an_empty_body_has_no_documents(name: str) -> None:
    assert read(capture(name, b"")) == ()


@pytest.mark.parametrize("name", readers)
def test_an_oversized_body_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("osint_kit.extract.reading.MAX_SIZE", 5)
    with pytest.raises(Unparseable, match="at most 5 bytes"):
        read(capture(name, SAMPLES[name]))
