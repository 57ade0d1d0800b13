"""A case keeps what it was told, once, and finds it again."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cases import MakeCase, gone, page, pages, sealed
from factory import NOON

from osint_kit.casefile import Case, create_case, open_case
from osint_kit.errors import CaseVersion, IntegrityBroken, MissingInput, NotAllowed, RunError
from osint_kit.model import MACHINE, Action, Assist, Capture, Outcome


def test_a_new_case_verifies_and_opens_again(case: Case) -> None:
    again = open_case(case.path)
    assert (again.id, again.callsign, again.settings) == (case.id, "ALPHA", case.settings)
    assert again.verify() == ()
    assert again.exhibits == ()


def test_members_of_one_team_in_one_world_have_the_same_case_id(make: MakeCase) -> None:
    assert make("a").id == make("b", callsign="BRAVO").id
    assert make("c", team="BLUE").id != make("d").id


def test_a_case_is_never_made_over_another(case: Case) -> None:
    with pytest.raises(RunError, match="without a case"):
        create_case(case.path)


@pytest.mark.parametrize("callsign", ["", "alpha", "Ivan Petrov", "A/B", "../X", "A" * 17, "Ж"])
def test_a_call_sign_is_no_name(tmp_path: Path, callsign: str) -> None:
    with pytest.raises(MissingInput, match="call sign"):
        create_case(tmp_path / "case", callsign=callsign)


def test_a_folder_that_is_no_case_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=str(tmp_path)):
        open_case(tmp_path)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("format = 2\n", CaseVersion),
        ("", CaseVersion),
        ("format = 1\n", IntegrityBroken),
        ("format = 1\ncase = 'x'\ncallsign = 'ALPHA'\nworld = 3\n", IntegrityBroken),
        ("format = 1\ncase = 'x'\ncallsign = 'ALPHA'\n[assist]\nS4 = 'much'\n", IntegrityBroken),
        ("not toml", IntegrityBroken),
        ("\udcff", IntegrityBroken),
    ],
)
def test_a_case_toml_that_cannot_be_read_is_named(case: Case, text: str, error: type[Exception]) -> None:
    (case.path / "case.toml").write_text(text, "utf-8", errors="surrogateescape")
    with pytest.raises(error, match=r"case\.toml"):
        open_case(case.path)


def test_case_toml_keeps_any_text(make: MakeCase) -> None:
    odd = "a \"b\" \\ \n\t\x7f\u2028 ''' ҷ"
    made = make("odd", team=odd, exercise=odd, assist={"S4": Assist.SUGGEST})
    assert open_case(made.path).settings == made.settings
    assert tomllib.loads((made.path / "case.toml").read_text("utf-8"))["team"]["name"] == odd


def test_each_capture_is_safe_before_it_is_yielded(case: Case) -> None:
    for number, capture in enumerate(case.add_captures(pages(3)), start=1):
        assert capture.id in open_case(case.path).waiting
        assert len(open_case(case.path).waiting) == number
        assert open_case(case.path).verify() == ()


def test_sealing_brings_the_captures_back_as_they_were(case: Case) -> None:
    captures = [*pages(3), gone(1)]
    list(case.add_captures(captures))
    exhibits = case.seal()
    again = open_case(case.path)
    assert [exhibit.id for exhibit in exhibits] == [capture.id for capture in captures]
    assert list(again.captures()) == captures
    assert again.exhibits == exhibits
    assert again.waiting == ()
    assert exhibits[3].outcome is Outcome.NOT_FOUND
    assert again.verify() == ()


def test_sealing_twice_changes_nothing(case: Case) -> None:
    sealed(case, *pages(2))
    before = {path: path.read_bytes() for path in case.path.rglob("*") if path.is_file()}
    assert case.seal() == ()
    assert {path: path.read_bytes() for path in case.path.rglob("*") if path.is_file()} == before


def test_the_same_content_is_not_kept_twice(case: Case) -> None:
    assert len(list(case.add_captures(pages(2)))) == 2
    assert list(case.add_captures([page(0, retrieved_at=NOON + timedelta(days=1)), *pages(2)])) == []
    case.seal()
    assert [each.id for each in case.add_captures(pages(3))] == [page(2).id]
    assert [each.id for each in case.seal()] == [page(2).id]
    assert sorted(path.name for path in (case.path / "evidence").iterdir()) == [
        "ALPHA-0001.warc.gz",
        "ALPHA-0002.warc.gz",
    ]
    assert case.verify() == ()


def test_collecting_and_sealing_are_signed_for(case: Case) -> None:
    sealed(case, *pages(2))
    collected, seal = case.custody
    assert (collected.action, seal.action) == ("collect", "seal")
    assert collected.exhibits == seal.exhibits == tuple(capture.id for capture in pages(2))
    assert seal.note.startswith("evidence/ALPHA-0001.warc.gz sha256:")


def test_a_collection_that_breaks_off_is_signed_for_all_the_same(case: Case) -> None:
    def breaking() -> Iterator[Capture]:
        yield page(0)
        raise MissingInput("the source is gone")

    with pytest.raises(MissingInput):
        list(case.add_captures(breaking()))
    (entry,) = case.custody
    assert entry.exhibits == (page(0).id,)
    assert case.waiting == (page(0).id,)


def test_the_consumer_may_stop_and_write_to_the_case_meanwhile(case: Case) -> None:
    running = case.add_captures(pages(3))
    first = next(running)
    case.record_failure("S2", first.asked, "slow")
    running.close()
    assert case.waiting == (first.id,)
    assert len(case.custody) == 1
    assert list(case.add_captures(pages(3))) == pages(3)[1:]


def test_keys_are_private_to_their_owner_and_one_per_call_sign(case: Case, make: MakeCase, tmp_path: Path) -> None:
    make("b", callsign="BRAVO")
    keys = sorted((tmp_path / "config" / "keys").iterdir())
    assert [key.name for key in keys] == ["ALPHA.key", "BRAVO.key"]
    if os.name != "nt":
        assert [key.stat().st_mode & 0o777 for key in keys] == [0o600, 0o600]
    assert not any(
        key.read_text().strip() in path.read_text("utf-8") for key in keys for path in case.path.glob("*.toml")
    )


def test_another_key_does_not_sign_for_the_call_sign(case: Case, tmp_path: Path) -> None:
    (tmp_path / "config" / "keys" / "ALPHA.key").write_text("11" * 32)
    with pytest.raises(MissingInput, match="signing key"):
        list(case.add_captures(pages(1)))


def test_a_broken_key_file_is_named(case: Case, tmp_path: Path) -> None:
    (tmp_path / "config" / "keys" / "ALPHA.key").write_text("rubbish")
    with pytest.raises(IntegrityBroken, match=r"ALPHA\.key"):
        case.seal()


def test_the_same_decision_is_written_once(case: Case) -> None:
    first = case.decide(Action.ACCEPT, "S4", ["a" * 32], because="seen", values={"value": "x"})
    assert case.decide(Action.ACCEPT, "S4", ["a" * 32], because="seen", values={"value": "x"}) == first
    assert open_case(case.path).decisions == (first,)


def test_a_later_decision_replaces_the_authors_own(make: MakeCase) -> None:
    still = make("still", clock=lambda: NOON)
    yes = still.decide("accept", "S4", ["a" * 32], because="seen")
    no = still.decide("reject", "S4", ["a" * 32], because="looked again")
    back = still.decide("accept", "S4", ["a" * 32], because="seen")
    assert (no.supersedes, back.supersedes) == (yes.id, no.id)
    assert still.ledger.in_force == (back,)
    assert yes.at < no.at < back.at


@pytest.mark.parametrize(
    ("action", "step", "targets", "because", "named"),
    [
        ("accept", "S4", [], "x", "target"),
        ("accept", "S4", [""], "x", "target"),
        ("merge", "S5", ["a" * 32], "x", "2 or more"),
        ("merge", "S5", ["a" * 32, "a" * 32], "x", "2 or more"),
        ("accept", "S4", ["a" * 32], " ", "reason"),
        ("accept", "S99", ["a" * 32], "x", "step"),
    ],
)
def test_a_decision_about_nothing_is_refused(
    case: Case, *, action: str, step: str, targets: list[str], because: str, named: str
) -> None:
    with pytest.raises(MissingInput, match=named):
        case.decide(action, step, targets, because=because)
    assert case.decisions == ()


def test_the_machine_decides_only_where_the_exercise_allows_it(make: MakeCase) -> None:
    limited = make("limited", assist={"S4": Assist.SUGGEST})
    with pytest.raises(NotAllowed, match="S4"):
        limited.decide("accept", "S4", ["a" * 32], because="x", author=MACHINE)
    assert limited.decide("accept", "S5", ["a" * 32], because="x", author=MACHINE).author == MACHINE


def test_a_failure_is_recorded_once(case: Case) -> None:
    for _time in range(2):
        case.record_failure("S2", "https://a.example/", "time-out")
    (row,) = open_case(case.path).failures
    assert (row["step"], row["what"], row["why"], row["author"]) == ("S2", "https://a.example/", "time-out", "ALPHA")


def test_a_plan_needs_decisions(case: Case) -> None:
    with pytest.raises(MissingInput, match="S1"):
        case.plan()


def test_a_torn_last_line_does_not_count_and_is_cut_off(case: Case) -> None:
    first = case.decide("accept", "S4", ["a" * 32], because="seen")
    with (case.path / "decisions.jsonl").open("ab") as stream:
        stream.write(b'{"action":"acc')
    again = open_case(case.path)
    assert again.decisions == (first,)
    assert again.verify() == ()
    second = again.decide("accept", "S4", ["b" * 32], because="seen")
    assert open_case(case.path).decisions == (first, second)


def test_a_view_that_another_superseded_is_decided_anew(case: Case) -> None:
    mine = case.decide("accept", "S4", ["a" * 32], because="seen")
    case.decide("reject", "S4", ["a" * 32], because="no", author="BRAVO", supersedes=mine.id)
    again = case.decide("accept", "S4", ["a" * 32], because="seen")
    assert again.id != mine.id
    assert len(case.ledger.contested) == 1


def test_a_verdict_is_on_one_thing(case: Case) -> None:
    with pytest.raises(MissingInput, match="one decision per target"):
        case.decide("accept", "S4", ["a" * 32, "b" * 32], because="seen")
    assert case.decisions == ()


def test_an_address_that_no_search_found_is_named_or_refused(case: Case) -> None:
    with pytest.raises(MissingInput, match="an address that a search found"):
        case.decide("accept", "S2", ["a" * 32], because="seen")
    made = case.decide("accept", "S2", ["a" * 32], because="seen", values={"url": "https://kanal.example/1"})
    assert case.decisions == (made,)


@pytest.mark.parametrize("name", ["decisions.jsonl", "custody.jsonl"])
def test_a_line_of_another_form_is_named(case: Case, name: str) -> None:
    (case.path / name).write_text("[]\n")
    with pytest.raises(IntegrityBroken, match=f"found list, at {name}:1"):
        _read = case.decisions, case.custody
