from __future__ import annotations

from collections.abc import Callable

import httpx
from bs4 import BeautifulSoup
from small_world import CALLS, CHATS, FILES

Ask = Callable[[str], httpx.Response]
HOME = f"https://{FILES}"


def test_the_index_leads_to_every_file_as_it_was_sent(ask: Ask) -> None:
    index = BeautifulSoup(ask(f"{HOME}/").text, "html.parser")
    answers = {str(link["href"]): ask(f"{HOME}{link['href']}") for link in index.select("main li a")}
    assert sorted(answers) == [f"/files/{name}" for name in sorted(("calls.csv", "calls.csv.mapping.toml", *CHATS))]
    for name, (media_type, body) in CHATS.items():
        answer = answers[f"/files/{name}"]
        assert (answer.headers["content-type"], answer.content) == (media_type, body)
    assert answers["/files/calls.csv"].content == CALLS
    assert answers["/files/calls.csv"].headers["content-type"] == "text/csv"
    assert answers["/files/calls.csv.mapping.toml"].headers["content-type"] == "application/toml"
    assert index.select("article") == []
