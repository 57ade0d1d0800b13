"""Files that other tools made, through every step of a case without a world; counts and places by other readers.

`data/board.warc.gz` is what `wget -r --warc-file=board http://poputchik-salkor.example/` wrote of a board of three
pages that was made for it and served on this side of a proxy: every name and number in it is invented, the numbers
begin with what the numbering plans keep for drama.
"""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from osint_kit import open_case
from osint_kit.casefile import Case
from osint_kit.cli import cli

BOARD = Path(__file__).parent / "data" / "board.warc.gz"
STEPS = (
    "preserve",
    *(f"{verb} --assist full" for verb in ("extract", "resolve", "grade", "report --summary", "link", "analyse")),
    *(f"{verb} --assist full" for verb in ("money", "assess roles", "assess elements", "assess hypotheses")),
    *("share --assist full", "interview --assist full", "report"),
)
PICTURE = base64.b64decode("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=")


def run(case: Path, line: str, *more: str) -> str:
    done = CliRunner().invoke(cli, [*line.split(), *more, "--case", str(case)])
    assert done.exit_code == 0, (line, done.output)
    return done.output


def played(given: Path, folder: Path) -> Case:
    """A case without a world: what was given, through every step."""
    assert CliRunner().invoke(cli, ["case", "new", str(folder)]).exit_code == 0
    run(folder, "collect --from", str(given))
    for line in STEPS:
        run(folder, line)
    assert "verified" in run(folder, "case verify")
    assert (folder / "report.html").stat().st_size > 1000
    return open_case(folder)


@pytest.fixture(scope="module", autouse=True)
def keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OSINT_KIT_CONFIG", str(tmp_path_factory.getbasetemp() / "config"))  # as each test has it
        yield


def counted(case: Case, reader: str) -> int:
    return int((case.documents["reader"] == reader).sum())


def opens(case: Case, bodies: dict[str, bytes], place: Callable[[bytes, str], str]) -> None:
    """Every statement: its stretch is its original, and its locator opens a place that shows it."""
    texts = {document.id: document.text for document in case.sources}
    served = {exhibit.id: exhibit.served for exhibit in case.exhibits}
    assert len(case.statements) > 0
    for row in case.statements.to_dict("records"):
        assert texts[row["document"]][row["start"] : row["end"]] == row["original"]
        shown = place(bodies[served[row["exhibit"]]], row["locator"])
        assert plain(row["original"]) in plain(shown), row["locator"]


def plain(text: str) -> str:
    return " ".join(text.split())


def by_selector(body: bytes, locator: str) -> str:
    (element,) = BeautifulSoup(body, "html.parser").select(locator)
    return element.get_text(" ")


def by_line(body: bytes, locator: str) -> str:
    if locator == "#char=0":
        return body.decode()
    match = re.fullmatch(r"#line=(\d+),(\d+)", locator)
    assert match
    return "\n".join(body.decode().split("\n")[int(match[1]) : int(match[2])])


def of_web(body: bytes, locator: str) -> str:
    return by_line(body, locator) if locator.startswith("#") else by_selector(body, locator)


def by_pointer(body: bytes, locator: str) -> str:
    found = json.loads(body)
    for step in locator.removeprefix("#/").split("/"):
        name = unquote(step).replace("~1", "/").replace("~0", "~")
        found = found[int(name)] if isinstance(found, list) else found[name]
    runs = found if isinstance(found, list) else [found]
    return "".join(each if isinstance(each, str) else each["text"] for each in runs)


def records(path: Path) -> list[tuple[str, str, str, bytes]]:
    """Type, address, status and body of every record that holds something, as warcio reads them."""
    found = []
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type in ("response", "resource"):
                status = record.http_headers.get_statuscode() if record.http_headers else "0"
                address = record.rec_headers.get_header("WARC-Target-URI").strip("<>")
                found.append((record.rec_type, address, status, record.content_stream().read()))
    return found


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return played(BOARD, tmp_path_factory.mktemp("wget") / "case")


def test_what_wget_wrote_is_what_the_case_holds(crawled: Case) -> None:
    found = records(BOARD)
    assert len(found) == 11
    unique = {(address, status, body) for _kind, address, status, body in found}
    captures = list(crawled.captures())
    assert len(crawled.exhibits) == len(unique)
    assert {(each.served, str(each.status), each.body) for each in captures} == unique
    pages = [body for _address, status, body in unique if status == "200" and b"<html" in body]
    articles = sum(len(BeautifulSoup(body, "html.parser").select("article")) for body in pages)
    assert (articles, len(crawled.documents[crawled.documents["item"].str.contains("/ad/")])) == (2, 2)


