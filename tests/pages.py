"""What a test reads of a page, independently of the kit."""

from __future__ import annotations

import httpx
from bs4 import BeautifulSoup


def soup(answer: httpx.Response) -> BeautifulSoup:
    return BeautifulSoup(answer.text, "html.parser")


def shown(answer: httpx.Response) -> list[str]:
    """Addresses of the items on a page, in their order."""
    return [str(node["itemid"]) for node in soup(answer).select("article[itemid]")]


def plain(content: str) -> str:
    """Markup to text, with a new line for `<br>`."""
    node = BeautifulSoup(content, "html.parser")
    for each in node.select("br"):
        each.replace_with("\n")
    return node.get_text()
