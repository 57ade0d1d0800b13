"""The key is checked against what is published, at every difficulty."""

import csv
import io
import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import Any

import pytest

KINDS = {"phone", "handle", "iban", "plate", "date", "money", "person", "organization"}
CORE_PEOPLE = {"easy": 8, "standard": 19, "hard": 36}
PLAIN = str.maketrans("АВСЕНКМОРТХ۰۱۲۳۴۵۶۷۸۹", "ABCEHKMOPTX0123456789")


def published(bundle: Any) -> list[dict[str, Any]]:
    """Every item that a team can see, with its address."""
    return [{"item": f"https://{row['host']}{row['path']}", **row} for row in bundle.items()]


def test_every_mention_is_where_the_key_says(any_level: Any) -> None:
    texts = any_level.texts()
    mentions = any_level.key("mentions")
    assert {mention["kind"] for mention in mentions} == KINDS
    for mention in mentions:
        surface = texts[mention["item"]][mention["start"] : mention["end"]]
        assert surface
        assert surface == surface.strip()
        assert _fits(mention["kind"], mention["value"], surface), (mention, surface)


def _fits(kind: str, value: str, surface: str) -> bool:
    folded = surface.translate(PLAIN)
    number = re.sub(r"\D", "", folded)
    compact = re.sub(r"[\s\u00a0-]", "", folded)
    checks = {
        "phone": lambda: re.fullmatch(r"\+\d{12}", value) and value.endswith(number[-9:]),
        "handle": lambda: surface == value == value.lower() and value.startswith("@"),
        "iban": lambda: compact == value,
        "plate": lambda: re.fullmatch(r"Q[MNOP]:[A-Z0-9]+", value) and value[3:] == compact,
        "date": lambda: (
            re.fullmatch(r"20\d\d-\d\d-\d\d", value)
            and (str(int(value[8:])) in folded or re.fullmatch(r"\d{1,2} [^\W\d]+", folded))
        ),
        "money": lambda: re.fullmatch(r"\d+ (USD|EUR)", value) and value.partition(" ")[0] == number,
        "person": lambda: " ".join(surface.split()) == value,
        "organization": lambda: surface == value,
    }
    return bool(checks[kind]())


def test_mentions_of_one_kind_never_overlap(any_level: Any) -> None:
    by_item: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for mention in any_level.key("mentions"):
        by_item[mention["item"], mention["kind"]].append((mention["start"], mention["end"]))
    for spans in by_item.values():
        ordered = sorted(spans)
        assert all(one[1] <= two[0] for one, two in pairwise(ordered))


def test_item_texts_are_tidy(any_level: Any) -> None:
    for text in any_level.texts().values():
        assert text == text.strip()
        assert "  " not in text
        assert not set(text) & set("\t\r{}")
        assert "\n\n" not in text


def test_every_address_is_unique_and_every_item_is_in_the_key(any_level: Any) -> None:
    rows = published(any_level)
    assert len(any_level.texts()) == len(rows) == len({row["id"] for row in rows})
    items = any_level.key("items")
    assert {item["item"] for item in items} == set(any_level.texts())
    authors = {row["item"]: row.get("author", "") for row in rows}
    assert all(item["author"] == authors[item["item"]] for item in items)


def test_nothing_is_published_after_the_world_opens(any_level: Any) -> None:
    opens, soon = "2031-12-20T09:00:00+05:00", "2031-12-20T10:15:00+05:00"
    vanishing = set()
    for row in published(any_level):
        assert row["published"] < opens
        if row.get("removed"):
            assert row["published"] < row["removed"]
            assert row["removed"] < opens or row["removed"] == soon
            vanishing |= {row["channel"]} if row["removed"] == soon else set()
    assert len(vanishing) == 1


def test_posts_of_a_channel_are_numbered_in_the_order_of_time(any_level: Any) -> None:
    channels = {row["channel"] for row in any_level.table("channels")}
    by_channel: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in any_level.table("posts"):
        assert row["path"] == f"/{row['channel']}/{row['number']}"
        by_channel[row["channel"]].append(row)
    assert set(by_channel) == channels
    for rows in by_channel.values():
        times = [row["published"] for row in sorted(rows, key=lambda row: row["number"])]
        assert times == sorted(times)