def test_what_was_gone_when_wget_came_is_a_recorded_gap(crawled: Case) -> None:
    gone = {address for _kind, address, status, _body in records(BOARD) if status == "404"}
    assert {each["what"] for each in crawled.failures} == gone
    assert len(crawled.failures) == 3


def test_locators_into_what_wget_wrote(crawled: Case) -> None:
    bodies = {address: body for _kind, address, status, body in records(BOARD) if status in ("200", "0")}
    opens(crawled, bodies, of_web)
    found = set(zip(crawled.statements["kind"], crawled.statements["value"], strict=True))
    assert {("phone", "+442079460142"), ("phone", "+442079460163"), ("handle", "@rustam_salkor")} <= found
    assert ("money", "1500 USD") in found


def test_the_same_archive_again_adds_nothing(crawled: Case) -> None:
    before = (len(crawled.exhibits), len(crawled.custody), len(crawled.failures), len(crawled.decisions))
    run(crawled.path, "collect --from", str(BOARD))
    run(crawled.path, "preserve")
    again = open_case(crawled.path)
    assert (len(again.exhibits), len(again.custody), len(again.failures), len(again.decisions)) == before


PAGES = {
    "https://poputchik-salkor.example/ad/9": "<p>Выезд в 4 утра, тел. +44 20 7946 0199, цена 900 USD</p>",
    "https://poputchik-salkor.example/ad/10": "<article id='ad-10'><p>Пишите @nozim_yul, 700 EUR</p></article>",
    "https://poputchik-salkor.example/list?page=2": "<ul><li id='x:1'>@nozim_yul<li id='x:2'>@driver_9</ul>",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A WARC file that warcio writes: chunked and compressed answers, a resource, a request, a revisit."""
    path = tmp_path_factory.mktemp("warcio") / "own.warc.gz"
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        writer.write_record(writer.create_warcinfo_record("own.warc.gz", {"software": "a test"}))
        for url, inner in PAGES.items():
            body = f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{inner}</body></html>".encode()
            chunked = url.endswith("9")
            wire = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if chunked else body
            lines = [("Content-Type", "text/html"), ("Date", "Sat, 08 Nov 2031 09:00:00 GMT")]
            lines += [("Transfer-Encoding", "chunked")] if chunked else [("Content-Length", str(len(body)))]
            head = StatusAndHeaders("200 OK", lines, protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(wire), http_headers=head))
        text = "Салом: рақам +44 20 7946 0111".encode()
        note = writer.create_warc_record("file:note.txt", "resource", io.BytesIO(text), warc_content_type="text/plain")
        writer.write_record(note)
        writer.write_record(writer.create_revisit_record(url, "sha1:AAAA", url, "2031-11-08T09:00:00Z"))
    return path


@pytest.fixture(scope="module")
def recorded(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Case:
    return played(archive, tmp_path_factory.mktemp("recorded") / "case")


def test_what_warcio_wrote_is_what_the_case_holds(recorded: Case, archive: Path) -> None:
    found = records(archive)
    whole = {(each.served, str(each.status), each.body) for each in recorded.captures() if each.body}
    assert whole == {(address, status, body) for _kind, address, status, body in found}
    assert len(found) == len(PAGES) + 1
    (revisit,) = recorded.failures
    assert "does not repeat its body" in revisit["why"]


def test_locators_into_what_warcio_wrote(recorded: Case, archive: Path) -> None:
    opens(recorded, {address: body for _kind, address, _status, body in records(archive)}, of_web)
    values = set(recorded.statements["value"])
    assert {"+442079460199", "900 USD", "@nozim_yul", "@driver_9", "+442079460111"} <= values


SAVED = "https://vesti-salkor.example/2031/11/04/gruz"
SAID = "https://kanal.example/salom/5"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages as a browser saves them: two that say where from, one that does not, and the folder of pictures."""
    top = tmp_path_factory.mktemp("saved") / "saved pages"
    beside = top / "Груз_files"
    beside.mkdir(parents=True)
    (beside / "pixel.gif").write_bytes(PICTURE)
    (beside / "frame.html").write_text("<p>ad: @never_seen</p>", encoding="utf-8")
    comment = f"<!-- saved from url=({len(SAVED):04d}){SAVED} -->"
    story = "<h1>Груз</h1><p>Фура с номером +44 20 7946 0155 на борту.</p><script>'@in_script'</script>"
    (top / "Груз.html").write_text(
        f"<!DOCTYPE html>\n{comment}\n<html><head><meta charset='utf-8'></head><body>{story}</body></html>", "utf-8"
    )
    post = "<article data-post='salom/5'><p itemprop='text'>Пишите @bozor_7 — 350 USD</p></article>"
    (top / "post.htm").write_text(
        f"<!DOCTYPE html><!-- saved from url=({len(SAID):04d}){SAID} --><meta charset=utf-8>{post}", "utf-8"
    )
    (top / "untitled.html").write_text("<meta charset=utf-8><body><p>@pochta_9, 40 EUR</p></body>", encoding="utf-8")
    return top


@pytest.fixture(scope="module")
def saved(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Case:
    return played(folder, tmp_path_factory.mktemp("pages") / "case")


def test_saved_pages_bear_the_address_that_they_state(saved: Case, folder: Path) -> None:
    pages = [path for path in folder.glob("*.htm*") if BeautifulSoup(path.read_bytes(), "html.parser").find("p")]
    addresses = {SAVED, SAID, "file:saved%20pages/untitled.html"}
    assert len(saved.exhibits) == len(pages) == len(addresses)
    assert {each.served for each in saved.exhibits} == addresses
    (left_out,) = saved.failures
    assert left_out["why"].endswith("1 × .gif, 1 × .html")


def test_locators_into_saved_pages(saved: Case, folder: Path) -> None:
    names = {SAVED: "Груз.html", SAID: "post.htm", "file:saved%20pages/untitled.html": "untitled.html"}
    opens(saved, {url: (folder / name).read_bytes() for url, name in names.items()}, by_selector)
    values = set(saved.statements["value"])
    assert {"+442079460155", "@bozor_7", "350 USD", "@pochta_9", "40 EUR"} <= values
    assert not values & {"@never_seen", "@in_script"}


ROWS = (
    ("44 20 7946 0018", "+44 20 7946 0019", "11/04/31 09:15 PM", "61", "Салкор, марказ"),
    ("+44 20 7946 0019", "44 20 7946 0018", "11/05/31 12:00 AM", "7", 'вышка "Юг"|2'),
    ("+44 20 7946 0018", "+44 20 7946 0020", "11/05/31 07:30 AM", "122", "две\nстроки"),
    ("+44 20 7946 0020", "+44 20 7946 0019", "12/31/31 11:59 PM", "0", ""),
)
MAPPING = """format = 1
table = "биллинг.csv"
delimiter = "|"
encoding = "windows-1251"
timezone = "+05:00"

[[relation]]
schema = "Call"

[relation.fields]
caller = { part = "исходящий", kind = "phone" }
receiver = { part = "входящий", kind = "phone" }
date = { part = "начало", kind = "time", format = "%m/%d/%y %I:%M %p" }
duration = { part = "сек", kind = "text" }
"""


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("partner") / "bill"
    top.mkdir()
    with (top / "биллинг.csv").open("w", encoding="windows-1251", newline="") as stream:
        writer = csv.writer(stream, delimiter="|")
        writer.writerow(["исходящий", "входящий", "начало", "сек", "вышка"])
        writer.writerows(ROWS)
    (top / "биллинг.csv.mapping.toml").write_text(MAPPING, encoding="utf-8")
    return top


@pytest.fixture(scope="module")
def billed(bill: Path, tmp_path_factory: pytest.TempPathFactory) -> Case:
    return played(bill, tmp_path_factory.mktemp("calls") / "case")


def table(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("windows-1251"), newline=""), delimiter="|"))


