"""Two members work apart; whoever merges first, the same case comes out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd
import pytest
from cases import MakeCase, page, pages, sealed
from factory import NOON
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from osint_kit.casefile import Case, create_case, open_case, submission
from osint_kit.errors import IntegrityBroken, MissingInput
from osint_kit.model.tables import SEARCHES

FRAMES = ("documents", "statements", "pairs", "entities", "links", "grades")


def content(case: Case) -> dict[str, object]:
    """Everything derived, without the references, which carry call signs."""
    found: dict[str, object] = {
        name: getattr(case, name).drop(columns=["ref"], errors="ignore").to_dict("records") for name in FRAMES
    }
    found["exhibits"] = case.exhibits
    found["decisions"] = sorted(decision.id for decision in case.decisions)
    found["in_force"] = case.ledger.in_force
    found["contested"] = case.ledger.contested
    return found


def copy(case: Case, name: str) -> Case:
    return open_case(shutil.copytree(case.path, case.path.with_name(name)), clock=case.clock)


def both_ways(one: Case, other: Case) -> tuple[Case, Case]:
    forth, back = copy(one, "forth"), copy(other, "back")
    forth.merge(other)
    back.merge(one)
    assert (forth.verify(), back.verify()) == ((), ())
    return open_case(forth.path), open_case(back.path)


@pytest.fixture
def team(make: MakeCase) -> tuple[Case, Case]:
    alpha, bravo = make("alpha"), make("bravo", callsign="BRAVO")
    sealed(alpha, *pages(3))
    sealed(bravo, page(2, retrieved_at=NOON.replace(hour=1)), page(5))
    sealed(bravo, page(0))
    first = alpha.statements["id"].tolist()
    alpha.decide("accept", "S4", [first[0]], because="seen")
    alpha.decide("accept", "S4", [first[1]], because="seen")
    bravo.decide("reject", "S4", [first[1]], because="a joke")
    bravo.decide("merge", "S5", bravo.statements["subject"].tolist()[:2], because="same hand")
    return alpha, bravo


def test_either_order_gives_the_same_case(team: tuple[Case, Case]) -> None:
    forth, back = both_ways(*team)
    assert content(forth) == content(back)
    assert len(forth.exhibits) == 4
    assert len(forth.decisions) == 4


def test_the_report_counts_what_came_and_lists_what_is_contested(team: tuple[Case, Case]) -> None:
    alpha, bravo = team
    report = alpha.merge(bravo)
    assert (report.exhibits, report.decisions, report.custody, report.unsealed) == (1, 2, 4, 0)
    (conflict,) = report.conflicts
    assert all(words in conflict for words in ("S4", "ALPHA: accept (seen)", "BRAVO: reject (a joke)"))


def test_merging_again_adds_nothing(team: tuple[Case, Case]) -> None:
    alpha, bravo = team
    alpha.merge(bravo)
    before = {path: path.read_bytes() for path in alpha.path.rglob("*") if path.name != "case.db" and path.is_file()}
    report = alpha.merge(bravo)
    assert (report.exhibits, report.decisions, report.custody) == (0, 0, 0)
    assert {path: path.read_bytes() for path in before} == before


def test_own_references_stay_and_the_others_carry_a_call_sign(team: tuple[Case, Case]) -> None:
    alpha, bravo = team
    ours = {ref: alpha.id_of(ref) for ref in ("E1", "E3", "D1", "S1", "S5", "P3", "R1", "R2")}
    theirs = {ref: bravo.id_of(ref) for ref in ("E2", "D3", "S6", "P6", "R1", "E3")}
    alpha.merge(bravo)
    assert {ref: alpha.id_of(ref) for ref in ours} == ours
    assert {ref: alpha.id_of(f"{ref}@BRAVO") for ref in theirs} == theirs
    assert alpha.ref_of(theirs["E2"]) == "E2@BRAVO"
    assert alpha.ref_of(page(0).id) == "E1"
    assert open_case(bravo.path).ref_of(page(0).id) == "E3"


def test_the_earliest_capture_of_a_content_stands_for_it(team: tuple[Case, Case]) -> None:
    alpha, bravo = team
    alpha.merge(bravo)
    (held,) = [each for each in alpha.exhibits if each.id == page(2).id]
    assert (held.author, held.retrieved_at) == ("BRAVO", NOON.replace(hour=1))


def test_a_member_signs_for_what_was_received(team: tuple[Case, Case]) -> None:
    alpha, bravo = team
    alpha.merge(bravo)
    last = alpha.custody[-1]
    assert (last.action, last.author) == ("receive", "ALPHA")
    assert set(last.exhibits) == {page(number).id for number in (0, 2, 5)}
    assert alpha.verify() == ()


def test_both_go_on_working_and_merge_again(team: tuple[Case, Case]) -> None:
    alpha, bravo = team
    alpha.merge(bravo)
    bravo.merge(alpha)
    sealed(alpha, page(11))
    sealed(bravo, page(12))
    forth, back = both_ways(alpha, bravo)
    assert content(forth) == content(back)
    assert len(forth.exhibits) == 6


def test_logs_are_joined_without_doubles(team: tuple[Case, Case]) -> None:
    alpha, bravo = team
    rows = [
        {
            "hit": name * 32,
            "source": "a",
            "term": "t",
            "url": name,
            "excerpt": "",
            "at": NOON.isoformat(),
            "author": who,
        }
        for name, who in (("a", "ALPHA"), ("b", "BRAVO"))
    ]
    alpha.record_searches(SEARCHES.frame(rows[:1]))
    bravo.record_searches(SEARCHES.frame(rows))
    bravo.record_failure("S2", "x", "y")
    for _time in range(2):
        alpha.merge(bravo)
    pd.testing.assert_frame_equal(alpha.searches, SEARCHES.frame(rows))
    assert len(alpha.failures) == 1
    assert (alpha.id_of("H1"), alpha.id_of("H1@BRAVO")) == ("a" * 32, "b" * 32)


def test_captures_that_the_other_has_not_sealed_stay_behind_and_are_counted(team: tuple[Case, Case]) -> None:
    alpha, bravo = team
    list(bravo.add_captures([page(13)]))
    assert alpha.merge(bravo).unsealed == 1
    assert alpha.waiting == ()
    assert alpha.verify() == ()


def test_another_case_is_refused(make: MakeCase) -> None:
    with pytest.raises(MissingInput, match="team BLUE"):
        make("a").merge(make("b", callsign="BRAVO", team="BLUE"))


def test_a_folder_that_is_no_case_is_refused(case: Case, tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"case\.toml"):
        case.merge(tmp_path)


@pytest.mark.parametrize("name", ["custody.jsonl", "evidence/BRAVO-0001.warc.gz"])
def test_a_broken_case_is_refused_and_changes_nothing(team: tuple[Case, Case], name: str) -> None:
    alpha, bravo = team
    path = bravo.path / name
    path.write_bytes(path.read_bytes()[40:])
    before = content(alpha)
    with pytest.raises(IntegrityBroken, match="verifies"):
        alpha.merge(bravo)
    assert content(open_case(alpha.path)) == before


def test_one_call_sign_with_two_logs_is_refused(make: MakeCase) -> None:
    one, other = sealed(make("one"), page(1)), sealed(make("other"), page(2))
    with pytest.raises(IntegrityBroken, match="two logs of ALPHA"):
        one.merge(other)


def test_one_call_sign_with_two_keys_is_refused(make: MakeCase, tmp_path: Path) -> None:
    one, kept = make("one"), tmp_path / "kept"
    (tmp_path / "config").rename(kept)
    other = make("other")
    shutil.rmtree(tmp_path / "config")
    kept.rename(tmp_path / "config")
    with pytest.raises(IntegrityBroken, match="one signing key per call sign"):
        one.merge(other)


def test_submissions_of_both_say_the_same(team: tuple[Case, Case]) -> None:
    forth, back = both_ways(*team)
    ours, theirs = submission.build(forth), submission.build(back)
    for step in ours.steps:
        left, right = (
            [
                (row.author, row.at, row.ids, {k: v for k, v in dict(row.values).items() if k != "transfers"})
                for row in each.steps[step]
            ]
            for each in (ours, theirs)
        )
        assert left == right, step


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["ALPHA", "BRAVO"]), st.sampled_from(["accept", "reject", "collect", "seal"]), st.integers(0, 3)
    ),
    max_size=8,
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_whatever_two_members_do_the_order_of_merging_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, acts: Iterable[tuple[str, str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("members")
    members = {sign: create_case(folder / sign, callsign=sign, clock=lambda: NOON) for sign in ("ALPHA", "BRAVO")}
    perform: dict[str, Callable[[Case, int], object]] = {
        "accept": lambda case, number: case.decide("accept", "S4", [str(number) * 32], because="x"),
        "reject": lambda case, number: case.decide("reject", "S4", [str(number) * 32], because="x"),
        "collect": lambda case, number: list(case.add_captures(pages(2, number))),
        "seal": lambda case, _number: case.seal(),
    }
    for sign, act, number in acts:
        perform[act](members[sign], number)
    forth, back = both_ways(members["ALPHA"], members["BRAVO"])
    assert [each.id for each in forth.exhibits] == [each.id for each in back.exhibits]
    assert forth.statements.drop(columns="ref").equals(back.statements.drop(columns="ref"))
    assert forth.ledger == back.ledger
