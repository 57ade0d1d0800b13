"""What the kit writes, judged by tools that somebody else wrote; each judge is shown a broken copy too."""

from __future__ import annotations

import gzip
import io
import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from environments import environment
from factory import capture

from osint_kit import baselines, create_case, open_case, pipeline, world
from osint_kit.model import Outcome, to_dict
from osint_kit.preserve import write
from osint_kit.shipped import shipped

pytestmark = [pytest.mark.slow, pytest.mark.judges]

ROOT = Path(__file__).parent.parent.parent
PINS = Path(__file__).with_name("judges.txt")
MARKUP_JUDGE = "vnu-jar@26.9.27"


@pytest.fixture(scope="session")
def judges() -> Path:
    """The judges' own environment."""
    return environment("tools", PINS)


@pytest.fixture(scope="session")
def markup_judge(judges: Path) -> Path:
    """The Nu HTML checker; needs Java, and npm at the first run."""
    jar = judges / "package" / "build" / "dist" / "vnu.jar"
    if not jar.is_file():
        subprocess.run(["npm", "pack", "--silent", MARKUP_JUDGE, "--pack-destination", str(judges)], check=True)
        (packed,) = judges.glob("vnu-jar-*.tgz")
        with tarfile.open(packed) as archive:
            archive.extractall(judges, filter="data")
    return jar


def verdict(*command: str | Path, folder: Path | None = None) -> int:
    return subprocess.run([str(word) for word in command], capture_output=True, check=False, cwd=folder).returncode


def odd() -> bytes:
    """Captures that stretch the format: odd headers, no answer, an encoding that is none."""
    pages = (
        capture("https://a.example/ж ?x=1", b"\x00\xff" * 9, headers=(("X y", "1"), ("Z", "ж\r\nq")), status=503),
        capture("https://a.example/", b"", headers=(), request=(), status=0, outcome=Outcome.ERROR),
        capture("https://a.example/z", b"not gzip, but itemprop", headers=(("Content-Encoding", "gzip"),)),
    )
    stream = io.BytesIO()
    write(pages, stream, info={"operator": "ALPHA"})
    return stream.getvalue()


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = create_case(tmp_path_factory.mktemp("judged") / "case", world=shipped("fixtures", "silk-route"))
    for step in (pipeline.plan, pipeline.search, pipeline.collect):
        step(case, "full")
    pipeline.preserve(case)
    (sealed,) = (case.path / "evidence").glob("*.warc.gz")
    return sealed


def test_the_evidence_opens_with_two_foreign_readers(judges: Path, evidence: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.warc.gz", tmp_path / "bad.warc"
    for body in (evidence.read_bytes(), odd()):
        assert b"itemprop" in gzip.decompress(body)
        good.write_bytes(body)
        bad.write_bytes(gzip.decompress(body).replace(b"itemprop", b"itemprap", 1))
        for tool in (
            (Path(sys.executable).with_name("warcio"), "check", "-v"),
            (judges / "bin" / "fastwarc", "check", "-q"),
        ):
            assert verdict(*tool, good) == 0, tool
            assert verdict(*tool, bad) == 1, tool


def test_a_world_is_a_data_package(judges: Path, tmp_path: Path) -> None:
    good = tmp_path / "world"
    world.make(good, seed=4, difficulty="easy")
    command = (judges / "bin" / "frictionless", "validate", "datapackage.json")
    assert verdict(*command, folder=good) == 0
    bad = shutil.copytree(good, tmp_path / "bad")
    table = bad / "tables" / "posts.jsonl"
    table.write_text(table.read_text(encoding="utf-8").replace('"number": ', '"number": "x', 1), encoding="utf-8")
    assert verdict(*command, folder=bad) == 1


def test_a_submission_follows_the_published_schema(judges: Path, tmp_path: Path) -> None:
    schema = ROOT / "exercises" / "submission.schema.json"
    plain = to_dict(baselines.reference(shipped("fixtures", "silk-route")))
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(plain), encoding="utf-8")
    bad.write_text(json.dumps({**plain, "format": "one"}), encoding="utf-8")
    command = (judges / "bin" / "check-jsonschema", "--schemafile", schema)
    assert verdict(*command, good) == 0
    assert verdict(*command, bad) == 1


def test_the_report_is_valid_html(markup_judge: Path, evidence: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    case = open_case(evidence.parent.parent)
    for step in (pipeline.extract, pipeline.resolve, pipeline.grade, pipeline.link):
        step(case, "full")
    pipeline.report(case, good)
    bad.write_text(good.read_text(encoding="utf-8").replace("<main", "<main id='a' id='b'", 1), encoding="utf-8")
    command = ("java", "-jar", markup_judge, "--errors-only")
    assert verdict(*command, good) == 0
    assert verdict(*command, bad) == 1
