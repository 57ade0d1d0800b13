"""The sheets of the steps after the links: what a team judges is kept, read back, and submitted with its evidence."""

from __future__ import annotations

import pandas as pd
import pytest
from cases import gone, pages, sealed

from osint_kit.casefile import Case, by_reference, judged, judging, submission, tabular, worksheet
from osint_kit.casefile.judging import JUDGED
from osint_kit.errors import MissingInput, RunError
from osint_kit.model import Row, content_id

AT = "2031-05-02T10:00:00+05:00"


@pytest.fixture
def worked(case: Case) -> Case:
    return sealed(case, *pages(4), gone(1))


def rows(case: Case, step: str) -> tuple[Row, ...]:
    return submission.build(case).steps[step]


def proposals(case: Case) -> dict[str, pd.DataFrame]:
    """One proposal a sheet, over what the case holds."""
    statement, document = case.statements["id"][0], case.statements["document"][0]
    entity, item = case.entities["id"][0], case.statements["item"][0]
    cells: dict[str, object] = {
        "id": content_id("test"),
        "question": "Q1",
        "text": "Has the price risen?",
        "term": "EP-6",
        "confidence": "moderate",
        "kind": "notice",
        "at": AT,
        "until": "",
        "label": "said",
        "entities": (entity,),
        "transfers": (),
        "typology": "TY-HOLD",
        "first": AT,
        "last": AT,
        "amount": "1500 USD",
        "indicator": "ON-01",
        "document": document,
        "item": item,
        "start": int(case.statements["start"][0]),
        "end": int(case.statements["end"][0]),
        "original": case.statements["original"][0],
        "entity": entity,
        "role": "RO-TRA",
        "element": "SOM-4",
        **dict.fromkeys(("H1", "H2", "H3", "H4", "H5", "H6"), "C"),
        "hypothesis": "H1",
        "probability": 1.0,
        "inconsistency": 0.0,
        "section": "person",
        "code": "",
        "person": entity,
        "statements": (statement,),
        "score": 0.7,
        "reason": "a lead",
    }
    return {
        key: sheet.table.frame([{name: cells[name] for name in sheet.table.names}]) for key, sheet in JUDGED.items()
    }


@pytest.mark.parametrize("key", JUDGED)
def test_a_proposal_is_nothing_until_it_is_decided_and_reads_back_as_it_was(worked: Case, key: str) -> None:
    proposed, sheet = proposals(worked)[key], JUDGED[key]
    worksheet.export(worked, key, proposed)
    assert worksheet.import_decisions(worked, key) == []
    assert not rows(worked, sheet.step)
    path = worksheet.path_of(worked, key)
    shown = tabular.read(path)
    shown.loc[0, ["decision", "because"]] = [sheet.words[0], "we looked"]
    tabular.write(shown, path, choices={})
    assert len(worksheet.import_decisions(worked, key)) == 1
    assert worksheet.import_decisions(worked, key) == []
    held = judging.frame(worked, sheet)
    fixed = [name for name in sheet.table.names if name not in ("score", "reason", "label")]
    pd.testing.assert_frame_equal(held[fixed], proposed[fixed])
    (row,) = rows(worked, sheet.step)
    assert (row.author, row.because) == (worked.callsign, "we looked")


@pytest.mark.parametrize("key", JUDGED)
def test_a_rejected_row_stands_no_more_and_may_be_taken_up_again(worked: Case, key: str) -> None:
    proposed, sheet = proposals(worked)[key], JUDGED[key]
    for word, count in ((sheet.words[0], 1), ("reject", 0), (sheet.words[0], 1)):
        worksheet.export(worked, key, proposed)
        path = worksheet.path_of(worked, key)
        shown = tabular.read(path)
        shown.loc[0, ["decision", "because"]] = [word, f"now {word}"]
        tabular.write(shown, path, choices={})
        worksheet.path_of(worked, key, "xlsx").unlink()
        worksheet.import_decisions(worked, key)
        assert len(rows(worked, sheet.step)) == count
        assert len(judging.standing(worked, sheet, proposed)) == count


