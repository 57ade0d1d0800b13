"""Tables and files beyond adverts, posts and firms: they fit together and say nothing of the key."""

import json
import re
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import pytest

LANGUAGES = {"tg", "ru", "en", "fa"}
ARABIC = re.compile(r"[\u0600-\u06ff]")


def files(bundle: Any) -> dict[str, str]:
    return {
        row["name"]: (bundle.path / "files" / row["name"]).read_text("utf-8")
        for row in bundle.table("files")
        if not row["name"].endswith(".toml")
    }


def by_file(bundle: Any, name: str) -> dict[int, dict[str, Any]]:
    rows = [row for row in bundle.table("messages") if row["path"] == f"/files/{name}"]
    return {int(row["item"].rpartition("=")[2]): row for row in rows}


def test_every_kind_of_site_is_there_and_named_as_a_source(any_level: Any) -> None:
    kinds = Counter(row["kind"] for row in any_level.table("sites"))
    assert kinds == {"classifieds": 1, "channels": 1, "register": 1, "partner": 1, "social": 1, "news": 2, "archive": 1}
    described = (any_level.path / "world.toml").read_text("utf-8")
    assert all(f'host = "{row["host"]}"' in described for row in any_level.table("sites"))


def test_every_file_is_listed_and_there(any_level: Any) -> None:
    listed = {row["name"] for row in any_level.table("files")}
    there = {
        path.relative_to(any_level.path / "files").as_posix()
        for path in (any_level.path / "files").rglob("*")
        if path.is_file()
    }
    assert listed == there
    assert all(row["path"] == f"/files/{row['name']}" for row in any_level.table("files"))


def test_the_group_chat_is_a_telegram_export(any_level: Any) -> None:
    told = json.loads(files(any_level)["chat/result.json"])
    assert {"name", "type", "id", "messages"} == set(told)
    rows = by_file(any_level, "chat/result.json")
    said = {message["id"]: message for message in told["messages"] if message["type"] == "message"}
    assert set(said) == set(rows)
    for number, message in said.items():
        row = rows[number]
        parts = [message["text"]] if isinstance(message["text"], str) else message["text"]
        assert "".join(each if isinstance(each, str) else each["text"] for each in parts) == row["text"]
        assert "".join(each["text"] for each in message["text_entities"]) == row["text"]
        assert message["from"] == row["author"]
        at = datetime.fromisoformat(row["published"])
        assert int(message["date_unixtime"]) == int(at.timestamp())
        assert message["date"] == row["published"][:19]
    assert any(isinstance(message["text"], list) for message in said.values())
    assert [message["id"] for message in told["messages"]] == sorted(message["id"] for message in told["messages"])
    assert len({message["from_id"] for message in said.values()}) == len({message["from"] for message in said.values()})


def test_the_chat_of_two_is_a_whatsapp_export(any_level: Any) -> None:
    lines = files(any_level)["chat.txt"].splitlines()
    rows = by_file(any_level, "chat.txt")
    assert re.fullmatch(r"\d\d\.\d\d\.\d\d, \d\d:\d\d - [^:]+", lines[0])
    begins = [number for number, line in enumerate(lines, start=1) if re.match(r"\d\d\.\d\d\.\d\d, ", line)]
    assert begins == [1, *sorted(rows)]
    for number, row in rows.items():
        head = f"{datetime.fromisoformat(row['published']):%d.%m.%y, %H:%M} - {row['author']}: "
        body = row["text"].split("\n")
        assert lines[number - 1 : number - 1 + len(body)] == [head + body[0], *body[1:]]
    assert len({row["author"] for row in rows.values()}) == 2


def test_some_message_goes_on_over_lines(standard: Any) -> None:
    assert any("\n" in row["text"] for row in standard.table("messages"))


def test_the_transcript_is_question_and_answer(standard: Any, make_bundle: Any) -> None:
    lines = files(standard)["interview.txt"].splitlines()
    rows = by_file(standard, "interview.txt")
    assert "FICTION" in lines[0]
    assert {number: f"{row['author']}: {row['text']}" for number, row in rows.items()} == dict(
        enumerate(lines[2:], start=3)
    )
    assert {row["author"] for row in rows.values()} == {"Q", "A"}
    assert "interview.txt" not in files(make_bundle(seed=7, difficulty="easy"))


def test_messages_are_told_by_those_who_are_known(any_level: Any) -> None:
    handles = {row["handle"] for row in any_level.key("handles")}
    forms = {row["form"] for row in any_level.key("aliases")}
    for row in any_level.table("messages"):
        assert row["author"] in handles | forms | {"Q", "A"}


def test_accounts_are_those_who_write_and_are_older_than_what_they_write(any_level: Any) -> None:
    created = {row["handle"]: row["created"] for row in any_level.table("accounts")}
    statuses = any_level.table("statuses")
    assert set(created) == {row["author"] for row in statuses}
    assert list(created) == sorted(created)
    for row in statuses:
        assert re.fullmatch(rf"/{row['author']}/\d{{17,19}}", row["path"])
        assert datetime.fromisoformat(created[row["author"]]) < datetime.fromisoformat(row["published"])
    numbers = [int(row["path"].rpartition("/")[2]) for row in statuses]
    assert numbers == sorted(numbers)


def test_somebody_new_has_few_statuses(standard: Any) -> None:
    opens = datetime.fromisoformat("2031-12-20T09:00:00+05:00")
    new = [
        row["handle"]
        for row in standard.table("accounts")
        if opens - datetime.fromisoformat(row["created"]) < timedelta(days=30)
    ]
    assert new
    counts = Counter(row["author"] for row in standard.table("statuses"))
    assert all(counts[handle] < 5 for handle in new)


