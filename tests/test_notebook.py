"""The analyst's notebook, executed from its first cell to its last."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from osint_kit import create_case, pipeline
from osint_kit.shipped import shipped

NOTEBOOK = shipped("exercises", "silk-route") / "notebooks" / "analyst.ipynb"
EXECUTE = """
import sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=120).execute()
nbformat.write(notebook, sys.argv[2])
"""
"""A kernel speaks over sockets of this machine, which tests refuse: hence a process of its own."""


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    folder = tmp_path_factory.mktemp("notebook")
    case = create_case(folder / "case", world=shipped("fixtures", "silk-route"))
    pipeline.play(case, "full")
    done = folder / "done.ipynb"
    command = [sys.executable, "-c", EXECUTE, str(NOTEBOOK), str(done)]
    environment = {**os.environ, "OSINT_KIT_CASE": str(case.path), "JUPYTER_PLATFORM_DIRS": "1"}
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=folder)
    cells = json.loads(done.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def test_every_cell_runs_and_none_complains(executed: list[dict[str, object]]) -> None:
    assert all(cell["execution_count"] for cell in executed)
    outputs = [output for cell in executed for output in cell["outputs"]]  # type: ignore[attr-defined]
    assert not [each for each in outputs if each["output_type"] == "error" or each.get("name") == "stderr"]


def test_it_shows_frames_a_graph_and_two_pictures(executed: list[dict[str, object]]) -> None:
    shown = [output.get("data", {}) for cell in executed for output in cell["outputs"]]  # type: ignore[attr-defined]
    pictures = ["".join(each["image/svg+xml"]) for each in shown if "image/svg+xml" in each]
    assert [picture.count("<circle") > 5 for picture in pictures] == [True, True]
    assert sum("text/html" in each for each in shown) >= 6
    said = "".join("".join(output.get("text", "")) for cell in executed for output in cell["outputs"])  # type: ignore[attr-defined]
    assert "entities," in said


def test_it_is_kept_without_outputs() -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert not [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")]
