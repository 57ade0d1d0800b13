import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from osint_kit.bundle import World, open_world
from osint_kit.exercise import score
from osint_kit.exercise.calibration import ENOUGH, Judgement
from osint_kit.exercise.debrief import Debrief, debrief
from osint_kit.exercise.scoring import serving
from osint_kit.exercise.traps import Sprung, Verdict
from osint_kit.model import Action, Decision, Submission
from osint_kit.score import AnswerKey, Score, open_key
from osint_kit.score.links import found_links
from osint_kit.score.perfect import from_key
from osint_kit.score.sheet import Sheet
from osint_kit.shipped import shipped

HOSTILE = "<script>alert('x')</script> \u202eمرحبا"


@pytest.fixture(scope="module")
def world() -> World:
    return open_world(shipped("fixtures", "silk-route"))


@pytest.fixture(scope="module")
def key(world: World) -> AnswerKey:
    return open_key(world.path)


@pytest.fixture(scope="module")
def submission(key: AnswerKey, world: World) -> Submission:
    """A team that answers as the key does, but draws half of the links, skips a question, and accuses victims."""
    perfect = from_key(key, world, serving(world))
    links = [row for row in perfect.steps["S8"] if "type" in row.values][::2]
    roles = [
        replace(row, values={**row.values, "role": "RO-TRA"}) if row.values.get("role") == "PE-VIC" else row
        for row in perfect.steps["S10"]
    ]
    steps = {**perfect.steps, "S8": tuple(links), "S10": tuple(roles), "S7": perfect.steps["S7"][1:]}
    return replace(perfect, team="RED", steps=steps, hints={"S4": 2})


@pytest.fixture(scope="module")
def scored(submission: Submission, world: World) -> Score:
    return score(submission, world.path, machine=submission, assist="full", brief_back=50)


@pytest.fixture
def page(scored: Score, submission: Submission, key: AnswerKey, world: World) -> Callable[..., str]:
    def render(**more: object) -> str:
        given = Debrief(scored, submission, key, world, **more)  # type: ignore[arg-type]  # the tests know its fields
        return debrief(given).body.decode("utf-8")

    return render


class Links(HTMLParser):
    """Everything that a browser would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.found += [tag] if tag in ("script", "iframe", "object", "embed", "link", "img") else []
        targets = [str(named[name]) for name in ("src", "href") if name in named]
        self.found += [target for target in targets if not target.startswith("#")]
        self.found += [name for name in named if name.startswith("on")]


def test_the_page_fetches_and_runs_nothing(page: Callable[..., str]) -> None:
    links = Links()
    links.feed(page())
    assert links.found == []


def test_it_has_every_step_with_points_maximum_and_the_machine(page: Callable[..., str], scored: Score) -> None:
    body = page()
    for step in scored.steps:
        assert f'<th scope="row" dir="auto">{step.step}</th>' in body
        assert f">{step.points:.1f}<" in body
    assert "+0.0" in body
    assert "10 / 20" in body
    assert f"2 (−{scored.step('S4').facts['hints_cost']:.1f})" in body


def test_missed_core_links_are_drawn_in_red(
    page: Callable[..., str], submission: Submission, key: AnswerKey, world: World
) -> None:
    found = found_links(Sheet(submission, key, world, serving(world)))
    missed = [link for link, drawn in found.items() if link.tier == "core" and not drawn]
    body = page()
    assert len(missed) > 5
    assert body.count('stroke="#c1121f"') == body.count('class="missed"') == len(missed)


def test_it_quotes_the_words_of_the_costliest_errors(page: Callable[..., str]) -> None:
    lessons = re.search(r'<section id="lessons".*?</section>', page(), re.DOTALL)
    assert lessons is not None
    assert lessons[0].count("points)") == 6
    assert "<mark>" in lessons[0]


def test_it_names_who_was_accused(page: Callable[..., str], scored: Score) -> None:
    assert scored.harm
    body = page()
    assert all(harm.name in body and harm.why in body for harm in scored.harm)


def test_what_was_said_stands_beside_what_came_true(page: Callable[..., str], key: AnswerKey) -> None:
    body = page()
    calibration = re.search(r'<section id="calibration".*?</section>', body, re.DOTALL)
    assert calibration is not None
    assert calibration[0].count("<tr>") == 1 + len(key.questions)
    assert "nothing" in calibration[0]
    assert "<polyline" not in body


def test_a_curve_takes_twenty_judgements(page: Callable[..., str]) -> None:
    pooled = [Judgement(f"Q{n}", f"EP-{1 + n % 7}", "low", n % 3 == 0) for n in range(ENOUGH)]
    assert "<polyline" in page(pooled=pooled)
    assert "<polyline" not in page(pooled=pooled[1:])


def test_logs_injects_and_traps_show_as_text(page: Callable[..., str], key: AnswerKey) -> None:
    at = datetime(2031, 12, 20, 9, tzinfo=UTC)
    made = [Decision(Action.ACCEPT, "S4", ("a",), HOSTILE, who, at) for who in ("ALPHA", "machine", "BRAVO")]
    body = page(
        decisions=made,
        hints=[{"step": "S5", "number": "1", "at": "09:40"}],
        injects=[{"id": "IN-01", "title": "gone", "answer": HOSTILE, "expected": ("capture held", "hash shown")}],
        traps=[Sprung(key.traps[0], Verdict.WRONG, HOSTILE), Sprung(key.traps[1], Verdict.OPEN, "")],
    )
    assert "<script" not in body
    assert body.count("&lt;script&gt;") == 4
    assert "capture held; hash shown" in body
    assert "09:40" in body
    assert "machine</td>" in body
    assert key.traps[0].right in body


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ru", "ltr"), ("tg", "ltr"), ("fa", "rtl")])
def test_it_reads_from_the_right_side(language: str, direction: str, page: Callable[..., str]) -> None:
    assert f'<html lang="{language}" dir="{direction}">' in page(language=language)


def test_the_watermark_is_on_it(page: Callable[..., str], world: World) -> None:
    assert world.watermark
    assert page().count(world.watermark) >= 2


def test_the_same_score_gives_the_same_page(page: Callable[..., str]) -> None:
    assert page() == page()
