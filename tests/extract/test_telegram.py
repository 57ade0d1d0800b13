import json
from typing import Any

import pytest

from osint_kit.errors import ItemError, UnexpectedLayout
from osint_kit.extract import read

URL = "https://partner.example/files/result.json"
CLOCK = {"date": "2031-12-20T09:00:00", "date_unixtime": "1955505600"}
SERVICE = {
    "id": 1,
    "type": "service",
    **CLOCK,
    "actor": "Karim Saidov",
    "actor_id": "user1",
    "action": "invite_members",
}
MESSAGES = [
    {**SERVICE, "members": ["Rahim", None, "+281 55 123-45-67"], "text": "", "text_entities": []},
    {"id": 7, "type": "message", **CLOCK, "from": "A & <b>", "from_id": "user2", "text": 'x < y & "z"\nсатр'},
    {
        "id": 8,
        "type": "message",
        **CLOCK,
        "from": None,
        "from_id": "user3",
        "forwarded_from": "Safar",
        "file": "files/a.pdf",
        "text": ["занг ", {"type": "phone", "text": "+281 55 123-45-67"}, {"type": "link", "text": "a.example"}, "!"],
        "text_entities": [],
    },
    {
        "id": 9,
        "type": "message",
        **CLOCK,
        "from": "B",
        "from_id": "user4",
        "contact_information": {"first_name": "Dalir", "phone_number": "+281 55 765-43-21"},
        "text": "",
    },
]
CHAT = {"name": "Roh", "type": "private_group", "id": 77, "messages": MESSAGES}
ACCOUNT = {"about": "x", "contacts": {"list": []}, "chats": {"about": "y", "list": [CHAT, {**CHAT, "id": 78}]}}


def documents(capture: Any, value: Any, **more: Any) -> Any:
    body = value if isinstance(value, str | bytes) else json.dumps(value, ensure_ascii=False)
    return read(capture(body, "application/json", URL, **more))


def text_of(document: Any) -> str:
    part = document.part("text")
    return document.text[part.start : part.end] if part else ""


def test_every_message_is_a_document_with_its_text_verbatim(capture: Any) -> None:
    found = documents(capture, CHAT)
    assert [each.item for each in found] == [f"{URL}#message={n}" for n in (1, 7, 8, 9)]
    assert [text_of(each) for each in found] == ["", 'x < y & "z"\nсатр', "занг +281 55 123-45-67a.example!", ""]
    assert [each.author for each in found] == ["Karim Saidov", "A & <b>", "user3", "B"]
    assert [each.locator for each in found] == [f"#/messages/{n}" for n in range(4)]


def test_runs_of_a_text_have_pointers_of_their_own(capture: Any) -> None:
    message = documents(capture, CHAT)[2]
    start = message.text.index("+281")
    assert message.locate(start, start + 17) == "#/messages/2/text/1/text"
    assert message.locate(start - 5, start + 17) == "#/messages/2/text"
    assert message.part("forwarded_from").locator == "#/messages/2/forwarded_from"


def test_what_a_message_carries_beside_its_text_is_read(capture: Any) -> None:
    service, _plain, forwarded, contact = documents(capture, CHAT)
    assert service.text.split("\n") == ["Karim Saidov", "invite_members", "Rahim", "+281 55 123-45-67"]
    assert "files/a.pdf" in forwarded.text
    assert "+281 55 765-43-21" in contact.text


def test_the_zone_is_what_local_and_unix_time_say_together(capture: Any) -> None:
    assert documents(capture, CHAT)[1].published.isoformat() == "2031-12-20T09:00:00+05:00"


@pytest.mark.parametrize(
    ("clock", "published"),
    [
        ({"date": "2031-12-20T09:00:00"}, None),
        ({"date": "soon", "date_unixtime": "1955505600"}, "2031-12-20T04:00:00+00:00"),
        ({"date": "1999-01-01T00:00:00", "date_unixtime": "1955505600"}, "2031-12-20T04:00:00+00:00"),
        ({"date": "2031-12-20T09:00:00", "date_unixtime": "9" * 30}, None),
        ({"date": "2031-02-30T09:00:00", "date_unixtime": "x"}, None),
    ],
)
def test_impossible_times_are_no_times(capture: Any, clock: dict[str, str], published: str | None) -> None:
    (found,) = documents(capture, {**CHAT, "messages": [{"id": 1, "from_id": "user1", "text": "x", **clock}]})
    assert (found.published.isoformat() if found.published else None) == published


def test_messages_of_several_chats_are_told_apart(capture: Any) -> None:
    found = documents(capture, ACCOUNT)
    assert len({each.item for each in found}) == len(found) == 8
    assert found[1].item == f"{URL}#chat=77&message=7"
    assert found[5].locator == "#/chats/list/1/messages/1"


@pytest.mark.parametrize(
    "messages",
    [{"a": 1}, [1], [{"id": "x", "from_id": "y"}], [{"id": 1, "text": 7}], [{"id": 1, "text": [{"type": "bold"}]}]],
)
def test_a_message_of_another_shape_says_where(capture: Any, messages: Any) -> None:
    body = json.dumps({"x": {"messages": [], "from_id": ""}, **CHAT, "messages": messages})
    body = body.replace("{", '{"a": {"messages": []},', 1)
    with pytest.raises(UnexpectedLayout, match="#/messages"):
        documents(capture, body)


@pytest.mark.parametrize(
    "broken",
    [
        '{"messages": [' + "[" * 100_000,
        '{"messages": [{"from_id": NaN}]}',
        '{"messages": [], "messages": [{"from_id": 1}]}',
    ],
)
def test_hostile_exports_are_one_item_error(capture: Any, broken: str) -> None:
    with pytest.raises(ItemError, match="expected"):
        documents(capture, broken)


def test_nesting_that_the_parser_takes_is_read_to_its_end(capture: Any) -> None:
    deep: Any = "x"
    for _ in range(200):
        deep = [deep]
    body = {**CHAT, "messages": [{"id": 1, "from_id": "user1", "text": "x", "poll": deep}]}
    assert documents(capture, body)[0].text == "user1\nx\nx"


def test_other_json_is_left_to_its_own_reader(capture: Any) -> None:
    assert {each.reader for each in documents(capture, {"messages": ["a"], "n": 1})} == {"json"}