def in_the_text(case: Case) -> pd.Series:
    """The first statement on words of the item itself: the page's frame is no item."""
    return case.statements[case.statements["original"].str.startswith("@user")].iloc[0]


def test_a_row_cites_the_words_that_carry_it(worked: Case) -> None:
    cited = in_the_text(worked)
    judged(worked, "elements", {"element": "SOM-4", "evidence": str(cited["ref"])}, because="a price is named")
    (row,) = rows(worked, "S10")
    text = "Пишите @user0"
    at = {"start": text.index("@"), "end": len(text)}
    assert row.values["element"] == "SOM-4"
    assert row.values["evidence"] == [{"item": cited["item"], **at, "original": cited["original"]}]


def test_words_that_are_quoted_are_found_in_the_document(worked: Case) -> None:
    cited = in_the_text(worked)
    cells = {"indicator": "ON-01", "document": worked.ref_of(cited["document"]), "original": cited["original"]}
    judged(worked, "indicators", cells, because="a contact")
    (row,) = rows(worked, "S9")
    assert row.values["indicator"] == "ON-01"
    assert [each["original"] for each in row.values["evidence"]] == [cited["original"]]  # type: ignore[index,union-attr]


def test_a_role_by_reference_and_in_the_worksheet_is_one_judgement(worked: Case) -> None:
    reference = str(worked.entities["ref"][0])
    by_reference(worked, "role", [reference], because="drives", given={"role": "RO-TRA"})
    judged(worked, "roles", {"entity": reference, "role": "NONE"}, because="does not", word="judge")
    (row,) = rows(worked, "S10")
    assert row.values["role"] == "NONE"


@pytest.mark.parametrize(
    ("name", "cells", "where"),
    [
        ("elements", {"element": "SOM-99"}, "element"),
        ("elements", {}, "element"),
        ("typologies", {"typology": "hold"}, "typology"),
        ("indicators", {"indicator": "FI-14"}, "document"),
        ("matrix", {"document": "D1", "H1": "maybe"}, "H1"),
        ("hypotheses", {"hypothesis": "H1", "probability": "1.2"}, "probability"),
        ("hypotheses", {"hypothesis": "H7", "probability": "0.2"}, "hypothesis"),
        ("events", {"kind": "stop", "at": "31.02.2031"}, "at"),
        ("events", {"kind": "stop", "at": "2031-02-11"}, "at"),
        ("summary", {"question": "Q1", "text": "?", "term": "likely"}, "term"),
        ("roles", {"entity": "P1", "role": "boss"}, "role"),
        ("elements", {"element": "SOM-1", "colour": "red"}, "elements"),
        ("opinions", {"element": "SOM-1"}, "judge"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(worked: Case, name: str, cells: dict[str, str], where: str) -> None:
    with pytest.raises(RunError, match=where):
        judged(worked, name, cells, because="x")
    assert worked.decisions == ()


def test_words_that_the_document_does_not_hold_are_refused(worked: Case) -> None:
    with pytest.raises(MissingInput, match="original"):
        judged(worked, "indicators", {"indicator": "ON-01", "document": "D1", "original": "no such"}, because="x")


def test_probabilities_that_do_not_sum_to_one_are_refused_and_nothing_is_kept(worked: Case) -> None:
    sheet = JUDGED["S11-hypotheses"]
    names = [f"H{number}" for number in range(1, 7)]
    frame = sheet.table.frame(
        {"hypothesis": name, "label": name, "probability": 0.5, "inconsistency": 0.0, "score": 0.5, "reason": "x"}
        for name in names
    )
    worksheet.export(worked, "S11-hypotheses", frame)
    path = worksheet.path_of(worked, "S11-hypotheses")
    shown = tabular.read(path)
    shown["decision"], shown["because"] = "judge", "guess"
    tabular.write(shown, path, choices={})
    with pytest.raises(RunError, match="sum to 1"):
        worksheet.import_decisions(worked, "S11-hypotheses")
    assert worked.decisions == ()
