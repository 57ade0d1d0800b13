"""A submission holds what was decided and sealed, and nothing else."""

from __future__ import annotations

import pytest
from cases import MakeCase, gone, page, pages, sealed
from factory import capture

from osint_kit.casefile import Case, submission, tabular, worksheet
from osint_kit.model import MACHINE, Row, Submission, from_dict, selector_subject, to_dict

CALLS = "A;B\n1;2\n"


@pytest.fixture
def worked(case: Case) -> Case:
    return sealed(case, *pages(3), gone(1))


def rows(case: Case, step: str) -> tuple[Row, ...]:
    return submission.build(case).steps[step]


def test_undecided_suggestions_are_not_submitted(worked: Case) -> None:
    built = submission.build(worked)
    assert {step: len(found) for step, found in built.steps.items()} == {
        "S1": 0,
        "S2": 3,
        "S3": 3,
        "S4": 0,
        "S5": 0,
        "S6": 0,
        **dict.fromkeys(("S7", "S8", "S9", "S10", "S11", "S12", "S13"), 0),
    }
    assert (built.case, built.team, built.format) == (worked.id, "RED", 1)


def test_it_is_one_json_file(worked: Case) -> None:
    worked.decide("accept", "S4", [worked.id_of("S2")], because="seen")
    built = submission.build(worked)
    assert from_dict(Submission, to_dict(built)) == built


def test_plan_rows_are_the_accepted_ones(worked: Case) -> None:
    worked.decide("accept", "S1", ["a" * 32], because="x", values={"section": "exclusion", "text": "/family/"})
    worked.decide("reject", "S1", ["b" * 32], because="x", values={"section": "exclusion", "text": "/all/"})
    (row,) = rows(worked, "S1")
    assert (row.ids, dict(row.values)) == (("a" * 32,), {"section": "exclusion", "text": "/family/"})


def test_collected_rows_name_page_digest_and_items(worked: Case) -> None:
    row = rows(worked, "S2")[1]
    held = page(1)
    assert (row.author, row.at, row.ids) == ("ALPHA", held.retrieved_at, (held.id,))
    assert dict(row.values) == {
        "url": held.served,
        "digest": held.digest,
        "status": 200,
        "outcome": "captured",
        "served_at": held.served_at.isoformat() if held.served_at else "",
        "items": [held.served],
    }


def test_preserved_rows_carry_custody_fields_and_working_copies(worked: Case) -> None:
    row = rows(worked, "S3")[0]
    values = dict(row.values)
    assert (values["handler"], values["digest"], values["items"]) == ("ALPHA", page(0).digest, [page(0).served])
    assert isinstance(values["fields"], dict)
    assert sorted(values["fields"]) == [f"BP-COL-{number}" for number in range(1, 9)]
    assert values["fields"]["BP-COL-8"] == page(0).digest
    collected, seal = worked.custody
    assert values["transfers"] == [
        {"action": "collect", "at": collected.at.isoformat(), "by": "ALPHA", "entry": collected.digest},
        {"action": "seal", "at": seal.at.isoformat(), "by": "ALPHA", "entry": seal.digest},
    ]
    assert values["working_copies"] == [{"document": worked.id_of(ref), "parent": page(0).id} for ref in ("D1", "D2")]


def test_accepted_mentions_are_placed_in_the_items_text(worked: Case) -> None:
    worked.decide("accept", "S4", [worked.id_of("S2")], because="seen")
    worked.decide("reject", "S4", [worked.id_of("S3")], because="no")
    (row,) = rows(worked, "S4")
    text = "Пишите @user0 или @driver0, цена 1500 USD"
    assert (row.author, row.because, row.ids) == ("ALPHA", "seen", (worked.id_of("S2"),))
    assert dict(row.values) == {
        "kind": "handle",
        "value": "@user0",
        "original": "@user0",
        "document": worked.id_of("D1"),
        "item": page(0).served,
        "start": text.index("@user0"),
        "end": text.index("@user0") + 6,
    }


def test_a_signature_above_the_text_is_no_mention_of_the_item(worked: Case) -> None:
    worked.decide("accept", "S4", [worked.id_of("S1")], because="the author")
    assert rows(worked, "S4") == ()


