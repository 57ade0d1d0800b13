"""A web archive: CDX to see what it holds, TimeMaps (RFC 7089) to fetch every copy of an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlencode, urlsplit

from osint_kit.collect import answers, pages
from osint_kit.collect.sources import collector, searcher
from osint_kit.errors import UnexpectedLayout
from osint_kit.messages import _
from osint_kit.model import Capture, Fetch, Hit, Json, Outcome, Task

_ADDRESS = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?")
_COLUMNS = {"timestamp", "original"}
_KEPT = "%/:=&?~+!$,;'@()*[]"


@searcher
def search(task: Task, fetch: Fetch) -> Iterator[Hit]:
    """List the copies of every address or host among the terms; an archive cannot be asked for words."""
    for term in task.terms:
        if _ADDRESS.fullmatch(term):
            yield from _held(term, task, fetch)


@collector
def collect(task: Task, fetch: Fetch) -> Iterator[Capture]:
    """Fetch the copies that the task names, and every copy of the addresses of other sites that it names."""
    for url in task.targets:
        if urlsplit(url).hostname == task.source:
            yield fetch(url)
        else:
            yield from _copies(url, task, fetch)


def _held(term: str, task: Task, fetch: Fetch) -> Iterator[Hit]:
    query = urlencode({"url": term, "matchType": "prefix", "output": "json", "limit": 20 * task.page_limit})
    capture = fetch(f"https://{task.source}/cdx?{query}")
    for stamp, original in _lines(answers.json_of(capture), capture.asked):
        url = f"https://{task.source}/web/{stamp}/{original}"
        yield Hit(task.source, term, url, f"{original} {stamp}"[: pages.EXCERPT_LIMIT])


def _lines(answer: Json, where: str) -> Iterator[tuple[str, str]]:
    """Time stamp and address of every line of an index, whose first line names its columns."""
    lines = [line for line in answer if isinstance(line, list)] if isinstance(answer, list) else []
    head = [str(each) for each in lines[0]] if lines else ["timestamp", "original"]
    named = [dict(zip(head, map(str, line), strict=False)) for line in lines[1:]]
    whole = isinstance(answer, list) and len(lines) == len(answer)
    if not whole or not all(set(each) >= _COLUMNS for each in (head, *named)):
        raise UnexpectedLayout.expected(_("a CDX index"), found=repr(answer)[:80], where=where)
    yield from ((each["timestamp"], each["original"]) for each in named)


def _copies(original: str, task: Task, fetch: Fetch) -> Iterator[Capture]:
    """Every copy that the TimeMap of an address names; where there is none, the archive's answer to that."""
    timemap = fetch(f"https://{task.source}/timemap/link/{quote(original, safe=_KEPT)}")
    if timemap.outcome is not Outcome.CAPTURED:
        yield timemap
        return
    named = answers.linked(timemap.body.decode("utf-8", "replace"), "memento")
    own = [url for url in dict.fromkeys(named) if answers.same_host(url, timemap.served)]
    if not own:
        raise UnexpectedLayout.expected(_("a TimeMap with copies"), found=_("none"), where=timemap.asked)
    yield from (fetch(url) for url in own[: task.page_limit])
