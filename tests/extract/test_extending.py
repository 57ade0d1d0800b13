"""A country and a kind from outside the package: a data file and a module, made known by entry points."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from osint_kit.knowledge.regions import REAL

KIND = '''"""Container numbers (ISO 6346), by their form."""

from osint_kit.extract.selectors import Found, Selector, selectors


def check(candidate, scene):
    """The number without spaces."""
    yield Found(candidate.start, candidate.end, "container", candidate.text.replace(" ", ""), 0.9, "container", 92)


selectors.add("container", Selector({"container": "[A-Z]{3}U ?[0-9]{6} ?[0-9]"}, check))
'''
COUNTRY = """
code = "QR"
name = "Zarrinkuh"
calling_code = "287"
national_digits = 9
plate = "[A-Z]{2}[0-9]{5}"
iban_length = 22
currency = "USD"
languages = ["tg"]
places = ["Заринкӯҳ"]
source = "own compilation, unreviewed"
confidence = 0.5
fictional = true
"""
ASK = """
import json, sys
import osint_kit
found = osint_kit.extract_text("Контейнер ABCU 123456 7, рақам +287 55 123-45-67")
print(json.dumps(list(zip(found["kind"], found["value"]))))
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    package = tmp_path / "outside"
    (package / "countries").mkdir(parents=True)
    (package / "__init__.py").write_text("", "utf-8")
    (package / "container.py").write_text(KIND, "utf-8")
    (package / "countries" / "__init__.py").write_text("", "utf-8")
    (package / "countries" / "qr.toml").write_text(COUNTRY, "utf-8")
    about = tmp_path / "outside-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: outside\nVersion: 1.0\n", "utf-8")
    groups = "[osint_kit.extract.selectors]\ncontainer = outside.container\n\n"
    groups += "[osint_kit.knowledge.regions]\nqr = outside.countries\n"
    (about / "entry_points.txt").write_text(groups, "utf-8")
    return tmp_path


def test_a_country_is_one_data_file_and_a_kind_one_module(installed: Path) -> None:
    surroundings = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert ["container", "ABCU1234567"] in json.loads(done.stdout)
    assert ["phone", "+287551234567"] in json.loads(done.stdout)
    assert "QR" not in {each.code for each in REAL}
