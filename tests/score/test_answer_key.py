"""Reading an answer key: every table is typed, and an older or broken one is refused by name."""

import json
import re
from pathlib import Path

import pytest

from osint_kit import world
from osint_kit.errors import MissingInput
from osint_kit.score.key import AnswerKey, open_key

TYPED = ("events", "typologies", "indicators", "elements", "hypotheses", "consistency", "questions", "requests")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("keyed") / "w"
    world.make(path, seed=11, difficulty="easy")
    return path


@pytest.fixture
def key_file(bundle: Path, tmp_path: Path) -> Path:
    """A copy of the key that a test may spoil; tests name the table."""
    (tmp_path / "key").mkdir()
    for path in (bundle / "key").iterdir():
        (tmp_path / "key" / path.name).write_bytes(path.read_bytes())
    return tmp_path / "key"


@pytest.fixture(scope="module")
def key(bundle: Path) -> AnswerKey:
    return open_key(bundle)


@pytest.mark.parametrize("table", [*TYPED, "injects", "traps", "protected"])
def test_every_table_is_read_whole(key: AnswerKey, bundle: Path, table: str) -> None:
    rows = [json.loads(line) for line in (bundle / "key" / f"{table}.jsonl").read_text("utf-8").splitlines()]
    assert len(getattr(key, table)) == len(rows) > 0


def test_rows_have_their_types(key: AnswerKey) -> None:
    assert {type(each.marks["H1"]) for each in key.consistency} == {int}
    assert {each.id for each in key.hypotheses if each.true} == {"H1"}
    assert any(trap.spans and trap.spans[0].end > trap.spans[0].start for trap in key.traps)
    assert {type(each.withhold) for each in key.protected} == {bool}


@pytest.mark.parametrize("table", [*TYPED, "injects"])
def test_a_key_of_an_older_world_is_refused(key_file: Path, table: str) -> None:
    (key_file / f"{table}.jsonl").unlink()
    with pytest.raises(MissingInput, match=re.escape(f"{table}.jsonl")):
        open_key(key_file.parent)


@pytest.mark.parametrize(
    ("table", "column"), [("traps", "spans"), ("traps", "expect"), ("protected", "withhold"), ("events", "key")]
)
def test_a_row_without_a_new_column_is_refused(key_file: Path, table: str, column: str) -> None:
    path = key_file / f"{table}.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows[1].pop(column)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with pytest.raises(MissingInput, match=rf"{column}.*{re.escape(table)}\.jsonl:2"):
        open_key(key_file.parent)


def test_a_value_of_another_kind_is_refused(key_file: Path) -> None:
    path = key_file / "hypotheses.jsonl"
    path.write_text(path.read_text("utf-8").replace("true}", '"yes"}', 1), "utf-8")
    with pytest.raises(MissingInput, match=re.escape("hypotheses.jsonl:1")):
        open_key(key_file.parent)


def test_a_bundle_without_a_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="no key"):
        open_key(tmp_path)