def test_one_mention_on_two_pages_is_one_row(case: Case) -> None:
    body = page(1).body
    sealed(case, page(1), capture("https://kanal.example/search?q=1", body + b"<p>again</p>"))
    accepted = case.statements[case.statements["value"] == "@driver1"]["id"].tolist()
    assert len(accepted) == 2
    for name in accepted:
        case.decide("accept", "S4", [name], because="seen")
    (row,) = rows(case, "S4")
    assert set(row.ids) == set(accepted)


def test_a_corrected_mention_is_submitted_as_corrected(worked: Case) -> None:
    worked.decide("accept", "S4", [worked.id_of("S4")], because="a number", values={"kind": "phone", "value": "+1500"})
    (row,) = rows(worked, "S4")
    assert (row.values["kind"], row.values["value"]) == ("phone", "+1500")


def test_resolved_entities_list_their_mentions(worked: Case) -> None:
    worked.decide("merge", "S5", [worked.id_of("P2"), worked.id_of("P3")], because="one man")
    (row,) = rows(worked, "S5")
    assert set(row.ids) == {worked.id_of("P2"), worked.id_of("P3")}
    mentions = row.values["mentions"]
    assert isinstance(mentions, list)
    assert [(each["item"], each["kind"]) for each in mentions if isinstance(each, dict)] == [
        (page(0).served, "handle")
    ] * 2
    assert row.values["caption"] in ("@user0", "@driver0")


def test_pairs_kept_apart_are_no_entities(worked: Case) -> None:
    worked.decide("apart", "S5", [worked.id_of("P2"), worked.id_of("P3")], because="two men")
    assert rows(worked, "S5") == ()


def test_what_a_person_merged_is_the_persons(worked: Case) -> None:
    subjects = [worked.id_of("P2"), worked.id_of("P3"), worked.id_of("P6")]
    worked.decide("merge", "S5", subjects[:2], because="rule", author=MACHINE)
    assert [row.author for row in rows(worked, "S5")] == [MACHINE]
    worked.decide("merge", "S5", subjects[1:], because="one man")
    assert [row.author for row in rows(worked, "S5")] == ["ALPHA"]


def test_grades_name_the_item(worked: Case) -> None:
    worked.decide("grade", "S6", [worked.id_of("D1")], because="x", values={"source": "B", "information": "2"})
    (row,) = rows(worked, "S6")
    assert row.ids == (worked.id_of("D1"),)
    assert dict(row.values) == {"item": page(0).served, "scheme": "admiralty", "source": "B", "information": "2"}


def test_links_name_ends_type_and_evidence(worked: Case) -> None:
    ends = [worked.id_of("P2"), worked.id_of("P3")]
    evidence = [worked.id_of("S2"), worked.id_of("S3")]
    worked.decide("link", "S8", ends, because="x", values={"type": "Associate"}, evidence=evidence[:1])
    worked.decide("link", "S8", ends, because="y", values={"type": "Associate"}, evidence=evidence)
    worked.decide("link", "S8", ends, because="z", values={"type": "Payment"}, evidence=evidence)
    first, second = rows(worked, "S8")
    assert first.ids == (*ends, *evidence)
    assert (first.values["type"], first.values["directed"]) == ("Associate", False)
    assert (second.values["type"], second.values["directed"]) == ("Payment", True)
    source = first.values["source"]
    assert isinstance(source, dict)
    assert source["id"] == ends[0]
    shown = first.values["evidence"]
    assert isinstance(shown, list)
    assert [each["original"] for each in shown if isinstance(each, dict)] == ["@user0", "@driver0"]


def test_a_link_that_was_taken_back_is_not_submitted(worked: Case) -> None:
    ends, kind = [worked.id_of("P2"), worked.id_of("P3")], {"type": "Associate"}
    worked.decide("link", "S8", ends, because="x", values=kind, evidence=[worked.id_of("S2")])
    worked.decide("reject", "S8", ends, because="no", values=kind)
    assert rows(worked, "S8") == ()
    assert len(worked.links) == 0


def test_contested_rows_are_not_submitted(make: MakeCase) -> None:
    alpha, bravo = sealed(make("a"), page(1)), sealed(make("b", callsign="BRAVO"), page(1))
    name = alpha.id_of("S2")
    alpha.decide("accept", "S4", [name], because="x")
    bravo.decide("reject", "S4", [name], because="y")
    assert len(rows(alpha, "S4")) == 1
    alpha.merge(bravo)
    assert rows(alpha, "S4") == ()


