"""Traps: all of them are there, each stands where it says, and nothing of them shows in public."""

import re
from collections import Counter
from typing import Any

AT_STANDARD = {
    ("S2", "closed channel"): 3,
    ("S2", "family page"): 2,
    ("S2", "page closed to robots"): 2,
    ("S2", "vanishing channel"): 1,
    ("S2", "archive copy"): 1,
    ("S4", "Cyrillic plate"): 1,
    ("S4", "number of a paper"): 1,
    ("S4", "game of football"): 1,
    ("S4", "price of goods"): 4,
    ("S4", "solar date"): 4,
    ("S4", "initials"): 2,
    ("S4", "nickname"): 2,
    ("S4", "common word"): 1,
    ("S5", "namesake"): 2,
    ("S5", "shared handset"): 1,
    ("S5", "recycled number"): 1,
    ("S5", "renamed handle"): 1,
    ("S5", "two names"): 1,
    ("S5", "several scripts"): 3,
    ("S5", "father and son"): 1,
    ("S6", "circular report"): 3,
    ("S6", "planted story"): 1,
    ("S6", "good paper errs"): 1,
    ("S6", "new account"): 2,
    ("S7", "set question"): 5,
    ("S8", "high degree"): 2,
    ("S8", "daily caller"): 1,
    ("S8", "quiet organiser"): 1,
    ("S9", "honest sarraf"): 1,
    ("S9", "payroll"): 1,
    ("S9", "charity fan-in"): 1,
    ("S9", "family loans"): 1,
    ("S9", "ordinary deposit"): 1,
    ("S10", "drives for his passage"): 1,
    ("S10", "hosts for nothing"): 1,
    ("S10", "duty at the border"): 1,
    ("S10", "paid officer"): 1,
    ("S10", "supplier of papers"): 1,
    ("S10", "owner behind the firm"): 1,
    ("S10", "owner of the workshop"): 1,
    ("S10", "travellers who help"): 1,
    ("S10", "workshop group"): 1,
    ("S11", "group or freelancers"): 1,
    ("S11", "bait for deception"): 1,
    ("S12", "whole file asked for"): 1,
    ("S12", "source to withhold"): 1,
    ("S12", "minor to withhold"): 1,
    ("S12", "intelligence only"): 1,
    ("S13", "afraid, with a dialect"): 1,
    ("S13", "debt is no crime"): 1,
}
WORDS = {"absent", "present", "apart", "together", "grade", "no link", "low degree", "role", "typology none"}


def of(bundle: Any, kind: str) -> list[dict[str, Any]]:
    return [row for row in bundle.key("traps") if row["kind"] == kind]


def test_every_trap_of_the_story_is_there(standard: Any) -> None:
    found = Counter((row["step"], row["kind"]) for row in standard.key("traps"))
    assert found == AT_STANDARD
    assert {row["expect"] for row in standard.key("traps")} >= WORDS


def test_every_difficulty_has_traps_in_each_step(any_level: Any) -> None:
    wanted = {f"S{number}" for number in (2, 4, 6, 7, 8, 9, 10, 11, 12, 13)}
    assert {row["step"] for row in any_level.key("traps")} >= wanted
    assert len({row["id"] for row in any_level.key("traps")}) == len(any_level.key("traps"))


def test_traps_point_at_items_and_people_of_the_world(any_level: Any) -> None:
    known = {row["item"] for name in ("items", "transfers") for row in any_level.key(name)}
    truths = {row["id"] for name in ("persons", "organisations") for row in any_level.key(name)}
    for trap in any_level.key("traps"):
        rows = {item for item in trap["items"] if "#row=" in item or "/files/" not in item or "#" in item}
        assert rows <= known, trap
        assert set(trap["truths"]) <= truths
        assert all(trap[name] for name in ("machine", "right", "expect"))


def test_spans_say_what_is_there(any_level: Any) -> None:
    texts = any_level.texts()
    mentions = {(row["item"], row["start"], row["end"], row["kind"]): row["value"] for row in any_level.key("mentions")}
    for trap in any_level.key("traps"):
        assert bool(trap["spans"]) == (trap["expect"] in ("present", "absent", "no fare")), trap
        for span in trap["spans"]:
            place = (span["item"], span["start"], span["end"], span["kind"])
            surface = texts[span["item"]][span["start"] : span["end"]]
            assert span["item"] in trap["items"]
            if trap["expect"] == "absent":
                assert surface == span["value"]
                assert place not in mentions
            else:
                assert mentions[place] == span["value"]


def test_solar_dates_are_written_in_another_year(standard: Any) -> None:
    texts = standard.texts()
    spans = [span for trap in of(standard, "solar date") for span in trap["spans"]]
    assert spans
    for span in spans:
        surface = texts[span["item"]][span["start"] : span["end"]]
        assert "2031" not in surface
        assert span["value"].startswith("203")


