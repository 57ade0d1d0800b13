from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit import interview
from osint_kit.interview.protection import SAFEGUARDS, STAGES
from osint_kit.model.tables import INTERVIEW

WHOLE: list[dict[str, object]] = [
    {"section": "person", "code": "", "text": "somebody", "person": "e1"},
    {"section": "status", "code": "", "text": "Свидетель"},
    {"section": "interpreter", "code": "", "text": "independent"},
    {"section": "referral", "code": "", "text": "stop and refer"},
    {"section": "question", "code": "", "text": "How did you travel?"},
    *({"section": "stage", "code": code, "text": "done"} for code in STAGES),
    *({"section": "safeguard", "code": code, "text": "kept"} for code in SAFEGUARDS),
]


def _names(rows: list[dict[str, object]]) -> list[str]:
    return [line.partition(":")[0] for line in interview.gate(rows)]


def test_a_whole_plan_passes_and_an_empty_one_lacks_everything() -> None:
    assert interview.gate(WHOLE) == ()
    lacking = ["person", "status", "interpreter", "referral", "question", *STAGES, *SAFEGUARDS]
    assert _names([]) == lacking
    assert [line.partition(":")[0] for line in interview.gate(INTERVIEW.frame([]))] == lacking


@given(st.integers(0, len(WHOLE) - 1), st.booleans())
def test_whatever_row_is_left_out_or_left_empty_is_named(at: int, emptied: bool) -> None:  # noqa: FBT001
    row = WHOLE[at]
    rows = [*WHOLE[:at], *([row | {"text": "  "}] if emptied else []), *WHOLE[at + 1 :]]
    assert _names(rows) == [str(row["code"] or row["section"])]


@pytest.mark.parametrize("status", ["suspect", "подозреваемый", "гумонбар"])
def test_a_traveller_heard_as_a_suspect_does_not_pass(status: str) -> None:
    rows = [row | {"text": status} if row["section"] == "status" else row for row in WHOLE]
    assert _names(rows) == ["status"]


@pytest.mark.parametrize("status", ["As a witness", "В качестве свидетеля", "Ҳамчун шоҳид"])
def test_a_witness_is_known_in_three_languages(status: str) -> None:
    rows = [row | {"text": status} if row["section"] == "status" else row for row in WHOLE]
    assert interview.gate(rows) == ()


def test_a_person_named_in_a_submission_is_a_person() -> None:
    rows: list[dict[str, Any]] = [dict(row) for row in WHOLE]
    del rows[0]["person"]
    assert _names(rows) == ["person"]
    rows[0]["entity"] = {"id": "e1", "mentions": []}
    assert interview.gate(rows) == ()
