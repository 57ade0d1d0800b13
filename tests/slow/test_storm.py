"""`kill -9` at every write point of collecting, sealing and deciding, in a process of its own each time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cases import Ticking, pages

from osint_kit.casefile import create_case, open_case

pytestmark = [pytest.mark.slow, pytest.mark.storm]

CHILD = r"""
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from cases import Ticking, pages
from osint_kit.casefile import open_case

point, count = int(sys.argv[3]), 0


def wrapped(name, real):
    def call(*arguments, **options):
        global count
        count += 1
        if count == point:
            if name == "write":
                real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)

    return call


case = open_case(sys.argv[2], clock=Ticking())
for name in ("fsync", "replace", "unlink", "write", "open"):
    setattr(os, name, wrapped(name, getattr(os, name)))
for capture in case.add_captures(pages(4)):
    print("held", capture.id, flush=True)
for exhibit in case.seal():
    print("sealed", exhibit.id, flush=True)
print("decided", case.decide("accept", "S4", ["a" * 32], because="seen").id, flush=True)
print("points", count, flush=True)
"""


def run(path: Path, point: int) -> tuple[int, list[list[str]]]:
    # The line is written by Python's own buffer, not by os.write: it is no point of its own.
    command = [sys.executable, "-c", CHILD, str(Path(__file__).parents[1]), str(path), str(point)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ))
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode, [line.split() for line in done.stdout.splitlines()]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_kill_at_every_write_point_loses_nothing_that_was_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSINT_KIT_CONFIG", str(tmp_path / "config"))
    point = 0
    while True:
        point += 1
        path = tmp_path / f"at{point}"
        create_case(path, clock=Ticking(), team="RED")
        code, told = run(path, point)
        _nothing_lost(path, told, point)
        again, _told = run(path, 0)
        assert again == 0, point
        _finished(path, point)
        if code == 0:
            break
    assert point > 40


def _nothing_lost(path: Path, told: list[list[str]], point: int) -> None:
    case = open_case(path)
    assert case.verify() == (), point
    sealed = {exhibit.id for exhibit in case.exhibits}
    kept = {"held": sealed | set(case.waiting), "sealed": sealed, "decided": {each.id for each in case.decisions}}
    assert all(name in kept[what] for what, name in told if what in kept), point


def _finished(path: Path, point: int) -> None:
    case = open_case(path)
    assert case.verify() == (), point
    assert case.waiting == (), point
    assert [exhibit.id for exhibit in case.exhibits] == [capture.id for capture in pages(4)], point
    assert len(case.decisions) == 1, point
