"""Derived tables, references, corrections and the disposable cache."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from cases import MakeCase, gone, page, pages, sealed
from factory import capture

from osint_kit.casefile import Case, create_case, open_case
from osint_kit.errors import MissingInput
from osint_kit.messages import use_language
from osint_kit.model.tables import DOCUMENTS, ENTITIES, GRADES, LINKS, PAIRS, STATEMENTS
from osint_kit.shipped import shipped

TABLES = {
    "documents": DOCUMENTS,
    "statements": STATEMENTS,
    "pairs": PAIRS,
    "entities": ENTITIES,
    "links": LINKS,
    "grades": GRADES,
}


@pytest.fixture
def worked(case: Case) -> Case:
    return sealed(case, *pages(3), gone(1))


def row(case: Case, ref: str) -> dict[str, object]:
    found = case.statements[case.statements["ref"] == ref].to_dict("records")
    assert len(found) == 1, ref
    return {str(key): value for key, value in found[0].items()}


def test_every_statement_points_at_its_original(worked: Case) -> None:
    texts = dict(zip(worked.documents["id"], worked.documents["text"], strict=True))
    assert len(worked.statements) == 12
    for each in worked.statements.to_dict("records"):
        assert texts[each["document"]][each["start"] : each["end"]] == each["original"]


def test_references_are_numbered_in_reading_order(worked: Case) -> None:
    assert worked.statements["ref"].tolist() == [f"S{number}" for number in range(1, 13)]
    assert worked.documents["ref"].tolist() == [f"D{number}" for number in range(1, 7)]
    assert [worked.ref_of(exhibit.id) for exhibit in worked.exhibits] == ["E1", "E2", "E3", "E4"]


def test_references_do_not_move_when_more_is_sealed_or_decided(worked: Case) -> None:
    before = {ref: worked.id_of(ref) for ref in ("E4", "D6", "S12", "P11")}
    worked.decide("accept", "S4", [worked.id_of("S1")], because="seen")
    sealed(worked, page(7))
    assert {ref: worked.id_of(ref) for ref in before} == before
    assert worked.id_of("E5") == page(7).id


def test_references_lead_there_and_back(worked: Case) -> None:
    worked.decide("accept", "S4", [worked.id_of("S1")], because="seen")
    for ref in ("E1", "D2", "S3", "P4", "R1"):
        assert worked.ref_of(worked.id_of(ref)) == ref
        assert worked.id_of(worked.id_of(ref)) == worked.id_of(ref)
        assert worked.id_of(worked.id_of(ref)[:12].upper()) == worked.id_of(ref)
    assert worked.id_of(" e1 ") == worked.id_of("E1@ALPHA") == worked.id_of("E1")


@pytest.mark.parametrize("ref", ["", "E0", "E99", "X1", "E1@BRAVO", "E-1", "E1.5", "abc", "f" * 32, "Е1", "E1 E2", "1"])
def test_a_reference_to_nothing_says_what_is_expected(worked: Case, ref: str) -> None:
    with pytest.raises(MissingInput, match="E12, D40, S340"):
        worked.id_of(ref)


def test_an_ambiguous_id_is_refused(worked: Case) -> None:
    rows = [
        {"hit": "a" * 31 + last, "source": "", "term": "", "url": "", "excerpt": "", "at": "", "author": "ALPHA"}
        for last in ("1", "2")
    ]
    worked.record_searches(pd.DataFrame(rows))
    for last in ("1", "2"):
        worked.decide("accept", "S2", ["a" * 31 + last], because="seen")
    with pytest.raises(MissingInput, match="2 ids"):
        worked.id_of("a" * 12)


def test_an_entity_shows_its_smallest_reference(worked: Case) -> None:
    subjects = [worked.id_of(ref) for ref in ("P9", "P1", "P5")]
    worked.decide("merge", "S5", subjects, because="one handle")
    (joined,) = worked.entities[worked.entities["decided"]].to_dict("records")
    assert joined["ref"] == "P1"
    assert set(joined["subjects"]) == set(subjects)
    assert all(worked.entity_of(subject) == joined["id"] for subject in subjects)


def test_a_verdict_shows_and_a_contested_one_does_not(worked: Case) -> None:
    for ref in ("S1", "S2"):
        worked.decide("accept", "S4", [worked.id_of(ref)], because="seen")
    assert [row(worked, ref)["verdict"] for ref in ("S1", "S2", "S3")] == ["accept", "accept", ""]
    worked.decide("accept", "S4", [worked.id_of("S3")], because="seen")
    worked.decide("reject", "S4", [worked.id_of("S3")], because="no", author="BRAVO")
    assert row(worked, "S3")["verdict"] == ""


def test_a_rejected_statement_takes_part_in_nothing_further(worked: Case) -> None:
    name = worked.id_of("S2")
    subject = row(worked, "S2")["subject"]
    assert subject in set(worked.entities["id"])
    worked.decide("reject", "S4", [name], because="not a handle")
    assert subject not in set(worked.entities["id"])
    assert name in set(worked.statements["id"])


def test_a_correction_is_a_layer_over_the_statement(worked: Case) -> None:
    before = row(worked, "S4")
    end = str(int(str(before["start"])) + 4)
    values = {"kind": "phone", "value": "1500", "start": str(before["start"]), "end": end}
    worked.decide("accept", "S4", [str(before["id"])], because="a number", values=values)
    after = row(worked, "S4")
    changed = {key: after[key] for key in after if after[key] != before[key]}
    assert changed == {
        "kind": "phone",
        "schema": "LegalEntity",
        "property": "phone",
        "value": "1500",
        "original": "1500",
        "end": int(end),
        "verdict": "accept",
    }
    assert worked.extracted[str(before["id"])].value == "1500 USD"
    entity = worked.entities[worked.entities["id"] == after["subject"]].to_dict("records")
    assert entity[0]["selectors"] == ("phone:1500",)
    assert entity[0]["statements"] == (before["id"],)


@pytest.mark.parametrize(
    "values", [{"start": "5", "end": "9999"}, {"start": "9", "end": "9"}, {"start": "x", "end": "3"}]
)
def test_a_correction_outside_the_text_is_refused(worked: Case, values: dict[str, str]) -> None:
    with pytest.raises(MissingInput, match="stretch within"):
        worked.decide("accept", "S4", [worked.id_of("S4")], because="x", values=values)
    assert worked.decisions == ()


def test_a_person_adds_a_statement(worked: Case) -> None:
    from osint_kit.casefile.layers import added  # noqa: PLC0415 - the id of the new statement

    document = worked.document(worked.id_of("D1"))
    start = document.text.index("цена")
    values = {"document": document.id, "start": str(start), "end": str(start + 4), "kind": "person", "value": "Цена"}
    new = added(values, {document.id: document}, worked.holders)
    worked.decide("accept", "S4", [new.id], because="a nickname", values=values)
    found = row(worked, "A1")
    assert (found["origin"], found["original"], found["value"], found["verdict"]) == (
        "person",
        "цена",
        "Цена",
        "accept",
    )
    assert worked.id_of("A1") == new.id
    assert worked.ref_of(new.subject) == "PA1"
    assert new.subject in set(worked.entities["id"])
    worked.decide("reject", "S4", [new.id], because="a word after all")
    assert row(worked, "A1")["verdict"] == "reject"
    assert new.subject not in set(worked.entities["id"])


def test_the_graph_holds_every_entity(worked: Case) -> None:
    assert set(worked.graph().nodes) == set(worked.entities["id"])
    assert worked.graph(decided=True).number_of_edges() == 0


def test_what_no_reader_can_read_is_listed(case: Case) -> None:
    sealed(case, capture("https://a.example/x", b"\x00\x01\x02\xff" * 50, "application/octet-stream"), page(1))
    assert len(case.exhibits) == 2
    assert len(case.statements) == 4
    assert [what for what, _why in case.unread] in ([], ["https://a.example/x"])


def frames(case: Case) -> dict[str, pd.DataFrame]:
    return {name: getattr(case, name) for name in TABLES}


def decided(case: Case) -> Case:
    case.decide("merge", "S5", [case.id_of("P1"), case.id_of("P5")], because="one handle")
    evidence = [case.id_of("S2"), case.id_of("S3")]
    case.decide(
        "link", "S8", [case.id_of("P2"), case.id_of("P3")], because="x", values={"type": "Associate"}, evidence=evidence
    )
    return case


def test_deleting_the_cache_changes_nothing(worked: Case) -> None:
    first = frames(open_case(decided(worked).path))
    cached = frames(open_case(worked.path))
    (worked.path / "case.db").unlink()
    anew = frames(open_case(worked.path))
    for name, table in TABLES.items():
        pd.testing.assert_frame_equal(first[name], cached[name])
        pd.testing.assert_frame_equal(first[name], anew[name])
        table.check(cached[name])
    assert len(first["links"]) == 1
    assert worked.verify() == ()


def test_the_cache_is_used(worked: Case) -> None:
    before = open_case(worked.path).statements
    from osint_kit import extract  # noqa: PLC0415 - taken away below

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extract, "extract", None)
        pd.testing.assert_frame_equal(open_case(worked.path).statements, before)


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE statements (x)")


def _falsified(path: Path) -> None:
    base = sqlite3.connect(path)
    with base:
        base.execute("UPDATE statements SET value = 'forged'")
        base.execute("UPDATE entities SET caption = 'forged'")
    base.close()


BREAK: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "rubbish": lambda path: path.write_bytes(b"rubbish" * 1000),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "scribbled": lambda path: path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 4096 + path.read_bytes()[8192:]),
    "foreign": _foreign,
    "falsified": _falsified,
}


@pytest.mark.parametrize("how", BREAK)
def test_a_broken_cache_is_made_anew(worked: Case, how: str) -> None:
    first = frames(open_case(decided(worked).path))
    BREAK[how](worked.path / "case.db")
    again = frames(open_case(worked.path))
    for name in TABLES:
        pd.testing.assert_frame_equal(first[name], again[name])


def test_any_sqlite_browser_opens_the_tables(worked: Case) -> None:
    frames(decided(worked))
    base = sqlite3.connect(worked.path / "case.db")
    shown = pd.read_sql_query("SELECT * FROM statements", base)
    base.close()
    assert shown["value"].tolist() == worked.statements["value"].tolist()


def test_an_empty_case_has_empty_tables(case: Case) -> None:
    for name, table in TABLES.items():
        assert len(table.check(getattr(case, name))) == 0


def test_two_cases_do_not_share_tables(make: MakeCase) -> None:
    one, other = sealed(make("one"), page(1)), sealed(make("other"), page(2))
    assert set(one.statements["id"]).isdisjoint(other.statements["id"])


def test_reasons_follow_the_language(make: MakeCase) -> None:
    case = sealed(make(), *pages(2), page(9, "Саид Валиев ва Карим Нуров, @user0 ё @driver1, 900 USD"))
    english = frames(case)
    try:
        use_language("ru")
        russian = frames(case)
        reopened = frames(open_case(case.path))
        (case.path / "case.db").unlink()
        anew = frames(open_case(case.path))
    finally:
        use_language("en")
    assert english["links"]["reason"].tolist() != anew["links"]["reason"].tolist()
    for name in TABLES:
        pd.testing.assert_frame_equal(russian[name], anew[name])
        pd.testing.assert_frame_equal(reopened[name], anew[name])


def test_a_case_that_was_moved_away_from_its_world_says_what_to_do(tmp_path: Path) -> None:
    world = shipped("fixtures", "silk-route")
    case = create_case(tmp_path / "here" / "case", world=world)
    (tmp_path / "far" / "deeper" / "still").mkdir(parents=True)
    moved = case.path.rename(tmp_path / "far" / "deeper" / "still" / "case")
    with pytest.raises(MissingInput, match=r"expected .*case\.toml, \[world\] path"):
        _ = open_case(moved).world
    settings = moved / "case.toml"
    settings.write_text(re.sub(r'(?m)^path = ".*"$', f'path = "{world}"', settings.read_text("utf-8")), "utf-8")
    assert open_case(moved).world is not None
