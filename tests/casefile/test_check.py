"""`case verify` names whatever was done to a case behind its back."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from cases import MakeCase, page, pages, sealed

from osint_kit.casefile import Case, open_case
from osint_kit.errors import IntegrityBroken

WARC = "evidence/ALPHA-0001.warc.gz"


@pytest.fixture
def whole(case: Case) -> Case:
    sealed(case, *pages(2))
    sealed(case, page(7))
    case.decide("accept", "S4", ["a" * 32], because="seen")
    case.decide("reject", "S4", ["a" * 32], because="looked again")
    case.record_failure("S2", "x", "y")
    assert open_case(case.path).verify() == ()
    return case


def change(path: Path, edit: Callable[[bytes], bytes]) -> None:
    before = path.read_bytes()
    path.write_bytes(edit(before))
    assert path.read_bytes() != before


def lines(edit: Callable[[list[bytes]], list[bytes]]) -> Callable[[bytes], bytes]:
    return lambda body: b"".join(edit(body.splitlines(keepends=True)))


def problems(case: Case) -> str:
    return "\n".join(open_case(case.path).verify())


def test_one_changed_byte_in_a_sealed_file_is_named(whole: Case) -> None:
    size = len((whole.path / WARC).read_bytes())
    original = (whole.path / WARC).read_bytes()
    for place in range(0, size, 97):
        change(whole.path / WARC, lambda body, at=place: body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :])
        assert "ALPHA-0001.warc.gz" in problems(whole), place
        (whole.path / WARC).write_bytes(original)


def test_a_body_exchanged_with_matching_record_digests_is_named(whole: Case, make: MakeCase) -> None:
    forged = sealed(make("forged"), page(0, "Other words"), page(1))
    shutil.copy(forged.path / WARC, whole.path / WARC)
    found = problems(whole)
    assert page(0).id in found
    assert "signed for" in found


def test_collection_data_changed_with_matching_record_digests_is_named(whole: Case, make: MakeCase) -> None:
    forged = sealed(make("forged"), page(0, note="other note"), page(1))
    shutil.copy(forged.path / WARC, whole.path / WARC)
    assert "expected the digest that custody signed for" in problems(whole)


def test_a_missing_file_is_named(whole: Case) -> None:
    (whole.path / WARC).unlink()
    assert "ALPHA-0001.warc.gz" in problems(whole)


def test_an_added_file_is_named(whole: Case) -> None:
    shutil.copy(whole.path / WARC, whole.path / "evidence" / "ALPHA-0003.warc.gz")
    assert "evidence/ALPHA-0003.warc.gz: no custody entry" in problems(whole)
    (whole.path / "evidence" / "ALPHA-0003.warc.gz").write_bytes(gzip.compress(b"rubbish"))
    assert "evidence/ALPHA-0003.warc.gz: no custody entry" in problems(whole)


def test_swapped_files_are_named(whole: Case) -> None:
    first, second = whole.path / WARC, whole.path / "evidence" / "ALPHA-0002.warc.gz"
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    second.write_bytes(one)
    assert all(name in problems(whole) for name in ("ALPHA-0001", "ALPHA-0002"))


@pytest.mark.parametrize("number", [0, 1, 2, 3])
@pytest.mark.parametrize(
    "key", ["action", "at", "author", "exhibits", "digests", "note", "number", "previous", "public_key"]
)
def test_an_edited_custody_line_is_named(whole: Case, number: int, key: str) -> None:
    def edit(found: list[bytes]) -> list[bytes]:
        row = json.loads(found[number])
        other = {"number": 99, "exhibits": ["f" * 32] * len(row["exhibits"]), "digests": ["x"] * len(row["digests"])}
        row[key] = other.get(key, "2031-12-19T00:00:00+00:00" if key == "at" else "OTHER")
        return [*found[:number], json.dumps(row).encode() + b"\n", *found[number + 1 :]]

    change(whole.path / "custody.jsonl", lines(edit))
    assert "custody" in problems(whole)


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_a_deleted_custody_line_is_named(whole: Case, number: int) -> None:
    change(whole.path / "custody.jsonl", lines(lambda found: found[:number] + found[number + 1 :]))
    assert problems(whole)


def test_a_custody_log_cut_short_is_named(whole: Case) -> None:
    change(whole.path / "custody.jsonl", lambda body: body[:-5])
    assert "evidence/ALPHA-0002.warc.gz: no custody entry" in problems(whole)
    (whole.path / "custody.jsonl").write_bytes(b"")
    assert "evidence/ALPHA-0001.warc.gz: no custody entry" in problems(whole)


def test_reordered_custody_lines_are_named(whole: Case) -> None:
    change(whole.path / "custody.jsonl", lines(lambda found: [found[1], found[0], *found[2:]]))
    assert "custody entry ALPHA" in problems(whole)


def test_a_doubled_custody_line_is_named(whole: Case) -> None:
    change(whole.path / "custody.jsonl", lines(lambda found: [*found, found[-1]]))
    assert "custody entry ALPHA 4" in problems(whole)


@pytest.mark.parametrize("line", [b"rubbish\n", b"[]\n", b"{}\n", b'{"author": 3}\n'])
def test_a_line_that_is_no_entry_is_named(whole: Case, line: bytes) -> None:
    for name in ("custody.jsonl", "decisions.jsonl", "failures.jsonl", "searches.jsonl"):
        path = whole.path / name
        before = path.read_bytes() if path.exists() else b""
        path.write_bytes(line + before)
        assert f"{name}:1" in problems(whole)
        path.write_bytes(before)
    assert problems(whole) == ""


def test_a_whole_log_signed_anew_with_another_key_is_named(whole: Case, make: MakeCase, tmp_path: Path) -> None:
    (tmp_path / "config" / "keys" / "ALPHA.key").unlink()
    forged = sealed(make("forged"), *pages(2))
    shutil.copytree(forged.path / "evidence", whole.path / "evidence", dirs_exist_ok=True)
    (whole.path / "evidence" / "ALPHA-0002.warc.gz").unlink()
    shutil.copy(forged.path / "custody.jsonl", whole.path / "custody.jsonl")
    assert "which case.toml does not name" in problems(whole)


def test_a_deleted_decision_that_another_replaces_is_named(whole: Case) -> None:
    change(whole.path / "decisions.jsonl", lines(lambda found: found[1:]))
    assert "replaces one that is not there" in problems(whole)


def test_a_doubled_decision_is_named(whole: Case) -> None:
    change(whole.path / "decisions.jsonl", lines(lambda found: [*found, found[0]]))
    assert "stands there twice" in problems(whole)


def test_a_changed_waiting_capture_is_named(whole: Case) -> None:
    list(whole.add_captures([page(8)]))
    (path,) = (whole.path / "incoming").iterdir()
    change(path, lambda body: body.replace(b'"status":200', b'"status":404'))
    assert path.name in problems(whole)
    with pytest.raises(IntegrityBroken, match=path.name):
        whole.seal()


def test_a_waiting_capture_that_is_gone_is_named(whole: Case) -> None:
    list(whole.add_captures([page(8)]))
    (path,) = (whole.path / "incoming").iterdir()
    path.unlink()
    assert f"capture {page(8).id} was collected and is gone" in problems(whole)


def test_a_sealed_file_without_an_entry_is_never_written_over(whole: Case) -> None:
    shutil.copy(whole.path / WARC, whole.path / "evidence" / "ALPHA-0003.warc.gz")
    list(whole.add_captures([page(8)]))
    with pytest.raises(IntegrityBroken, match=r"ALPHA-0003\.warc\.gz"):
        whole.seal()
