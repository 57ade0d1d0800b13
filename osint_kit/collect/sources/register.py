"""Company register: the JSON API at `/api/companies?q=`, pages along its `next`; records are collected as pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode, urljoin, urlsplit

from osint_kit.collect import answers, pages
from osint_kit.collect.pages import Shown
from osint_kit.collect.sources import collector, searcher
from osint_kit.errors import UnexpectedLayout
from osint_kit.messages import _
from osint_kit.model import Capture, Fetch, Hit, Json, Task


@searcher
def search(task: Task, fetch: Fetch) -> Iterator[Hit]:
    """Ask the register for every term."""
    for term in task.terms:
        yield from pages.hits(task, term, _found(term, task, fetch))


@collector
def collect(task: Task, fetch: Fetch) -> Iterator[Capture]:
    """Fetch the records the task names."""
    yield from pages.targets(task, fetch)


def _found(term: str, task: Task, fetch: Fetch) -> Iterator[Shown]:
    url, seen = f"https://{task.source}/api/companies?{urlencode({'q': term})}", set[str]()
    while url and url not in seen and len(seen) < task.page_limit:
        seen.add(url)
        capture = fetch(url)
        answer = _object(capture)
        yield from _records(answer, capture.served)
        following = str(answer.get("next") or "")
        url = urljoin(capture.served, following) if following else ""
        url = url if urlsplit(url).netloc == task.source else ""


def _object(capture: Capture) -> Mapping[str, Json]:
    answer = answers.json_of(capture)
    if not isinstance(answer, dict):
        raise UnexpectedLayout.expected(_("a JSON object"), found=repr(answer)[:80], where=capture.asked)
    return answer


def _records(answer: Mapping[str, Json], where: str) -> Iterator[Shown]:
    listed = answer.get("items")
    for each in listed if isinstance(listed, list) else (None,):
        named, text = (each.get("@id"), each.get("text")) if isinstance(each, dict) else (None, None)
        if not isinstance(named, str) or not isinstance(text, str):
            raise UnexpectedLayout.expected(_("items, each with @id and text"), found=repr(each)[:80], where=where)
        yield Shown(urljoin(where, named), text)
