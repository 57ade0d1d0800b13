"""The import contracts hold, and the public names are what they are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import osint_kit

ROOT = Path(__file__).parent.parent


def test_the_import_contracts_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_public_names_are_pinned_and_resolve() -> None:
    assert osint_kit.__all__ == [
        "create_case",
        "extract_text",
        "extract_texts",
        "make_world",
        "names",
        "open_case",
        "open_world",
        "sandbox",
    ]
    assert all(getattr(osint_kit, name) is not None for name in osint_kit.__all__)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, osint_kit; print([m for m in ('pandas', 'numpy', 'httpx', 'click') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_top_level_holds_what_it_should() -> None:
    made = {"__pycache__", "build", "dist", "osint-kit-demo"}
    top = {path.name for path in ROOT.iterdir() if not path.name.startswith(".") and path.name not in made}
    assert top == {
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "NOTICE",
        "README.md",
        "exercises",
        "fixtures",
        "osint_kit",
        "pyproject.toml",
        "tests",
    }