def test_a_reblog_repeats_its_origin(any_level: Any) -> None:
    said = {f"https://{row['host']}{row['path']}": row for row in any_level.table("statuses")}
    passed = [row for row in said.values() if row["reblog"]]
    assert passed
    for row in passed:
        origin = said[row["reblog"]]
        assert (origin["text"], origin["language"]) == (row["text"], row["language"])
        assert origin["published"] < row["published"]
        assert origin["author"] != row["author"]


def test_articles_have_titles_and_stand_in_two_papers(any_level: Any) -> None:
    rows = any_level.table("articles")
    assert len({row["host"] for row in rows}) == 2
    for row in rows:
        assert row["title"]
        assert "||" not in row["title"] + row["text"]
        assert not re.search(r"[{}\n]", row["title"])


def test_the_archive_kept_what_was_there(any_level: Any) -> None:
    opens = datetime.fromisoformat("2031-12-20T09:00:00+05:00")
    rows = {f"https://{row['host']}{row['path']}": row for row in any_level.items()}
    originals = Counter[str]()
    for memento in any_level.table("mementos"):
        at = datetime.fromisoformat(memento["at"])
        assert at <= opens
        row = rows.get(memento["original"])
        originals["item" if row else "page"] += 1
        if row:
            assert datetime.fromisoformat(row["published"]) <= at
            assert row["removed"] is None or at <= datetime.fromisoformat(row["removed"])
    assert originals["page"] == 2
    assert originals["item"] > 10


def test_one_channel_vanishes_in_the_first_hours_and_is_in_the_archive(any_level: Any) -> None:
    opens = datetime.fromisoformat("2031-12-20T09:00:00+05:00")
    going = [
        row
        for row in any_level.table("posts")
        if row["removed"] and datetime.fromisoformat(row["removed"]) == opens + timedelta(minutes=75)
    ]
    channels = {row["channel"] for row in going}
    assert len(channels) == 1
    assert {row["removed"] for row in any_level.table("posts") if row["channel"] in channels} == {going[0]["removed"]}
    kept = {memento["original"] for memento in any_level.table("mementos")}
    assert {f"https://{row['host']}{row['path']}" for row in going} <= kept


def test_five_questions_name_the_people_of_the_world(any_level: Any) -> None:
    rows = any_level.table("questions")
    assert [row["id"] for row in rows] == ["Q1", "Q2", "Q3", "Q4", "Q5"]
    names = {form for row in any_level.key("persons") for form in row["names"]}
    names |= {form for row in any_level.key("organisations") for form in row["names"]}
    for row in rows:
        assert set(row) == {"id", *LANGUAGES}
        assert ARABIC.search(row["fa"])
        assert not re.search(r"[{}]", "".join(row.values()))
    for language in LANGUAGES:
        assert any(name in rows[2][language] for name in names)
        assert sum(name in rows[4][language] for name in names) >= 1


@pytest.mark.parametrize("level", ["standard", "hard"])
def test_four_languages_are_spoken_on_every_kind_of_site(level: str, make_bundle: Any) -> None:
    bundle = make_bundle(seed=7, difficulty=level)
    for table in ("ads", "posts", "statuses", "articles"):
        assert {row["language"] for row in bundle.table(table)} == LANGUAGES, table
    for row in bundle.items():
        if row["language"] == "fa":
            assert ARABIC.search(row["text"])


def test_prices_rise_in_the_year_and_flying_costs_five_times_as_much(standard: Any) -> None:
    kinds = {"money"}
    items = {row["item"]: row for row in standard.key("items")}
    sums: dict[str, list[int]] = {}
    for mention in standard.key("mentions"):
        if mention["kind"] in kinds:
            sums.setdefault(mention["item"], []).append(int(mention["value"].split()[0]))
    published = {f"https://{row['host']}{row['path']}": row["published"] for row in standard.table("posts")}
    tiers = {
        item: sorted(found)
        for item, found in sums.items()
        if len(found) == 2 and item in published and max(found) == 5 * min(found)
    }
    assert len(tiers) >= 7
    before = [found[0] for item, found in tiers.items() if published[item] < "2031-04"]
    after = [found[0] for item, found in tiers.items() if published[item] >= "2031-04"]
    assert max(before) < min(after)
    assert all(items[item]["key"] for item in tiers)


@pytest.mark.parametrize("level", ["standard", "hard"])
def test_a_minor_is_named_in_one_record_only(level: str, make_bundle: Any) -> None:
    bundle = make_bundle(seed=7, difficulty=level)
    minors = [row["truth"] for row in bundle.key("protected") if row["why"] == "minor"]
    assert len(minors) == 1
    named = [row["item"] for row in bundle.key("mentions") if row["truth"] in minors]
    assert len(named) == 1
    assert "/interview.txt#" in named[0]


def test_those_who_are_held_are_told_of_in_public_and_in_the_chats(standard: Any) -> None:
    held = {row["truth"] for row in standard.key("roles") if row["role"] == "PE-VIC"}
    assert len(held) == 4
    items = {row["item"] for row in standard.key("mentions") if row["truth"] in held}
    rows = {row.get("item") or f"https://{row['host']}{row['path']}": row for row in standard.items()}
    assert len(items) >= 4
    assert all(rows[item]["published"][:7] >= "2031-09" for item in items)
