"""The verbs go on where one item or one source fails, and say so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from osint_kit import create_case, open_world, pipeline
from osint_kit.casefile import Case, session
from osint_kit.casefile.session import Kind
from osint_kit.errors import NotAllowed
from osint_kit.model import Action, Assist, Outcome
from osint_kit.shipped import shipped

WORLD = shipped("fixtures", "silk-route")
TYPO = {"section": "task", "source": "bozorr.example", "kind": "classifieds", "terms": "кафолат", "page_limit": "5"}


@pytest.fixture
def planned(tmp_path: Path) -> Case:
    case = create_case(tmp_path / "case", world=WORLD)
    pipeline.plan(case, "full")
    return case


def test_a_source_that_does_not_exist_is_a_recorded_failure(planned: Case) -> None:
    planned.decide(Action.ACCEPT, "S1", ["typo"], because="a slip of the pen", values={"id": "typo", **TYPO})
    report = pipeline.search(planned, "suggest")
    assert report.failed == 1
    assert report.written > 100
    assert [(each["step"], each["what"]) for each in planned.failures] == [("S2", "bozorr.example")]
    wanted = planned.searches["hit"].iloc[0]
    planned.decide(Action.ACCEPT, "S2", [wanted], because="names a route")
    assert pipeline.collect(planned).written > 1


def test_searching_again_proposes_the_same(planned: Case) -> None:
    first = pipeline.search(planned, "suggest")
    assert pipeline.search(planned, "suggest").written == first.written


def test_leads_ask_for_the_contacts_that_the_answers_show(planned: Case) -> None:
    pipeline.search(planned, "suggest")
    before = set(planned.searches["term"])
    pipeline.search(planned, "suggest", leads=True)
    asked = set(planned.searches["term"]) - before
    assert asked
    assert all(term.startswith("@") or term.isdigit() for term in asked)


def test_a_page_that_is_gone_is_a_gap_not_a_stop(planned: Case) -> None:
    host = next(task.source for task in planned.plan().tasks if task.kind == "classifieds")
    report = pipeline.collect(planned, urls=[f"https://{host}/ad/999999999"], because="seen in a post")
    assert report.failed == 2, "neither the site nor the archive has it"
    assert any("999999999" in each["what"] for each in planned.failures)
    pipeline.preserve(planned)
    assert not planned.verify()


def test_without_a_word_the_machine_only_proposes(planned: Case) -> None:
    report = pipeline.search(planned)
    assert report.written > 0
    assert report.decided == 0


def test_the_exercise_sets_how_far_the_machine_may_go(tmp_path: Path) -> None:
    case = create_case(tmp_path / "case", world=WORLD, assist={"S1": Assist.NONE})
    with pytest.raises(NotAllowed, match="--assist none at most"):
        pipeline.plan(case, "suggest")
    assert pipeline.plan(case).written == 0


def test_what_has_vanished_is_asked_of_the_archive(tmp_path: Path) -> None:
    world = open_world(WORLD)
    kept = {str(row["original"]) for row in world.rows("mementos")}
    gone = next(
        f"https://{row['host']}{row['path']}"
        for row in world.rows("posts")
        if row["removed"] and f"https://{row['host']}{row['path']}" in kept and str(row["removed"]) > str(world.opens)
    )
    begins = datetime(2031, 12, 20, 9, tzinfo=UTC)
    hours = iter([begins, *[begins + timedelta(minutes=90)] * 10**4])
    case = create_case(tmp_path / "case", world=world, clock=lambda: next(hours))
    session.log(case, Kind.START)
    pipeline.plan(case, "full")
    report = pipeline.collect(case, urls=[gone], because="the channel was to be watched")
    assert report.failed >= 1
    pipeline.preserve(case)
    held = {each.asked: each.outcome for each in case.exhibits}
    assert held[gone] is Outcome.NOT_FOUND
    copies = [asked for asked, outcome in held.items() if asked.endswith(gone) and outcome is Outcome.CAPTURED]
    assert copies
    assert gone in set(case.documents["item"])
