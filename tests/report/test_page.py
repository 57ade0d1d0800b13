import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pandas as pd
import pytest

from osint_kit.model import CustodyEntry, Exhibit, Outcome
from osint_kit.model.tables import DOCUMENTS, ENTITIES, GRADES, LINKS, STATEMENTS
from osint_kit.report import ReportInput, StepLine, render

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)
HOSTILE = '<script>alert("x")</script>'
PERSIAN = "کریم زرین"
WATERMARK = "EXERCISE · FICTION"


def row(table: Any, **values: Any) -> dict[str, Any]:
    blank = {"str": "", "int64": 0, "float64": 0.5, "bool": False, "object": ()}
    return {column.name: blank[column.dtype] for column in table.columns} | values


@pytest.fixture
def given() -> ReportInput:
    text = f"Call {HOSTILE} for the road with {PERSIAN} please"
    start = text.index(PERSIAN)
    said = row(STATEMENTS, id="s1", ref="S1", document="d1", original=PERSIAN, start=start, end=start + len(PERSIAN))
    said |= {"exhibit": "e1", "item": "https://a.example/1", "locator": "#/text", "language": "fa", "verdict": "accept"}
    entities = [
        row(ENTITIES, id="a", ref="P1", schema="Person", caption=PERSIAN, names=(PERSIAN,), decided=True),
        row(ENTITIES, id="b", ref="P2", schema="Organization", caption=HOSTILE, names=(HOSTILE,)),
    ]
    links = [
        row(
            LINKS, id="l1", ref="L1", source="a", target="b", type="Payment", directed=True, count=3, statements=("s1",)
        )
        | {"decided": True, "reason": "paid", "amount": "1500 USD", "first": "2031-05-01T10:00:00+05:00"},
    ]
    exhibit = Exhibit(
        "e1", "https://a.example/1", "https://a.example/1", "text/html", "sha256:ab", 1, 200, Outcome.CAPTURED, NOON,
        NOON, "ALPHA", "1.warc", 0,
    )  # fmt: skip
    return ReportInput(
        title="The road",
        watermark=WATERMARK,
        steps=(StepLine("S1", "read 1, written 2", 30, 40, 20), StepLine("S7", "not done")),
        documents=DOCUMENTS.frame([row(DOCUMENTS, id="d1", ref="D1", text=text)]),
        statements=STATEMENTS.frame([said]),
        entities=ENTITIES.frame(entities),
        links=LINKS.frame(links),
        grades=GRADES.frame([row(GRADES, item="https://a.example/1", source="F", information="6", reason="no basis")]),
        measures=pd.DataFrame({"entity": ["a"], "label": [PERSIAN], "degree": [1.0], "betweenness": [0.0]}),
        exhibits=(exhibit,),
        custody=(CustodyEntry("ALPHA", 1, "seal", NOON, ("e1",), ("sha256:ab",), "", "", "ff" * 32),),
        refs={"e1": "E1"},
        failures=({"step": "S2", "what": "https://a.example/2", "why": "not found"},),
        harm=({"name": "Somebody", "why": "traveller", "what": "merged", "pointer": "https://a.example/1"},),
    )


class Reader(HTMLParser):
    """Collects tags, their balance, and the attributes that could load something."""

    VOID = frozenset({"meta", "link", "br", "img", "hr", "input"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.loads += [f"{tag} {name}={value}" for name, value in attrs if name in ("src", "href", "action", "data")]

    def handle_startendtag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(given: ReportInput) -> str:
    return render(given).body.decode()


def test_it_is_one_well_formed_page_that_loads_nothing(given: ReportInput) -> None:
    found = Reader(page(given))
    assert found.open == []
    assert not {"script", "link", "iframe", "object", "img", "form", "base"} & set(found.tags)
    assert all(" href=#" in f" {each.partition(' ')[2]}" for each in found.loads)
    assert len(found.ids) == len(set(found.ids))
    assert "url(http" not in page(given)
    assert "@import" not in page(given)


def test_its_policy_forbids_everything_but_its_own_style(given: ReportInput) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page(given))
    assert policy is not None
    assert policy.group(1) == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_hostile_text_is_shown_not_run(given: ReportInput) -> None:
    assert "<script" not in page(given)
    assert "&lt;script&gt;" in page(given)


def test_every_link_quotes_its_evidence_with_reference_and_locator(given: ReportInput) -> None:
    found = page(given)
    assert f"<mark>{PERSIAN}</mark>" in found
    assert "S1 · E1 · https://a.example/1" in found
    assert "#/text" in found
    assert 'dir="auto" lang="fa"' in found


def test_watermark_method_note_harm_and_gaps_are_there(given: ReportInput) -> None:
    found = page(given)
    assert found.count(WATERMARK) >= 3
    assert "An indicator is a lead, not evidence" in found
    assert "Somebody" in found
    assert "https://a.example/2" in found
    assert render(given).marking == WATERMARK


def test_the_same_case_gives_the_same_bytes(given: ReportInput) -> None:
    assert render(given) == render(given)


def test_an_empty_case_has_a_report(given: ReportInput) -> None:
    found = page(ReportInput("Nothing yet"))
    assert "Nothing yet" in found
    assert "<svg" not in found


def test_the_language_and_its_direction_are_said() -> None:
    assert '<html lang="fa" dir="rtl">' in page(ReportInput("x", language="fa"))
    assert '<html lang="tg" dir="ltr">' in page(ReportInput("x", language="tg"))


def test_captures_that_failed_are_gaps(given: ReportInput) -> None:
    lost = replace(given.exhibits[0], asked="https://a.example/gone", outcome=Outcome.NOT_FOUND, status=404)
    found = page(replace(given, exhibits=(*given.exhibits, lost)))
    assert "not_found 404" in found


def test_points_stand_beside_those_of_the_machine(given: ReportInput) -> None:
    found = page(given)
    assert "Total: 30.0 of 40 points." in found
    assert "+10.0" in found


def test_the_ranking_says_when_it_covers_proposals(given: ReportInput) -> None:
    said = "The ranking covers proposed links too"
    assert said not in render(given).body.decode()
    assert said in render(replace(given, links=given.links.assign(decided=False))).body.decode()
