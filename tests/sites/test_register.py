from __future__ import annotations

from collections.abc import Callable

import httpx
from pages import shown, soup
from small_world import FIRMS, WATERMARK, tables

Ask = Callable[[str], httpx.Response]
HOME = f"https://{FIRMS}"


def test_search_finds_by_name_number_and_director_and_pages(ask: Ask) -> None:
    assert shown(ask(f"{HOME}/search?q=shohroh 7")) == [f"{HOME}/company/00007"]
    assert shown(ask(f"{HOME}/search?q=saidov 23")) == [f"{HOME}/company/00023"]
    first, second = ask(f"{HOME}/search?q=nazarov"), ask(f"{HOME}/search?q=nazarov&page=2")
    assert (len(shown(first)), len(shown(second))) == (20, 3)
    assert soup(first).select_one("a[rel=next]")["href"] == "/search?q=nazarov&page=2"  # type: ignore[index]  # it is there
    assert ask(f"{HOME}/search?q=nazarov&page=3").status_code == 404


def test_the_fields_of_a_record_are_marked_without_breaking_its_text(ask: Ask) -> None:
    for row in tables()["companies"]:
        (text,) = soup(ask(f"{HOME}{row['path']}")).select("[itemprop=text]")
        marked = {str(node["itemprop"]): node.get_text() for node in text.select("[itemprop]")}
        assert marked == {field["name"]: field["value"] for field in row["fields"]}  # type: ignore[attr-defined]  # rows are plain


def test_the_api_says_the_same_as_the_page(ask: Ask) -> None:
    row = tables()["companies"][1]
    record = ask(f"{HOME}/api/companies/00002").json()
    assert record["@id"] == f"{HOME}{row['path']}"
    assert record["text"] == row["text"]
    assert record["legalName"] == "<b>Корвон</b> & Co"
    assert record["officers"] == [{"name": "Karim Saidov 2", "role": "director"}]
    assert record["owners"] == [{"name": "Abdullo Nazarov", "share": "60 %", "role": "owner"}]
    assert record["watermark"] == WATERMARK


def test_the_api_pages_along_next(ask: Ask) -> None:
    first = ask(f"{HOME}/api/companies?q=nazarov").json()
    second = ask(first["next"]).json()
    found = [each["@id"] for each in (*first["items"], *second["items"])]
    assert found == [f"{HOME}{row['path']}" for row in tables()["companies"]]
    assert second["next"] is None


def test_what_is_not_there_is_404_in_both_forms(ask: Ask) -> None:
    for path in ("/company/99", "/api/companies/99", "/api/companies?page=7", "/api/companies?page=x", "/api/x"):
        assert ask(f"{HOME}{path}").status_code == 404
    assert ask(f"{HOME}/api/companies/99").json()["error"]
