import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.casefile import Case, session
from osint_kit.casefile.session import Entry, Kind
from osint_kit.errors import IntegrityBroken, NotAllowed
from osint_kit.exercise import hints, pause, resume

NINE = datetime(2031, 12, 20, 9, tzinfo=UTC)


def entry(kind: Kind, after: float, **values: str) -> Entry:
    return Entry(kind, NINE + timedelta(minutes=after), "ALPHA", values)


def at(minute: float) -> datetime:
    return NINE + timedelta(minutes=minute)


def test_the_clock_stands_at_zero_until_the_exercise_begins(tmp_path: Path) -> None:
    assert session.minutes_of(tmp_path, at(90)) == 0
    assert session.minutes([entry(Kind.RULES, 0), entry(Kind.RESUME, 1)], at(90)) == 0


def test_a_pause_stops_the_clock_and_shifts_what_comes_later() -> None:
    turns = [entry(Kind.START, 0), entry(Kind.PAUSE, 30), entry(Kind.RESUME, 50), entry(Kind.HINT, 55, step="S5")]
    assert [session.minutes(turns[:2], at(minute)) for minute in (29, 30, 45, 600)] == [30, 30, 30, 30]
    assert [session.minutes(turns, at(minute)) for minute in (50, 51, 95)] == [30, 31, 75]


def test_the_clock_can_go_on_at_a_later_minute_but_never_back() -> None:
    turns = [entry(Kind.START, 0), entry(Kind.PAUSE, 30)]
    assert session.minutes([*turns, entry(Kind.RESUME, 40, minute="1440")], at(45)) == 1445
    assert session.minutes([*turns, entry(Kind.RESUME, 40, minute="7")], at(45)) == 35


def test_a_clock_that_was_set_back_does_not_run_backwards() -> None:
    turns = [entry(Kind.START, 60), entry(Kind.PAUSE, 30), entry(Kind.RESUME, 20)]
    assert session.minutes(turns, at(25)) == 5
    assert session.minutes(turns[:1], at(10)) == 0


@given(st.lists(st.tuples(st.sampled_from([Kind.PAUSE, Kind.RESUME, Kind.HINT]), st.integers(0, 60)), max_size=12))
def test_the_clock_never_runs_faster_than_time_nor_backwards(turns: list[tuple[Kind, int]]) -> None:
    now, shown, listed = 0, 0, [entry(Kind.START, 0)]
    for kind, passed in turns:
        now += passed
        listed.append(entry(kind, now))
        found = session.minutes(listed, at(now))
        assert shown <= found <= now
        shown = found


def test_pausing_and_resuming_need_a_clock_that_runs_or_stands(begin: Callable[..., Case], hand: Any) -> None:
    case = begin()
    hand.on(20)
    assert pause(case) == 20
    with pytest.raises(NotAllowed):
        pause(case)
    hand.on(100)
    assert resume(case) == 20
    with pytest.raises(NotAllowed):
        resume(case)
    hand.on(5)
    assert session.minutes_of(case.path, hand()) == 25
    pause(case)
    assert resume(case, "D2 09:00") == 1440
    pause(case)
    with pytest.raises(NotAllowed, match="D1 10:00"):
        resume(case, "D1 10:00")


def test_wherever_the_last_line_breaks_off_what_was_written_before_stands(begin: Callable[..., Case]) -> None:
    case = begin()
    session.log(case, Kind.HINT, step="S5", number="1")
    path = case.path / session.NAME
    body = path.read_bytes()
    last = body.rfind(b"\n", 0, -1) + 1
    whole = session.entries(case.path)
    for cut in range(last, len(body)):
        path.write_bytes(body[:cut])
        assert session.entries(case.path) == whole[:-1]
    session.log(case, Kind.HINT, step="S6", number="1")
    assert session.values_of(session.entries(case.path), Kind.HINT) == ({"step": "S6", "number": "1"},)


@pytest.mark.parametrize("torn", [b"\x00\x00\x00\n", b'{"kind": "shout"}\n', b"[]\n"])
def test_a_last_line_of_rubbish_does_not_count_and_is_replaced(torn: bytes, begin: Callable[..., Case]) -> None:
    case = begin()
    before = session.entries(case.path)
    with (case.path / session.NAME).open("ab") as stream:
        stream.write(torn)
    assert session.entries(case.path) == before
    session.log(case, Kind.PAUSE)
    assert [each.kind for each in session.entries(case.path)] == [*(each.kind for each in before), Kind.PAUSE]


def test_a_broken_line_in_the_middle_is_named(begin: Callable[..., Case]) -> None:
    case = begin()
    path = case.path / session.NAME
    path.write_bytes(b"rubbish\n" + path.read_bytes())
    with pytest.raises(IntegrityBroken, match=r"session\.jsonl:1"):
        session.entries(case.path)


def test_every_entry_says_when_and_by_whom(begin: Callable[..., Case], hand: Any) -> None:
    case = begin(callsign="BRAVO", role="rights", cut="one-day")
    rows = [json.loads(line) for line in (case.path / session.NAME).read_text(encoding="utf-8").splitlines()]
    assert [row["kind"] for row in rows] == ["rules", "start"]
    assert {row["author"] for row in rows} == {"BRAVO"}
    assert {row["at"] for row in rows} == {hand.now.isoformat()}
    assert [row["values"] for row in rows] == [{"role": "rights"}, {"cut": "one-day", "exercise": "silk-route"}]


def test_members_share_their_hints_and_injects_but_not_their_clocks(begin: Callable[..., Case], tmp_path: Path) -> None:
    case, other = begin(), tmp_path / "other"
    session.log(case, Kind.HINT, step="S5", number="1")
    other.mkdir()
    for line in ("start", "hint", "inject", "pause"):
        values = {"hint": {"step": "S5", "number": "2"}, "inject": {"inject": "IN-06"}}.get(line, {})
        row = {"kind": line, "at": NINE.isoformat(), "author": "BRAVO", "values": values}
        with (other / session.NAME).open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(row) + "\n")
    assert [session.join(case, other), session.join(case, other)] == [2, 0]
    found = session.entries(case.path)
    assert hints.taken(found) == {"S5": 2}
    assert not session.paused(found)
    assert session.values_of(found, Kind.INJECT) == ({"inject": "IN-06"},)
