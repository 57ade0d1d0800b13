"""Classified adverts: the site's search at `/search?q=`, results along `rel=next`."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from osint_kit.collect import pages
from osint_kit.collect.sources import collector, searcher
from osint_kit.model import Capture, Fetch, Hit, Task


@searcher
def search(task: Task, fetch: Fetch) -> Iterator[Hit]:
    """Ask the site for every term."""
    for term in task.terms:
        first = f"https://{task.source}/search?{urlencode({'q': term})}"
        yield from pages.hits(task, term, pages.walk(first, task, fetch))


@collector
def collect(task: Task, fetch: Fetch) -> Iterator[Capture]:
    """Fetch the adverts the task names."""
    yield from pages.targets(task, fetch)
