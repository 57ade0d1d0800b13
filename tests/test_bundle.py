import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from osint_kit.bundle import open_world
from osint_kit.errors import CaseVersion, IntegrityBroken, MissingInput
from osint_kit.shipped import shipped


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A bundle of its own, without a key, that a test may spoil."""
    path = tmp_path / "w"
    shutil.copytree(shipped("fixtures", "silk-route"), path, ignore=shutil.ignore_patterns("key"))
    return path


def test_a_bundle_tells_what_it_is(copy: Path) -> None:
    world = open_world(str(copy))
    assert world.scenario == "silk-route"
    assert world.difficulty == "standard"
    assert world.demo
    assert world.opens == datetime.fromisoformat("2031-12-20T09:00:00+05:00")
    assert world.watermark.startswith("EXERCISE – FICTION")
    kinds = ["classifieds", "channels", "register", "partner", "social", "news", "news", "archive"]
    assert [source.kind for source in world.sources] == kinds
    assert [profile.code for profile in world.profiles] == ["QM", "QN", "QO", "QP"]
    assert all(profile.fictional and profile.iban_length == 22 for profile in world.profiles)
    assert "Обигуль" in world.profiles[0].places
    assert set(world.brief) == {"title", "text", "authority", "languages"}


def test_rows_are_the_lines_of_a_table(copy: Path) -> None:
    world = open_world(copy)
    lines = (copy / "tables" / "ads.jsonl").read_text("utf-8").splitlines()
    assert list(world.rows("ads")) == [json.loads(line) for line in lines]
    assert world.rows("ads") is world.rows("ads")


def test_files_are_served_as_they_are(copy: Path) -> None:
    assert open_world(copy).file("calls.csv") == (copy / "files" / "calls.csv").read_bytes()


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../world.toml", "../key/seed.toml", "/etc/hostname", "none.csv", "key/seed.toml"]
)
def test_nothing_else_can_be_read(name: str) -> None:
    world = open_world(shipped("fixtures", "silk-route"))
    with pytest.raises(MissingInput):
        world.file(name)
    with pytest.raises(MissingInput):
        world.rows(name)


def test_the_key_is_never_opened(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "key").mkdir()
    (copy / "key" / "persons.jsonl").write_bytes(b"\xff not even text")
    world = open_world(copy)
    for name in ("../key/persons", "key/persons"):
        with pytest.raises(MissingInput):
            world.rows(name)


def test_a_folder_that_is_no_bundle_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(MissingInput, match=r"world\.toml"):
            open_world(path)


def test_another_format_is_refused(copy: Path) -> None:
    told = (copy / "world.toml").read_text("utf-8")
    (copy / "world.toml").write_text(told.replace("format = 1", "format = 2"), "utf-8")
    with pytest.raises(CaseVersion, match="found 2"):
        open_world(copy)


@pytest.mark.parametrize("name", ["tables/ads.jsonl", "files/calls.csv", "world.toml", "datapackage.json"])
def test_a_changed_file_is_noticed(name: str, copy: Path) -> None:
    path = copy / name
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(IntegrityBroken, match=name.rsplit("/", maxsplit=1)[-1]):
        open_world(copy)


def test_a_missing_and_an_added_file_are_noticed(copy: Path) -> None:
    (copy / "tables" / "more.jsonl").write_text("{}\n", "utf-8")
    with pytest.raises(IntegrityBroken, match=r"more\.jsonl"):
        open_world(copy)
    (copy / "tables" / "more.jsonl").unlink()
    (copy / "tables" / "ads.jsonl").unlink()
    with pytest.raises(MissingInput, match=r"ads\.jsonl"):
        open_world(copy)


def test_a_file_added_in_a_folder_of_the_files_is_noticed(copy: Path) -> None:
    assert json.loads(open_world(copy).file("chat/result.json"))["messages"]
    (copy / "files" / "chat" / "more.json").write_text("{}\n", "utf-8")
    with pytest.raises(IntegrityBroken, match=r"more\.json"):
        open_world(copy)


@pytest.mark.parametrize("body", [b"format = ", b"\xff"])
def test_an_unreadable_description_is_refused(body: bytes, copy: Path) -> None:
    (copy / "world.toml").write_bytes(body)
    with pytest.raises(IntegrityBroken, match=r"world\.toml"):
        open_world(copy)