def by_cell(body: bytes, locator: str) -> str:
    match = re.fullmatch(r"#cell=(\d+),(\d+)", locator)
    assert match
    return table(body)[int(match[1]) - 1][int(match[2]) - 1]


def test_call_records_with_columns_of_their_own(billed: Case, bill: Path) -> None:
    rows = table((bill / "биллинг.csv").read_bytes())[1:]
    assert counted(billed, "csv") == len(rows) == len(ROWS)
    calls = billed.statements[billed.statements["schema"] == "Call"]
    assert calls["subject"].nunique() == len(rows)
    starts = sorted(set(calls.loc[calls["property"] == "date", "value"]))
    assert starts == [
        "2031-11-04T21:15:00+05:00",
        "2031-11-05T00:00:00+05:00",
        "2031-11-05T07:30:00+05:00",
        "2031-12-31T23:59:00+05:00",
    ]
    assert not billed.failures
    assert set(billed.links["type"]) == {"Call"}
    assert sum(billed.links["count"]) == len(rows)


def test_locators_into_call_records(billed: Case, bill: Path) -> None:
    served = next(each.served for each in billed.exhibits if each.media_type == "text/csv")
    opens(billed, {served: (bill / "биллинг.csv").read_bytes()}, by_cell)


def said(number: int, who: str, text: object, **more: object) -> dict[str, object]:
    clock = {
        "date": f"2031-11-0{number % 9 + 1}T10:0{number % 10}:00",
        "date_unixtime": str(1951800000 + 3600 * number),
    }
    author = {"from": who, "from_id": f"user{len(who)}"}
    return {"id": number, "type": "message", **clock, **author, "text": text, "text_entities": [], **more}


