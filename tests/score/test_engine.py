from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from osint_kit.bundle import World
from osint_kit.errors import MissingInput
from osint_kit.model import MACHINE, Assist, Submission, to_dict
from osint_kit.score import AnswerKey, Score, difference, open_key

Scorer = Callable[..., Score]
Changer = Callable[..., Submission]

DECIDED = ("S1", "S4", "S5", "S6", "S8")


def test_the_key_scores_everything_against_itself(perfect: Submission, scored: Scorer) -> None:
    found = scored(perfect)
    assert {step.step: step.points for step in found.steps} == pytest.approx(
        {"S1": 40, "S2": 100, "S3": 90, "S4": 80, "S5": 110, "S6": 90, "S8": 120}
    )
    assert found.total == pytest.approx(found.maximum) == pytest.approx(630)
    assert found.harm == ()


def test_submission_and_score_carry_the_watermark(perfect: Submission, scored: Scorer, world: World) -> None:
    assert world.watermark
    assert perfect.watermark == scored(perfect).watermark == world.watermark


def test_an_empty_submission_scores_nothing(perfect: Submission, scored: Scorer) -> None:
    found = scored(replace(perfect, steps={}))
    assert found.total == 0
    assert len(found.steps) == 7


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
        earned = sum(line.points for line in step.explanations if line.points > 0)
        lost = -sum(line.points for line in step.explanations if line.points < 0)
        assert earned == pytest.approx(step.points, abs=1e-4)
        assert earned + lost == pytest.approx(step.maximum, abs=1e-4), step.step
        assert 0 < step.points < step.maximum
        assert all(line.what and line.pointer for line in step.explanations)


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
