"""One writer at a time; a lock that a dead process left does not stop the next."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from cases import pages

from osint_kit.casefile import Case, open_case
from osint_kit.casefile.lock import NAME, locked
from osint_kit.errors import CaseBusy


def leave(folder: Path, pid: int, host: str = "") -> None:
    (folder / NAME).write_text(json.dumps({"pid": pid, "host": host or platform.node()}))


def dead_pid() -> int:
    return int(
        subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True).stdout
    )


def test_the_lock_is_gone_afterwards(tmp_path: Path) -> None:
    with locked(tmp_path):
        assert (tmp_path / NAME).exists()
    assert list(tmp_path.iterdir()) == []


def test_the_lock_is_gone_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), locked(tmp_path):
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_a_second_writer_is_refused_and_told_where(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(CaseBusy, match=NAME), locked(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_two_openings_of_one_case_exclude_each_other(case: Case) -> None:
    running = case.add_captures(pages(2))
    next(running)
    with pytest.raises(CaseBusy):
        open_case(case.path).decide("accept", "S4", ["a" * 32], because="x")
    running.close()
    open_case(case.path).decide("accept", "S4", ["a" * 32], because="x")


def test_a_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    leave(tmp_path, dead_pid())
    with locked(tmp_path):
        assert json.loads((tmp_path / NAME).read_text())["pid"] == os.getpid()


def test_a_lock_with_this_process_number_from_an_earlier_life_is_taken_over(tmp_path: Path) -> None:
    leave(tmp_path, os.getpid())
    with locked(tmp_path):
        pass


@pytest.mark.parametrize("text", ["", "rubbish", "[]", '{"pid": "x"}'])
def test_a_lock_that_was_never_finished_is_taken_over(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text)
    with locked(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_of_a_living_process_holds(tmp_path: Path) -> None:
    leave(tmp_path, os.getppid())
    with pytest.raises(CaseBusy), locked(tmp_path):
        pass
    assert (tmp_path / NAME).exists()


def test_a_lock_of_another_machine_holds(tmp_path: Path) -> None:
    leave(tmp_path, dead_pid(), host="another machine")
    with pytest.raises(CaseBusy), locked(tmp_path):
        pass
