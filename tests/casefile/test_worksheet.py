"""A verb writes a worksheet, a person fills it in, the verb reads it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from cases import gone, page, pages, sealed

from osint_kit.casefile import Case, open_case, tabular, worksheet
from osint_kit.errors import RunError
from osint_kit.model import Action, Decision
from osint_kit.model.tables import SEARCHES

PLAN = ("section", "text", "element", "sources", "terms", "source", "kind", "targets", "excluded", "page_limit")


@pytest.fixture
def worked(case: Case) -> Case:
    return sealed(case, *pages(3), gone(1))


def fill(case: Case, step: str, edit: Callable[[pd.DataFrame], pd.DataFrame], kind: str = "csv") -> Path:
    """Open a worksheet as a person does, change it, save it."""
    path = worksheet.path_of(case, step, kind)
    tabular.write(edit(tabular.read(path)), path, choices={})
    return path


def answer(ref: str, decision: str, because: str = "seen", **cells: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    def edit(frame: pd.DataFrame) -> pd.DataFrame:
        chosen = frame["ref"] == ref
        assert chosen.sum() == 1, ref
        for name, text in {"decision": decision, "because": because, **cells}.items():
            frame.loc[chosen, name] = text
        return frame

    return edit


def add(**cells: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    return lambda frame: pd.DataFrame(
        [*frame.to_dict("records"), {**dict.fromkeys(frame.columns, ""), "because": "added", **cells}]
    )


def told(decisions: list[Decision]) -> list[tuple[object, ...]]:
    return [(each.action.value, each.targets, dict(each.values), each.because, each.author) for each in decisions]


def test_what_nobody_fills_in_decides_nothing(worked: Case) -> None:
    for step, frame in (("S4", worked.statements), ("S5", worked.pairs), ("S6", worked.grades), ("S8", worked.links)):
        paths = worksheet.export(worked, step, frame)
        assert [path.suffix for path in paths] == [".csv", ".xlsx"]
        assert worksheet.import_decisions(worked, step) == []
    assert worked.decisions == ()


def test_a_hit_shows_what_was_asked_and_what_the_site_answered(worked: Case) -> None:
    hits = [("ronanda", "two seats"), ("driver", "two seats on Friday, write to @n")]
    worked.record_searches(
        SEARCHES.frame(
            {"hit": "h" * 32, "source": "a.example", "term": term, "url": "https://a.example/1", "excerpt": excerpt}
            | {"at": "2031-05-12T09:00:00+00:00", "author": "ALPHA"}
            for term, excerpt in hits
        )
    )
    ranked = pd.DataFrame([{"hit": "h" * 32, "url": "https://a.example/1", "source": "a.example", "score": 0.5}])
    shown = tabular.read(worksheet.export(worked, "S2", ranked)[0]).to_dict("records")[0]
    assert (shown["term"], shown["excerpt"]) == ("ronanda; driver", "two seats on Friday, write to @n")


def test_a_step_without_its_worksheet_decides_nothing(worked: Case) -> None:
    assert worksheet.import_decisions(worked, "S4") == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_either_file_may_be_filled_in(worked: Case, kind: str) -> None:
    worksheet.export(worked, "S4", worked.statements)
    fill(worked, "S4", answer("S2", "Accept "), kind)
    fill(worked, "S4", answer("S3", "reject", "an insult"), kind)
    assert told(worksheet.import_decisions(worked, "S4")) == [
        ("accept", (worked.id_of("S2"),), {}, "seen", "ALPHA"),
        ("reject", (worked.id_of("S3"),), {}, "an insult", "ALPHA"),
    ]


def test_reading_again_decides_nothing_new_before_and_after_writing(worked: Case) -> None:
    worksheet.export(worked, "S4", worked.statements)
    fill(worked, "S4", answer("S4", "accept", value="1 USD"))
    assert len(worksheet.import_decisions(worked, "S4")) == 1
    assert worksheet.import_decisions(worked, "S4") == []
    worksheet.export(worked, "S4", worked.statements)
    assert worksheet.import_decisions(worked, "S4") == []
    shown = tabular.read(worksheet.path_of(worked, "S4")).set_index("ref").loc["S4"]
    assert (shown["decision"], shown["because"], shown["value"]) == ("accept", "seen", "1 USD")
    assert len(open_case(worked.path).decisions) == 1


def test_a_changed_mind_replaces_the_decision_whichever_file_it_is_in(worked: Case) -> None:
    worksheet.export(worked, "S4", worked.statements)
    fill(worked, "S4", answer("S2", "accept"))
    worksheet.import_decisions(worked, "S4")
    worksheet.export(worked, "S4", worked.statements)
    fill(worked, "S4", answer("S2", "reject", "no"), "xlsx")
    assert [each.action for each in worksheet.import_decisions(worked, "S4")] == ["reject"]
    assert worked.statements.set_index("ref").loc["S2", "verdict"] == "reject"


def test_two_files_that_disagree_are_refused(worked: Case) -> None:
    worksheet.export(worked, "S4", worked.statements)
    fill(worked, "S4", answer("S2", "accept"), "csv")
    fill(worked, "S4", answer("S2", "reject"), "xlsx")
    with pytest.raises(RunError, match=r"S4-extract\.csv, row 3; S4-extract\.xlsx, row 3"):
        worksheet.import_decisions(worked, "S4")
    assert worked.decisions == ()


def test_two_files_that_agree_decide_once(worked: Case) -> None:
    worksheet.export(worked, "S4", worked.statements)
    for kind in ("csv", "xlsx"):
        fill(worked, "S4", answer("S2", "accept"), kind)
    assert len(worksheet.import_decisions(worked, "S4")) == 1


def test_only_what_was_edited_is_a_correction(worked: Case) -> None:
    worksheet.export(worked, "S4", worked.statements)
    shown = tabular.read(worksheet.path_of(worked, "S4")).set_index("ref").loc["S4"]
    fill(worked, "S4", answer("S4", "accept", kind="person", end=str(int(shown["end"]) - 4), value="1500"))
    (made,) = worksheet.import_decisions(worked, "S4")
    assert dict(made.values) == {
        "kind": "person",
        "value": "1500",
        "start": shown["start"],
        "end": str(int(shown["end"]) - 4),
    }
    assert worked.statements.set_index("ref").loc["S4", "original"] == "1500"


def test_a_row_by_hand_adds_a_statement(worked: Case) -> None:
    worksheet.export(worked, "S4", worked.statements)
    fill(worked, "S4", add(document="D1", kind="person", original="цена", value="Цена", decision="accept"))
    (made,) = worksheet.import_decisions(worked, "S4")
    found = worked.statements[worked.statements["id"] == made.targets[0]].to_dict("records")
    assert [(each["value"], each["original"], each["origin"], each["ref"]) for each in found] == [
        ("Цена", "цена", "person", "A1")
    ]
    worksheet.export(worked, "S4", worked.statements)
    assert worksheet.import_decisions(worked, "S4") == []


def test_pairs_are_merged_kept_apart_and_named_by_hand(worked: Case) -> None:
    worksheet.export(worked, "S5", worked.pairs)

    def edit(frame: pd.DataFrame) -> pd.DataFrame:
        frame.loc[0, ["decision", "because"]] = ["merge", "one handle"]
        frame.loc[1, ["decision", "because"]] = ["apart", "sold in between"]
        return add(left="P2", right="P3 P4", decision="merge")(frame)

    fill(worked, "S5", edit)
    made = worksheet.import_decisions(worked, "S5")
    assert [each.action.value for each in made] == ["merge", "apart", "merge"]
    assert set(made[2].targets) == {worked.id_of(ref) for ref in ("P2", "P3", "P4")}
    worksheet.export(worked, "S5", worked.pairs)
    assert worksheet.import_decisions(worked, "S5") == []
    assert sorted(tabular.read(worksheet.path_of(worked, "S5"))["decision"]) == ["apart", "merge", "merge"]


def test_grades_are_read_with_both_their_cells(worked: Case) -> None:
    worksheet.export(worked, "S6", worked.grades)
    fill(worked, "S6", answer("D1", "grade", source="b", information="2"))
    (made,) = worksheet.import_decisions(worked, "S6")
    assert made.targets == (worked.id_of("D1"),)
    assert dict(made.values) == {"source": "B", "information": "2", "scheme": "admiralty"}
    worksheet.export(worked, "S6", worked.grades)
    assert worksheet.import_decisions(worked, "S6") == []


def test_links_by_hand_cite_statements(worked: Case) -> None:
    worksheet.export(worked, "S8", worked.links)
    fill(worked, "S8", add(source="P2", target="P3", type="Associate", evidence="S2 S3", decision="link"))
    (made,) = worksheet.import_decisions(worked, "S8")
    assert made.targets == (worked.id_of("P2"), worked.id_of("P3"))
    assert made.evidence == (worked.id_of("S2"), worked.id_of("S3"))
    assert worked.links["decided"].tolist() == [True]
    worksheet.export(worked, "S8", worked.links)
    assert worksheet.import_decisions(worked, "S8") == []


def test_a_link_stays_decided_in_its_sheet_after_its_ends_are_merged(worked: Case) -> None:
    worked.decide(
        "link",
        "S8",
        [worked.id_of("P11"), worked.id_of("P5")],
        because="seen",
        values={"type": "Associate"},
        evidence=[worked.id_of("S11")],
    )
    worked.decide("merge", "S5", [worked.id_of("P1"), worked.id_of("P5")], because="one handle")
    worksheet.export(worked, "S8", worked.links)
    shown = tabular.read(worksheet.path_of(worked, "S8"))
    assert shown["decision"].tolist() == ["link"]
    assert {shown.loc[0, "source"], shown.loc[0, "target"]} == {"P1", "P11"}
    assert {shown.loc[0, "source_text"], shown.loc[0, "target_text"]} == {"@salom", "@driver2"}
    assert worksheet.import_decisions(worked, "S8") == []


def test_a_plan_is_accepted_edited_and_added_to(worked: Case) -> None:
    rows = [
        {
            "id": "a" * 32,
            **dict.fromkeys(PLAN, ""),
            "section": "requirement",
            "text": "Who drives?",
            "element": "SOM-1",
        },
        {"id": "b" * 32, **dict.fromkeys(PLAN, ""), "section": "task", "source": "kanal.example", "kind": "channels"},
    ]
    worksheet.export(worked, "S1", pd.DataFrame(rows))

    def edit(frame: pd.DataFrame) -> pd.DataFrame:
        frame["decision"], frame["because"] = "accept", "needed"
        frame.loc[0, "text"] = "Who drives, and what?"
        return add(section="exclusion", text="/family/", decision="accept")(frame)

    fill(worked, "S1", edit, "xlsx")
    made = worksheet.import_decisions(worked, "S1")
    assert [dict(each.values)["text"] for each in made] == ["Who drives, and what?", "", "/family/"]
    plan = worked.plan()
    assert [each.question for each in plan.requirements] == ["Who drives, and what?"]
    assert plan.excluded == ("/family/",)
    worksheet.export(worked, "S1", pd.DataFrame(rows))
    assert worksheet.import_decisions(worked, "S1") == []
    assert len(tabular.read(worksheet.path_of(worked, "S1"))) == 3


def test_hits_are_accepted_and_addresses_added(worked: Case) -> None:
    row = {
        "hit": "a" * 32,
        "source": "s",
        "term": "t",
        "url": "https://a.example/",
        "excerpt": "+1",
        "at": "",
        "author": "ALPHA",
    }
    worked.record_searches(SEARCHES.frame([row]))
    worksheet.export(worked, "S2", worked.searches)
    fill(worked, "S2", answer("H1", "accept"))
    fill(worked, "S2", add(url="https://a.example/other", decision="accept"))
    made = worksheet.import_decisions(worked, "S2")
    assert [dict(each.values) for each in made] == [{}, {"url": "https://a.example/other"}]
    assert made[0].targets == ("a" * 32,)
    worksheet.export(worked, "S2", worked.searches)
    assert worksheet.import_decisions(worked, "S2") == []


@pytest.mark.parametrize(
    ("step", "cells", "named"),
    [
        ("S4", {"decision": "yes"}, r"row 14, column decision.*accept, reject.*'yes'|accept, reject.*'yes'.*row 14"),
        ("S4", {"decision": "accept", "because": " "}, "reason.*row 14, column because"),
        ("S4", {"decision": "accept"}, "row 14: .*document"),
        ("S4", {"decision": "accept", "document": "D99", "original": "x", "kind": "phone"}, "row 14: .*D99"),
        ("S4", {"decision": "accept", "document": "D1", "original": "nowhere", "kind": "phone"}, "row 14: .*original"),
        ("S4", {"decision": "accept", "document": "D1", "original": "цена", "kind": "city"}, "row 14: .*kind"),
        (
            "S4",
            {"decision": "accept", "document": "D1", "start": "1", "end": "999", "kind": "phone"},
            "row 14: .*stretch",
        ),
        ("S4", {"decision": "accept", "id": "f" * 32}, "row 14"),
        ("S5", {"decision": "merge", "left": "P1", "right": "P1"}, "row 4: .*two references"),
        ("S5", {"decision": "merge", "left": "P1", "right": "Ivan"}, "row 4: .*Ivan"),
        ("S6", {"decision": "grade", "ref": "D1", "source": "G", "information": "2"}, "row 5: .*A-F"),
        ("S8", {"decision": "link", "source": "P1", "target": "P2", "type": "Call"}, "row 2: .*evidence"),
        ("S8", {"decision": "link", "source": "P1", "target": "P2", "evidence": "S1"}, "row 2: .*type"),
        ("S8", {"decision": "link", "source": "P1", "target": "P99", "type": "Call", "evidence": "S1"}, "row 2: .*P99"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_nothing_is_recorded(
    worked: Case, step: str, cells: dict[str, str], named: str
) -> None:
    frames = {"S4": worked.statements, "S5": worked.pairs, "S6": worked.grades, "S8": worked.links}
    worksheet.export(worked, step, frames[step], ["csv"])
    if step == "S4":
        fill(worked, "S4", answer("S1", "accept"))
    fill(worked, step, add(**cells))
    with pytest.raises(RunError, match=named) as caught:
        worksheet.import_decisions(worked, step)
    assert f"{step}-" in str(caught.value)
    assert open_case(worked.path).decisions == ()


def test_a_missing_column_is_named(worked: Case) -> None:
    worksheet.export(worked, "S4", worked.statements)
    fill(worked, "S4", lambda frame: frame.drop(columns=["because"]))
    with pytest.raises(RunError, match=r"S4-extract\.csv"):
        worksheet.import_decisions(worked, "S4")


def test_hostile_text_survives_the_way_through_a_worksheet(case: Case) -> None:
    sealed(case, page(1, "=cmd|' /C calc'!A0 пишите @user1 или +1 'q' "))
    worksheet.export(case, "S4", case.statements)
    for kind in ("csv", "xlsx"):
        fill(case, "S4", lambda frame: frame, kind)
    fill(
        case,
        "S4",
        add(document="D1", kind="person", original="=cmd|'", value="=cmd|'", decision="accept", because="+1"),
    )
    (made,) = worksheet.import_decisions(case, "S4")
    assert (dict(made.values)["value"], made.because) == ("=cmd|'", "+1")


def test_what_was_decided_stays_in_a_sheet_without_proposals(worked: Case) -> None:
    """At `--assist none` nothing is proposed; what the team added by hand is still there to be read."""
    worksheet.export(worked, "S4", worked.statements)
    fill(worked, "S4", answer("S4", "accept", value="1 USD"))
    fill(worked, "S4", add(document="D1", kind="person", original="цена", value="Цена", decision="accept"))
    worksheet.import_decisions(worked, "S4")
    worksheet.export(worked, "S4", worked.statements.iloc[:0])
    shown = tabular.read(worksheet.path_of(worked, "S4"))
    assert sorted(zip(shown["ref"], shown["value"], strict=True)) == [("A1", "Цена"), ("S4", "1 USD")]
    assert worksheet.import_decisions(worked, "S4") == []


def test_the_watermark_stands_beside_the_worksheets(worked: Case) -> None:
    worksheet.export(worked, "S4", worked.statements)
    assert (worked.path / "worksheets" / "WATERMARK.txt").read_text("utf-8") == worked.settings.watermark + "\n"


def test_a_drawn_link_is_taken_back_in_its_sheet_after_its_ends_are_merged(worked: Case) -> None:
    ends = [worked.id_of("P6"), worked.id_of("P3")]
    values = {"type": "Associate"}
    worked.decide("link", "S8", ends, because="x", values=values, evidence=[worked.id_of("S2")])
    worked.decide("merge", "S5", [worked.id_of("P2"), worked.id_of("P6")], because="one man")
    worksheet.export(worked, "S8", worked.links)
    shown = tabular.read(worksheet.path_of(worked, "S8"))
    (ref,) = shown[shown["decision"] == "link"]["ref"]
    fill(worked, "S8", answer(ref, "reject", "a mistake"))
    (made,) = worksheet.import_decisions(worked, "S8")
    assert made.action is Action.REJECT
    assert not worked.links["decided"].any()
    worksheet.export(worked, "S8", worked.links)
    assert worksheet.import_decisions(worked, "S8") == []
