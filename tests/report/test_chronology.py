"""The time line: every event once, in order, readable from afar."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from factory import NOON
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.model.tables import EVENTS
from osint_kit.report.chronology import Happening, draw
from osint_kit.report.sections import ReportInput, sections

happenings = st.lists(
    st.builds(
        lambda kind, days, length, decided: Happening(
            kind, NOON + timedelta(days=days), NOON + timedelta(days=days + length), f"<b>{kind}</b>", decided
        ),
        st.sampled_from(["stop", "notice", "arrival"]),
        st.integers(0, 4000),
        st.integers(0, 40),
        st.booleans(),
    ),
    min_size=1,
    max_size=40,
).map(lambda found: sorted(found, key=lambda each: each.at))


@given(happenings)
def test_every_event_has_its_number_inside_the_picture(found: list[Happening]) -> None:
    drawn = str(draw(found))
    assert re.findall(r">(\d+)</text></g>", drawn) == [str(number) for number in range(1, len(found) + 1)]
    height = int(re.search(r'viewBox="0 0 1600 (\d+)"', drawn)[1])  # type: ignore[index]
    places = [(int(x), int(y)) for x, y in re.findall(r'<circle cx="(\d+)" cy="(\d+)"', drawn)]
    assert all(200 <= x <= 1600 and 0 < y < height for x, y in places)
    assert [x for x, _y in places] == sorted(x for x, _y in places)
    assert "<b>" not in drawn


def event(at: datetime, label: str, *, score: float) -> dict[str, object]:
    return {
        "id": label,
        "kind": "stop",
        "at": at.isoformat(),
        "until": "",
        "label": label,
        "document": "",
        "entities": (),
        "statements": (),
        "score": score,
        "reason": "",
    }


def test_what_the_team_decided_comes_first_and_all_stand_in_order_of_time() -> None:
    proposed = EVENTS.frame(event(NOON + timedelta(days=at), f"guess {at}", score=at / 100) for at in range(60))
    judged = EVENTS.frame([event(NOON + timedelta(days=30), "decided", score=0.0)])
    block = sections["timeline"](ReportInput("T", judged={"events": judged}, proposed={"events": proposed}))
    assert block is not None
    body = str(block.body)
    said = re.findall(r'<td dir="auto">(guess \d+|decided)</td>', body)
    assert len(said) == 60
    assert "decided" in said
    assert said.index("decided") == sum(int(each.split()[1]) <= 30 for each in said if each != "decided") - (
        "guess 30" in said and said.index("guess 30") > said.index("decided")
    )


def test_without_events_there_is_no_time_line() -> None:
    assert sections["timeline"](ReportInput("T")) is None
