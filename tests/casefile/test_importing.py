"""Files of somebody else's: which are read, what is counted, what is said of the rest."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from osint_kit.casefile import Case
from osint_kit.casefile.importing import take_in
from osint_kit.errors import MissingInput
from osint_kit.model import Outcome


def folder(top: Path, **files: str | bytes) -> Path:
    for name, body in files.items():
        path = top / "given" / name.replace("___", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body.encode() if isinstance(body, str) else body)
    return top / "given"


def warc(*statuses: str) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False)
    for number, status in enumerate(statuses):
        head = StatusAndHeaders(status, [("Content-Type", "text/plain")], protocol="HTTP/1.1")
        address, body = f"https://a.example/{number}", io.BytesIO(b"body")
        writer.write_record(writer.create_warc_record(address, "response", body, http_headers=head))
    return stream.getvalue()


def test_a_folder_s_name_is_part_of_what_its_files_are_called(case: Case, tmp_path: Path) -> None:
    given = folder(tmp_path, b__txt="x", deep___a__json="{}")
    found = take_in(case, given)
    case.seal()
    assert (found.files, found.captures, found.failed) == (2, 2, [])
    assert {each.served for each in case.exhibits} == {"file:given/b.txt", "file:given/deep/a.json"}


def test_one_file_is_called_by_its_own_name(case: Case, tmp_path: Path) -> None:
    take_in(case, folder(tmp_path, b__txt="x") / "b.txt")
    case.seal()
    assert [each.served for each in case.exhibits] == ["file:b.txt"]


def test_a_zip_is_read_as_a_folder(case: Case, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("a.txt", "x")
        packed.writestr("../b.txt", "y")
    found = take_in(case, folder(tmp_path, chat__zip=stream.getvalue()))
    assert (found.files, found.captures) == (1, 1)
    ((_what, why),) = found.failed
    assert "a name inside of the folder" in why


def test_answers_that_show_nothing_are_gaps_and_a_redirect_is_none(case: Case, tmp_path: Path) -> None:
    given = folder(tmp_path, a__warc=warc("200 OK", "301 Moved", "404 Not Found", "403 Forbidden"))
    found = take_in(case, given)
    case.seal()
    assert found.captures == 2
    assert [(what, why.partition(";")[0]) for what, why in found.failed] == [
        ("https://a.example/2", "404 not_found"),
        ("https://a.example/3", "403 blocked"),
    ]
    outcomes = [Outcome.CAPTURED, Outcome.BLOCKED, Outcome.NOT_FOUND, Outcome.BLOCKED]
    assert [each.outcome for each in case.exhibits] == outcomes


def test_what_nobody_knows_is_named_in_one_line_and_the_rest_is_read(case: Case, tmp_path: Path) -> None:
    given = folder(tmp_path, a__txt="x", b__jpg="1", c___d__jpg="2", LICENCE="3", e__txt="", f__warc="none")
    found = take_in(case, given)
    why = dict(found.failed)
    assert why.keys() == {"file:given/e.txt", "file:given/f.warc", "given"}
    assert why["given"].endswith("2 × .jpg, 1 × LICENCE")
    assert "an empty file" in why["file:given/e.txt"]
    assert found.captures == 1


def test_links_are_not_followed(case: Case, tmp_path: Path) -> None:
    given = folder(tmp_path, a__txt="x")
    (tmp_path / "secret.txt").write_text("not given", encoding="utf-8")
    (given / "b.txt").symlink_to(tmp_path / "secret.txt")
    (given / "round").symlink_to(given, target_is_directory=True)
    assert take_in(case, given).files == 1


def test_bringing_the_same_again_keeps_nothing_twice(case: Case, tmp_path: Path) -> None:
    given = folder(tmp_path, a__txt="x", b__csv="a;b\n1;2\n")
    take_in(case, given)
    case.seal()
    take_in(case, given)
    assert case.waiting == ()
    assert len(case.exhibits) == 2


@pytest.mark.parametrize("files", [{}, {"a__jpg": "x"}])
def test_nothing_to_read_stops_the_run(case: Case, tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(MissingInput, match="expected a file"):
        take_in(case, folder(tmp_path, **files))
