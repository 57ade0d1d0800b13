"""Environments of their own for tools that somebody else wrote: made at the first run, which needs a package index."""

from __future__ import annotations

import subprocess
import venv
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent / ".judges"


def environment(name: str, pins: Path, *, wheels_only: bool = True, needs: str = "") -> Path:
    """The folder of an environment that holds what `pins` names; its programs are in `bin/`.

    Args:
        needs: what must be on the machine for it, shown where the installation fails.
    """
    home, wanted = HOME / name, pins.read_text(encoding="utf-8")
    stamp = home / "ready"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        venv.create(home, with_pip=True, clear=True)
        wheels = ("--only-binary", ":all:") if wheels_only else ()
        command = (home / "bin" / "python", "-m", "pip", "install", "--quiet", *wheels, "-r", pins)
        made = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
        if made.returncode:
            pytest.fail(f"{needs}\n{made.stderr[-2000:]}")
        stamp.write_text(wanted, encoding="utf-8")
    return home