def test_core_links_have_two_items_and_people_who_are_named(any_level: Any) -> None:
    known = {row["id"] for name in ("persons", "organisations") for row in any_level.key(name)}
    named = {(row["truth"], row["kind"]) for row in any_level.key("mentions")}
    people = {row["id"] for row in any_level.key("persons")}
    links = any_level.key("links")
    assert {link["tier"] for link in links} == {"core", "context", "noise"}
    assert len({link["id"] for link in links}) == len(links)
    for link in links:
        assert {link["source"], link["target"]} <= known
        assert link["source"] != link["target"]
        assert link["items"]
        if link["tier"] == "core":
            assert len(set(link["items"])) >= 2, link
            for end in {link["source"], link["target"]} & people:
                assert (end, "person") in named
            if link["type"] in ("Call", "Payment"):
                assert {(link["source"], "phone"), (link["target"], "phone")} <= named


def test_every_core_role_has_a_core_link_and_two_items(any_level: Any) -> None:
    linked = {link[end] for link in any_level.key("links") if link["tier"] == "core" for end in ("source", "target")}
    items: dict[str, set[str]] = defaultdict(set)
    for mention in any_level.key("mentions"):
        items[mention["truth"]].add(mention["item"])
    core = [row for row in any_level.key("roles") if row["role"].startswith("RO-")]
    assert len(core) == CORE_PEOPLE[any_level.seed()["difficulty"]]
    assert [row for row in core if len(items[row["truth"]]) < 2] == []
    assert [row for row in core if row["truth"] not in linked] == []


def test_rows_that_prove_a_link_are_about_its_ends(any_level: Any) -> None:
    holders: dict[str, set[str]] = defaultdict(set)
    for row in any_level.key("phones"):
        holders[row["phone"]].add(row["holder"])
    tables = {}
    for name, ends in (("calls.csv", (0, 1)), ("mobile_money.csv", (1, 2))):
        rows = list(csv.reader(io.StringIO((any_level.path / "files" / name).read_text("utf-8")), delimiter=";"))
        tables[name] = [tuple(row[end] for end in ends) for row in rows]
    checked = Counter[str]()
    for link in any_level.key("links"):
        for item in link["items"]:
            page, _hash, row = item.partition("#row=")
            if row:
                one, two = tables[page.rsplit("/", 1)[1]][int(row) - 1]
                there = link["source"] in holders[one] and link["target"] in holders[two]
                back = link["source"] in holders[two] and link["target"] in holders[one]
                assert there or (back and not link["directed"])
                checked[link["type"]] += 1
    assert min(checked["Call"], checked["Payment"]) > 20


def test_reposts_name_their_origin_and_repeat_it(any_level: Any) -> None:
    texts = any_level.texts()
    origins = {row["item"]: row["origin"] for row in any_level.key("items") if row["origin"]}
    passed = [row for row in published(any_level) if row.get("forwarded") or row.get("reblog")]
    marked = {row["item"]: row.get("forwarded") or row["reblog"] for row in passed}
    posts = [row for row in passed if row.get("forwarded")]
    level = any_level.seed()["difficulty"]
    assert len(posts) == {"easy": 0, "standard": 1, "hard": 3}[level]
    assert marked == {item: origin for item, origin in origins.items() if item in marked}
    assert all(texts[item] == texts[origin] for item, origin in marked.items())
    assert len(origins) - len(marked) == {"easy": 0, "standard": 2, "hard": 5}[level]


def test_a_rumour_retold_shows_no_origin_but_the_number_to_call(standard: Any) -> None:
    texts = standard.texts()
    rows = {row["item"]: row for row in standard.key("items")}
    shown = {row["item"] for row in published(standard) if row.get("forwarded") or row.get("reblog")}
    retold = [row for row in rows.values() if row["origin"] and row["item"] not in shown]
    phones = defaultdict(set)
    for mention in standard.key("mentions"):
        if mention["kind"] == "phone":
            phones[mention["item"]].add(mention["value"])
    assert retold
    for row in retold:
        assert texts[row["item"]] != texts[row["origin"]]
        assert phones[row["item"]] == phones[row["origin"]]
        assert row["author"] != rows[row["origin"]]["author"]


def test_grades_follow_the_record_of_a_source(any_level: Any) -> None:
    items = any_level.key("items")
    for source in any_level.key("sources"):
        own = [item for item in items if item["source"] == source["id"]]
        assert source["total"] == len(own)
        assert source["true"] == sum(item["truth"] == "true" for item in own)
        assert (source["reliability"] == "F") == (len(own) < 5)
        assert {item["grade_source"] for item in own} == {source["reliability"]}
    for item in items:
        if item["truth"] == "false":
            assert item["grade_information"] in "45"
        elif item["grade_information"] in "45":
            raise AssertionError(item)