def test_a_row_of_a_table_is_an_item(case: Case) -> None:
    sealed(case, capture("https://partner.example/calls.csv", "A;B\n@one_two;@three_four\n", "text/csv"))
    for name in case.statements["id"]:
        case.decide("accept", "S4", [name], because="x")
    assert [(row.values["item"], row.values["start"], row.values["end"]) for row in rows(case, "S4")] == [
        ("https://partner.example/calls.csv#row=2", 0, 8),
        ("https://partner.example/calls.csv#row=2", 9, 20),
    ]


def subjects(case: Case, *references: str) -> list[str]:
    return [case.id_of(each) for each in references]


def test_an_entity_stays_submitted_when_one_of_its_members_leaves(worked: Case) -> None:
    kept = set(subjects(worked, "P2", "P3"))
    worked.decide("merge", "S5", subjects(worked, "P2", "P3", "P6"), because="one man")
    worked.decide("split", "S5", subjects(worked, "P6"), because="another")
    assert [set(row.ids) for row in rows(worked, "S5") if row.because == "one man"] == [kept]
    worked.decide("reject", "S4", [worked.id_of("S6")], because="misread")
    assert kept in [set(row.ids) for row in rows(worked, "S5")]


def test_an_entity_stays_submitted_when_one_of_its_members_is_kept_apart(worked: Case) -> None:
    worked.decide("merge", "S5", subjects(worked, "P2", "P3", "P6"), because="one man")
    worked.decide("apart", "S5", subjects(worked, "P2", "P6"), because="two men")
    (row,) = rows(worked, "S5")
    assert len(row.ids) == 2


def test_what_a_split_put_together_is_submitted(worked: Case) -> None:
    worked.decide("merge", "S5", subjects(worked, "P2", "P3", "P6", "P7"), because="one man")
    worked.decide("split", "S5", subjects(worked, "P6", "P7"), because="two of them are another")
    found = {frozenset(row.ids): row.because for row in rows(worked, "S5")}
    assert found == {
        frozenset(subjects(worked, "P2", "P3")): "one man",
        frozenset(subjects(worked, "P6", "P7")): "two of them are another",
    }


def test_a_link_drawn_through_two_mentions_of_one_end_is_one_row(worked: Case) -> None:
    ends, kind = subjects(worked, "P2", "P3"), {"type": "Associate"}
    worked.decide("merge", "S5", [ends[0], worked.id_of("P6")], because="one man")
    worked.decide("link", "S8", ends, because="x", values=kind, evidence=[worked.id_of("S2")])
    other = [worked.id_of("P6"), ends[1]]
    worked.decide("link", "S8", other, because="y", values=kind, evidence=[worked.id_of("S6")])
    (row,) = rows(worked, "S8")
    assert row.ids == (*ends, worked.id_of("S2"), worked.id_of("S6"))


MAPPING = """format = 1
table = "calls.csv"
timezone = "+05:00"
delimiter = ";"
encoding = "utf-8"
[[relation]]
schema = "Call"
[relation.fields]
caller = { part = "A", kind = "handle" }
receiver = { part = "B", kind = "handle" }
"""


def test_frame_worksheet_and_submission_show_the_same_ends_of_a_link(case: Case) -> None:
    url = "https://partner.example/calls.csv"
    table = capture(url, "A;B\n@user1;@somebody\n", "text/csv")
    mapping = capture(f"{url}.mapping.toml", MAPPING, "application/toml")
    sealed(case, page(1), table, mapping)
    (link,) = case.links[case.links["type"] == "Call"].to_dict("records")
    ends = [selector_subject("handle", name) for name in ("@user1", "@somebody")]
    assert not set(ends) <= {link["source"], link["target"]}
    case.decide("link", "S8", ends, because="x", values={"type": "Call"}, evidence=link["statements"])
    (row,) = rows(case, "S8")
    submitted = {end["id"] for end in (row.values["source"], row.values["target"]) if isinstance(end, dict)}
    assert submitted == {link["source"], link["target"]}
    worksheet.export(case, "S8", case.links, ["csv"])
    shown = tabular.read(worksheet.path_of(case, "S8")).set_index("ref")
    assert shown["decision"].tolist().count("link") == 1
    assert shown.loc[link["ref"], "decision"] == "link"
    shown_ends = {case.id_of(str(shown.loc[link["ref"], side])) for side in ("source", "target")}
    assert shown_ends == submitted