CHATS: list[dict[str, object]] = [
    {
        "name": "Роҳ",
        "type": "private_group",
        "id": 4001,
        "messages": [
            {"id": 1, "type": "service", "date": "2031-11-01T09:00:00", "date_unixtime": "1951189200",
             "actor": "Нозим", "actor_id": "user5", "action": "create_group", "title": "Роҳ", "text": "",
             "text_entities": []},
            said(2, "Нозим", "Фардо 4 нафар, нархаш 900 USD"),
            said(3, "Фарид", ["рақам: ", {"type": "phone", "text": "+44 20 7946 0133"}, " ё ",
                              {"type": "mention", "text": "@nozim_yul"}, "."]),
            said(4, "Фарид", "", forwarded_from="Salom", file="files/plan~1/a.pdf"),
        ],
    },
    {
        "name": None,
        "type": "personal_chat",
        "id": 4002,
        "messages": [
            said(2, "Нозим", [{"type": "bold", "text": "Карта"}, ": 120 EUR"]),
            said(3, "Deleted", "пишите @pochta_9", reply_to_message_id=2),
        ],
    },
]  # fmt: skip


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("telegram") / "DataExport_2031-11-20"
    (top / "chats" / "photos").mkdir(parents=True)
    (top / "chats" / "photos" / "photo_1.jpg").write_bytes(PICTURE)
    account = {"about": "x", "personal_information": {"user_id": 7}, "chats": {"about": "y", "list": CHATS}}
    (top / "result.json").write_text(json.dumps(account, ensure_ascii=False, indent=1), encoding="utf-8")
    return top


@pytest.fixture(scope="module")
def chatted(export: Path, tmp_path_factory: pytest.TempPathFactory) -> Case:
    return played(export, tmp_path_factory.mktemp("chats") / "case")


def test_every_message_of_every_chat_is_a_document(chatted: Case, export: Path) -> None:
    account = json.loads((export / "result.json").read_bytes())
    messages = [(chat["id"], each["id"]) for chat in account["chats"]["list"] for each in chat["messages"]]
    assert counted(chatted, "telegram") == len(messages) == 6
    base = "file:DataExport_2031-11-20/result.json"
    assert set(chatted.documents["item"]) == {f"{base}#chat={chat}&message={number}" for chat, number in messages}
    (left_out,) = chatted.failures
    assert left_out["why"].endswith("1 × .jpg")


def test_locators_into_a_chat_export(chatted: Case, export: Path) -> None:
    opens(chatted, {chatted.exhibits[0].served: (export / "result.json").read_bytes()}, by_pointer)
    values = set(chatted.statements["value"])
    assert {"900 USD", "+442079460133", "@nozim_yul", "120 EUR", "@pochta_9"} <= values
    runs = chatted.statements.loc[chatted.statements["value"] == "+442079460133", "locator"]
    assert list(runs) == ["#/chats/list/0/messages/2/text/1/text"]


def test_one_case_takes_in_all_of_them(archive: Path, folder: Path, bill: Path, export: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    assert CliRunner().invoke(cli, ["case", "new", str(case)]).exit_code == 0
    for given in (BOARD, archive, folder, bill, export):
        run(case, "collect --from", str(given))
        run(case, "preserve")
    held = open_case(case)
    assert len(held.exhibits) == 10 + 5 + 3 + 2 + 1
    assert not held.verify()