def test_false_items_keep_their_share(any_level: Any) -> None:
    wanted = [item for item in any_level.key("items") if item["key"]]
    false = sum(item["truth"] == "false" for item in wanted)
    share = {"easy": 3, "standard": 10, "hard": 20}[any_level.seed()["difficulty"]]
    assert 100 * false / len(wanted) == pytest.approx(share, abs=0.5)


def test_the_private_is_closed_to_robots_and_not_wanted(any_level: Any) -> None:
    closed = {row["host"]: row["disallow"] for row in any_level.table("sites")}
    inside = [
        item
        for item in any_level.key("items")
        if any(item["item"].startswith(f"https://{item['site']}{prefix}") for prefix in closed[item["site"]])
    ]
    assert len(inside) == 7
    assert not any(item["key"] for item in inside)


def test_those_to_protect_are_no_suspects(any_level: Any) -> None:
    suspects = {row["truth"] for row in any_level.key("roles") if row["role"].startswith("RO-")}
    protected = {row["truth"] for row in any_level.key("protected")}
    honest = {row["truth"] for row in any_level.key("roles") if row["role"].startswith(("PE-", "LK-"))}
    assert honest <= protected
    assert not suspects & protected


def test_fees_come_before_departures_and_releases_after_arrivals(any_level: Any) -> None:
    events = {row["id"]: row for row in any_level.key("events")}
    journeys = [row for row in events.values() if row["kind"] == "journey"]
    typologies = {row["id"]: row["typology"] for row in any_level.key("transfers")}
    assert len(journeys) == {"easy": 3, "standard": 7, "hard": 14}[any_level.seed()["difficulty"]]
    for row in events.values():
        if row["kind"] == "leg":
            assert events[row["parent"]]["start"] <= row["start"] < row["end"] <= events[row["parent"]]["end"]
        if typologies.get(row["id"]) == "TY-FANIN":
            assert row["start"] < events[row["parent"]]["start"]
        if typologies.get(row["id"]) == "TY-HOLD":
            assert row["start"] > events[row["parent"]]["end"]


def test_traps_of_identity(standard: Any) -> None:
    people = {row["id"]: row for row in standard.key("persons")}
    phones: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in standard.key("phones"):
        phones[row["holder"]].append(row)
    traps = {row["kind"]: row for row in standard.key("traps") if row["expect"] == "apart"}
    assert set(traps) == {"namesake", "shared handset", "recycled number", "father and son"}
    for kind, trap in traps.items():
        one, two = (people[truth] for truth in trap["truths"][:2])
        seen = {m["truth"] for m in standard.key("mentions") if m["item"] in trap["items"]}
        assert set(trap["truths"]) <= seen
        if kind == "namesake":
            assert one["names"] == two["names"]
            assert one["town"] == two["town"]
        elif kind == "father and son":
            assert one["names"] != two["names"]
            assert one["town"] == two["town"]
        else:
            assert phones[one["id"]][0]["phone"] == phones[two["id"]][0]["phone"]
    spans = sorted((phones[truth][0]["from"], phones[truth][0]["to"]) for truth in traps["recycled number"]["truths"])
    assert spans[0][1] < spans[1][0]


def test_namesakes_are_planted_only(any_level: Any) -> None:
    core = {row["truth"] for row in any_level.key("roles") if row["role"].startswith("RO-")}
    names: dict[str, set[str]] = defaultdict(set)
    for row in any_level.key("persons"):
        for name in (each for each in row["names"] if "." not in each):
            names[" ".join(sorted(name.split()))].add(row["id"])
    shared = {frozenset(ids) for ids in names.values() if len(ids) > 1 and ids & core}
    planted = {frozenset(row["truths"]) for row in any_level.key("traps") if row["kind"] == "namesake"}
    assert planted <= {each | other for each in shared for other in shared} | shared
    assert len({id_ for ids in shared for id_ in ids} - core) == len(planted)


def test_core_people_are_known_by_several_names(standard: Any) -> None:
    core = {row["truth"] for row in standard.key("roles") if row["role"].startswith("RO-")}
    for row in standard.key("persons"):
        if row["id"] in core:
            assert 2 <= len(row["names"]) <= 4
    scripts = {row["script"] for row in standard.key("aliases") if row["truth"] in core}
    assert scripts == {"Cyrillic", "Latin", "Arabic"}


def test_the_bundle_has_all_kinds_of_key_items(any_level: Any) -> None:
    wanted = [row for row in any_level.key("items") if row["key"]]
    share = len(wanted) / len(any_level.key("items"))
    assert 0.15 < share < 0.45
    assert {row["truth"] for row in wanted} >= {"true", "false"}
