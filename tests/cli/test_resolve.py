"""`osint-kit resolve --review` and `--why`: answers from a pipe, JSON beside the questions, wrong usage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cases import Ticking, sealed
from click.testing import CliRunner, Result
from factory import capture

from osint_kit.casefile import Case, create_case, open_case
from osint_kit.cli import cli
from osint_kit.model import Action

TEXTS = (
    "Пишите: Карим Саидов",
    "Звоните: Карим Саидов",
    "Write to Karim Saidov, +992 93 555 01 02",
    "Ask Karim Saidov, +992 93 555 01 03",
    "Мадина Олимова ва Карим Саидов",
)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = create_case(tmp_path / "case", clock=Ticking(), team="RED")
    for number, text in enumerate(TEXTS):
        url = f"https://kanal.example/salom/{number}"
        body = (
            f'<html><body><article itemscope itemtype="https://schema.org/SocialMediaPosting" itemid="{url}">'
            f'<a itemprop="author" href="/u">@author{number}</a><p itemprop="text">{text}</p></article></body></html>'
        )
        sealed(made, capture(url, body))
    return made


def resolve(case: Case, *words: str, answers: str = "") -> Result:
    return CliRunner().invoke(cli, ["resolve", "--case", str(case.path), *words], input=answers)


def people(case: Case) -> list[tuple[Action, str]]:
    return [(each.action, each.because) for each in open_case(case.path).ledger.of_step("S5")]


def test_answers_come_from_a_pipe_and_each_becomes_a_decision(case: Case) -> None:
    done = resolve(case, "--review", answers="m same words in both\nwhat\na\n")
    assert done.exit_code == 0, done.output
    assert people(case)[0] == (Action.MERGE, "same words in both")
    assert people(case)[1][0] is Action.APART
    assert "expected m, a, s, u or q" in done.output
    assert "merged 1, kept apart 1, passed over 0" in done.output
    assert "[Карим Саидов]" in done.output


def test_undo_takes_the_answer_back(case: Case) -> None:
    done = resolve(case, "--review", answers="u\nm\nu\ns\nu\nq\n")
    assert done.exit_code == 0, done.output
    assert "nothing to take back" in done.output
    assert [action for action, _because in people(case)] == [Action.REJECT]
    assert "merged 0, kept apart 0, passed over 0" in done.output


def test_the_worksheet_shows_the_answers_and_the_next_run_keeps_them(case: Case) -> None:
    resolve(case, "--review", answers="m the same man\n")
    before = people(case)
    again = resolve(case, "--assist", "suggest")
    assert again.exit_code == 0, again.output
    assert people(case) == before
    assert "the same man" in (case.path / "worksheets" / "S5-resolve.csv").read_text("utf-8")


def test_a_limit_ends_the_sitting(case: Case) -> None:
    done = resolve(case, "--review", "--limit", "1", answers="s\ns\ns\n")
    assert "passed over 1" in done.output
    assert "Question 2" not in done.output


def test_json_stands_alone_on_stdout(case: Case) -> None:
    done = resolve(case, "--review", "--json", answers="a two men\nq\n")
    found = json.loads(done.stdout)
    assert found["apart"] == 1
    assert found["decisions"][0]["because"] == "two men"
    assert "Question 1" in done.stderr


def test_where_no_proposals_are_allowed_nothing_is_asked(case: Case) -> None:
    done = resolve(case, "--review", "--assist", "none", answers="m\n")
    assert done.exit_code == 0, done.output
    assert "osint-kit decide merge" in done.output
    assert not people(case)


def test_why_tells_it_in_sentences_and_in_json(case: Case) -> None:
    made = resolve(case, "--review", "--json", answers="m they write alike\nq\n")
    target = json.loads(made.stdout)["decisions"][0]["targets"][0]
    told = resolve(case, "--why", case.ref_of(target))
    assert told.exit_code == 0, told.output
    assert "joined" in told.output
    assert "because they write alike" in told.output
    found = json.loads(resolve(case, "--why", case.ref_of(target), "--json").stdout)
    assert found["acts"][0]["because"] == "they write alike"
    assert found["side"]["mentions"]


@pytest.mark.parametrize("words", [("--review", "--why", "P1"), ("--limit", "3"), ("--review", "--limit", "0")])
def test_wrong_usage_is_exit_code_two(case: Case, words: tuple[str, ...]) -> None:
    assert resolve(case, *words).exit_code == 2


def test_why_of_nothing_stops_with_a_reason(case: Case) -> None:
    done = resolve(case, "--why", "P999")
    assert done.exit_code == 1
    assert "P999" in done.output
