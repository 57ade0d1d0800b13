import json
from typing import Any
from urllib.parse import unquote

import pytest

from osint_kit.errors import Unparseable
from osint_kit.extract import read

RECORD = {
    "page": 1,
    "items": [
        {
            "@id": "/company/1",
            "text": "Company: Рохи\nDirector: Карим",
            "author": "@reg",
            "published": "2031-03-01T09:00:00+05:00",
            "a/b~c": "slash",
            "офис": "кириллица",
            "officers": [{"name": "Карим Саидов", "since": 2029, "active": True, "left": None}],
        }
    ],
}


def pointed(value: Any, locator: str) -> Any:
    for step in locator.removeprefix("#").split("/")[1:]:
        name = unquote(step).replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


def documents(capture: Any, value: Any) -> Any:
    body = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return read(capture(body, "application/json", "https://firms.zarvand.example/api"))


def test_a_record_is_a_document_and_the_rest_another(capture: Any) -> None:
    record, rest = documents(capture, RECORD)
    assert record.item == "https://firms.zarvand.example/company/1"
    assert (record.author, record.published.isoformat()) == ("@reg", "2031-03-01T09:00:00+05:00")
    part = record.part("text")
    assert record.text[part.start : part.end] == "Company: Рохи\nDirector: Карим"
    assert (rest.item, rest.text) == ("", "1")


def test_every_pointer_opens_its_value_in_another_reader(capture: Any) -> None:
    for document in documents(capture, RECORD):
        for part in document.parts:
            value = pointed(RECORD, part.locator)
            assert document.text[part.start : part.end] == (value if isinstance(value, str) else json.dumps(value))


def test_parts_are_named_by_their_path_in_the_record(capture: Any) -> None:
    names = [part.name for part in documents(capture, RECORD)[0].parts]
    assert "officers/0/name" in names
    assert "officers/0/left" not in names


def test_a_list_of_objects_is_a_document_each(capture: Any) -> None:
    assert [each.locator for each in documents(capture, [{"a": "x"}, {"a": "y"}])] == ["#/0", "#/1"]


@pytest.mark.parametrize(
    "body",
    [
        "{",
        '{"a": NaN}',
        '{"a": 1, "a": 2}',
        "[" * 100_000,
        '"\\ud800"',
        '{"\\udfff": 1}',
        "1" * 5000,
        "\x00",
        '{"a": Infinity}',
    ],
)
def test_what_is_not_strict_json_is_refused(capture: Any, body: str | bytes) -> None:
    with pytest.raises(Unparseable, match="expected"):
        documents(capture, body)


def test_a_body_too_large_is_refused(capture: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("osint_kit.extract.reading.MAX_SIZE", 10)
    with pytest.raises(Unparseable, match="at most 10 bytes"):
        documents(capture, {"a": "0123456789"})
