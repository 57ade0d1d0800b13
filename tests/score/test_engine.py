from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from osint_kit.bundle import World
from osint_kit.errors import BadSubmission, MissingInput
from osint_kit.model import MACHINE, Assist, Row, Submission, to_dict
from osint_kit.score import AnswerKey, Human, Score, difference, open_key, score
from osint_kit.score.sheet import FetchAt

Scorer = Callable[..., Score]
Changer = Callable[..., Submission]

DECIDED = ("S1", *(f"S{number}" for number in range(4, 14)))
FULL = {
    "S1": 40,
    "S2": 100,
    "S3": 90,
    "S4": 80,
    "S5": 110,
    "S6": 90,
    "S7": 30,
    "S8": 120,
    "S9": 90,
    "S10": 100,
    "S11": 60,
    "S12": 50,
    "S13": 20,
}


def test_the_key_scores_everything_against_itself(perfect: Submission, scored: Scorer) -> None:
    found = scored(perfect)
    assert [step.step for step in found.steps] == list(FULL)
    assert {step.step: step.points for step in found.steps} == pytest.approx(FULL)
    assert found.total == pytest.approx(found.maximum) == pytest.approx(980)
    assert found.harm == ()


def test_submission_and_score_carry_the_watermark(perfect: Submission, scored: Scorer, world: World) -> None:
    assert world.watermark
    assert perfect.watermark == scored(perfect).watermark == world.watermark


def test_an_empty_submission_scores_nothing(perfect: Submission, scored: Scorer) -> None:
    found = scored(replace(perfect, steps={}))
    assert found.total == 0
    assert len(found.steps) == len(FULL)


@pytest.mark.parametrize("step", DECIDED)
def test_rows_of_the_machine_count_only_where_it_may_decide(step: str, changed: Changer, scored: Scorer) -> None:
    submission = changed(step, lambda rows: [replace(row, author=MACHINE) for row in rows])
    assert scored(submission, {step: Assist.FULL}).step(step).points > 0
    refused = scored(submission, {step: Assist.SUGGEST})
    assert refused.step(step).points == 0
    assert {line.step for line in refused.dropped} == {step}
    assert len(refused.dropped) == len(submission.steps[step])


@pytest.mark.parametrize("lacking", ["author", "because"])
def test_rows_without_author_or_reason_are_left_out_and_said(lacking: str, changed: Changer, scored: Scorer) -> None:
    found = scored(changed("S6", lambda rows: [replace(row, **{lacking: " "}) for row in rows]))
    assert found.step("S6").points == 0
    assert found.dropped


def test_the_order_of_rows_changes_nothing(perfect: Submission, scored: Scorer) -> None:
    turned = replace(perfect, steps={step: rows[::-1] for step, rows in reversed(perfect.steps.items())})
    assert [s.points for s in scored(turned).steps] == [s.points for s in scored(perfect).steps]


def test_every_point_is_explained_earned_or_lost(perfect: Submission, scored: Scorer) -> None:
    half = replace(perfect, steps={step: rows[::2] for step, rows in perfect.steps.items()})
    for step in scored(half).steps:
        lost = -sum(line.points for line in step.explanations if line.points < 0)
        assert step.points + lost == pytest.approx(step.maximum, abs=1e-4), step.step
        assert step.points <= step.maximum
        assert all(line.what and line.pointer for line in step.explanations)


def test_whoever_stops_early_cannot_outscore_who_finishes(perfect: Submission, scored: Scorer) -> None:
    steps = list(FULL)
    totals = [
        scored(replace(perfect, steps={step: perfect.steps[step] for step in steps[:count]})).total
        for count in range(0, len(steps) + 1, 4)
    ]
    assert totals == sorted(totals)
    assert len(set(totals)) == len(totals)


def test_the_name_of_the_team_changes_nothing(perfect: Submission, scored: Scorer) -> None:
    assert scored(replace(perfect, team="ZULU", case="another")).steps == scored(perfect).steps


@pytest.mark.parametrize(("taken", "left"), [(0, 1.0), (1, 0.9), (2, 0.75), (3, 0.5), (9, 0.5), (-4, 1.0)])
def test_hints_cost_a_share_of_the_steps_own_award(
    taken: int, left: float, perfect: Submission, scored: Scorer
) -> None:
    found = scored(replace(perfect, hints={"S4": taken, "S99": 3}))
    assert found.step("S4").points == pytest.approx(80 * left)
    assert found.total == pytest.approx(980 - 80 * (1 - left))
    lines = [line for line in found.step("S4").explanations if "hints" in line.what]
    assert sum(line.points for line in lines) == pytest.approx(-80 * (1 - left))


def test_hints_are_never_a_debt(perfect: Submission, scored: Scorer, changed: Changer) -> None:
    accused = changed("S10", lambda rows: [_accused(row) for row in rows])
    without, with_hints = (scored(replace(accused, hints=hints)) for hints in ({}, {"S10": 3, "S9": 1}))
    assert without.step("S10").points == with_hints.step("S10").points == -60
    nothing = scored(replace(perfect, steps={}, hints=dict.fromkeys(FULL, 3)))
    assert nothing.total == 0


def _accused(row: Row) -> Row:
    return replace(row, values={**row.values, "role": "RO-TRA"} if "role" in row.values else {})


def test_a_cut_is_scored_by_its_steps_alone(
    perfect: Submission, key: AnswerKey, world: World, fetch_at: FetchAt
) -> None:
    found = score(perfect, key, world, fetch_at, allowed={}, steps={"S1", "S10"})
    assert [step.step for step in found.steps] == ["S1", "S10"]
    assert found.total == pytest.approx(found.maximum) == pytest.approx(140)


@pytest.mark.parametrize(("rubric", "points"), [(0, 0), (50, 10), (100, 20)])
def test_the_brief_back_stands_apart(rubric: int, points: float) -> None:
    assert Human.of(rubric) == Human("S14", points, 20)


@pytest.mark.parametrize("rubric", [-50, 1, 99, 150])
def test_another_rubric_is_refused(rubric: int) -> None:
    with pytest.raises(BadSubmission, match="rubric of 0, 50 or 100"):
        Human.of(rubric)


def test_difference_is_team_minus_machine(perfect: Submission, scored: Scorer) -> None:
    team, machine = scored(perfect), scored(replace(perfect, steps={**perfect.steps, "S8": ()}))
    assert {each.step: each.points for each in difference(team, machine)}["S8"] == pytest.approx(120)


def test_a_score_has_a_json_form(perfect: Submission, scored: Scorer) -> None:
    assert to_dict(scored(perfect))["steps"][0]["step"] == "S1"


def test_a_bundle_without_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="answer key"):
        open_key(tmp_path)


def test_a_damaged_key_names_the_line(tmp_path: Path, key: AnswerKey) -> None:
    folder = tmp_path / "key"
    folder.mkdir()
    for path in (key.path / "key").glob("*.jsonl"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "mentions.jsonl").write_text('{"id": "m-1"}\n', encoding="utf-8")
    with pytest.raises(MissingInput, match=r"mentions\.jsonl:1"):
        open_key(tmp_path)