def test_people_taken_apart_or_together_can_be_found(standard: Any) -> None:
    mentions = standard.key("mentions")
    for trap in standard.key("traps"):
        if trap["expect"] in ("apart", "together"):
            seen = Counter(row["truth"] for row in mentions if row["item"] in trap["items"])
            assert all(seen[truth] for truth in trap["truths"]), trap
        if trap["expect"] == "apart":
            assert len(trap["truths"]) > 1
    (renamed,) = of(standard, "renamed handle")
    own = {row["handle"] for row in standard.key("handles") if row["holder"] in renamed["truths"]}
    authors = {row["author"] for row in standard.key("items") if row["item"] in renamed["items"]}
    assert len(own & authors) > 1
    (names,) = of(standard, "two names")
    forms = {row["value"] for row in mentions if row["truth"] in names["truths"] and row["kind"] == "person"}
    assert len({len(form.split()) for form in forms} | {form.split()[0] for form in forms}) > 2


def test_grades_of_doctrine_are_not_what_they_seem(standard: Any) -> None:
    items = {row["item"]: row for row in standard.key("items")}
    (error,) = of(standard, "good paper errs")
    assert items[error["items"][0]]["grade_source"] in "AB"
    assert items[error["items"][0]]["grade_information"] in "45"
    for trap in of(standard, "new account"):
        assert items[trap["items"][0]]["grade_source"] == "F"
        assert items[trap["items"][0]]["truth"] == "true"
    for trap in of(standard, "circular report"):
        assert {items[item]["grade_information"] for item in trap["items"]} <= {"3", "4", "5"}


def test_traps_of_roles_are_about_people_with_one_kind_of_role(any_level: Any) -> None:
    roles = {row["truth"]: row["role"] for row in any_level.key("roles")}
    protected = {row["truth"] for row in any_level.key("protected")}
    kinds = Counter[bool]()
    for trap in any_level.key("traps"):
        if trap["expect"] == "role":
            (suspect,) = {roles[truth].startswith("RO-") for truth in trap["truths"]}
            assert bool(set(trap["truths"]) & protected) != suspect
            kinds[suspect] += 1
    assert set(kinds) == {True, False}


def test_the_key_stays_out_of_the_public_tables(standard: Any) -> None:
    secrets = {row["id"] for name in ("persons", "traps", "typologies", "indicators") for row in standard.key(name)}
    public = "".join(
        path.read_text("utf-8") for folder in ("tables", "files") for path in (standard.path / folder).rglob("*.*")
    )
    assert not [secret for secret in secrets if secret in public]
    assert not re.search(r"\b(?:RO|PE|LK)-(?:[A-Z]{3}|\d)\b|\bTY-[A-Z]+\b|\bFI-\d", public)
    fields = {name for row in standard.items() for name in row}
    assert not fields & {"genre", "truth", "fact", "wanted", "key"}


def test_two_accounts_that_accuse_the_agency_are_one_rival(standard: Any) -> None:
    (trap,) = of(standard, "planted story")
    rows = [row for row in standard.table("posts") if any(item.endswith(row["path"]) for item in trap["items"])]
    holder = {row["handle"]: row["holder"] for row in standard.key("handles")}
    numbers = {m["value"] for m in standard.key("mentions") if m["item"] in trap["items"] and m["kind"] == "phone"}
    times = sorted(row["published"] for row in rows)
    assert len({row["author"] for row in rows}) == len(rows) == 2
    assert len({holder[row["author"]] for row in rows}) == len(numbers) == 1
    assert times[0][:13] <= times[1][:13]
    grades = [row for row in standard.key("items") if row["item"] in trap["items"]]
    assert {row["grade_information"] for row in grades} <= {"4", "5"}
    assert min(row["grade_source"] for row in grades) < "D"


def test_what_a_person_needs_to_see_through_a_trap_stands_in_it(standard: Any) -> None:
    texts = standard.texts()
    handset = {m["item"] for m in standard.key("mentions") if m["item"] in of(standard, "shared handset")[0]["items"]}
    holder = {row["id"]: row["names"] for row in standard.key("persons")}
    assert any(any(name in texts[item] for name in holder[truth]) for item in handset for truth in holder)
    for trap in of(standard, "number of a paper"):
        for span in trap["spans"]:
            assert re.fullmatch(r"[5-9]\d \d{3} \d\d \d\d", span["value"])
    (renamed,) = of(standard, "renamed handle")
    numbers = [row for row in standard.key("phones") if row["holder"] in renamed["truths"]]
    assert len(numbers) == 2
    sayings = [text for item in renamed["items"] for text in re.findall(r"«([^»]{12,})»", texts[item])]
    assert len(sayings) > len(set(sayings)) == 1


def test_traps_that_were_read_stand_when_the_exercise_opens(standard: Any) -> None:
    wanted = {"number of a paper", "common word", "price of goods", "solar date", "initials", "nickname"}
    items = {item for kind in wanted for trap in of(standard, kind) for item in trap["items"]}
    rows = [row for name in ("posts", "ads", "statuses") for row in standard.table(name)]
    shown = [row for row in rows if any(item.endswith(row["path"]) for item in items)]
    assert len(shown) >= len(items)
    assert not [row for row in shown if row.get("removed")]
