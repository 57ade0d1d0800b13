"""The pages that the kit writes, opened in a browser without a network."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from environments import environment
from hostile import HOSTILE

from osint_kit import create_case, exercise, pipeline
from osint_kit.casefile import report_input, submission
from osint_kit.messages import use_language
from osint_kit.model.tables import ENTITIES, LINKS
from osint_kit.report import ReportInput, render
from osint_kit.shipped import shipped

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PINS = Path(__file__).with_name("browser.txt")
Visit = Callable[..., list[dict[str, object]]]


@pytest.fixture(scope="session")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """Opens pages; needs the system's Chromium, and a package index at the first run."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "no Chromium on this machine: install the system's package chromium"
    driver = environment("browser", PINS)
    folder = tmp_path_factory.getbasetemp() / "seen"
    folder.mkdir(exist_ok=True)

    def opened(*pages: Path) -> list[dict[str, object]]:
        script = Path(__file__).with_name("browse.py")
        command = [driver / "bin" / "python", script, chromium, folder, *pages]
        done = subprocess.run([str(word) for word in command], capture_output=True, check=True, text=True)
        return json.loads(done.stdout)  # type: ignore[no-any-return]  # rows that the script prints

    return opened


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The played demo as report and debrief, in every language of the interface, and laid out from right to left."""
    folder, world = tmp_path_factory.mktemp("reports"), shipped("fixtures", "silk-route")
    case = create_case(folder / "case", world=world)
    pipeline.play(case, "full")
    submitted, found = submission.build(case), []
    for language in ("en", "ru", "tg"):
        use_language(language)
        found.append(Path(pipeline.report(case, folder / f"{language}.html").files[0]))
        found.append(folder / f"debrief-{language}.html")
        exercise.close(submitted, world, found[-1], case=case, machine=case, assist="full")
    use_language("en")
    found.append(folder / "fa.html")
    found[-1].write_bytes(render(replace(report_input(case), language="fa")).body)
    return found


def test_a_report_asks_for_nothing_and_runs_without_an_error(visit: Visit, reports: list[Path]) -> None:
    for row in visit(*reports):
        assert (row["asked"], row["wrong"], row["wide"]) == ([], [], False), row["page"]


def test_a_page_that_reaches_out_is_caught(visit: Visit, reports: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    text = reports[0].read_text(encoding="utf-8")
    loose = text.replace("default-src 'none'", "default-src *")
    bad.write_text(loose.replace("</main>", '<img src="https://far.example/a.png"></main>'), encoding="utf-8")
    (row,) = visit(bad)
    assert row["asked"] == ["https://far.example/a.png"]


def test_hostile_names_stand_as_text(visit: Visit, tmp_path: Path) -> None:
    entities = ENTITIES.frame(
        {
            "id": f"e{number:03}",
            "ref": f"P{number}",
            "schema": "Person",
            "caption": name,
            "names": (name,),
            "selectors": (),
            "subjects": (f"e{number:03}",),
            "statements": (),
            "decided": True,
        }
        for number, name in enumerate(HOSTILE)
    )
    links = LINKS.frame(
        {
            "id": f"l{number:03}",
            "ref": f"L{number}",
            "source": f"e{number:03}",
            "target": f"e{number + 1:03}",
            "type": "UnknownLink",
            "directed": False,
            "first": "",
            "last": "",
            "count": 1,
            "amount": "",
            "statements": (),
            "score": 1.0,
            "reason": HOSTILE[number],
            "decided": True,
        }
        for number in range(len(HOSTILE) - 1)
    )
    page = tmp_path / "hostile.html"
    page.write_bytes(render(ReportInput("T", entities=entities, links=links)).body)
    (row,) = visit(page)
    assert (row["asked"], row["wrong"]) == ([], [])
    shown = " ".join(str(row["text"]).split())
    missing = [name for name in HOSTILE if " ".join(name.split()) not in shown]
    assert not missing
