"""Channels of a messenger's preview: the list at `/`, each channel's own search, back in time along `rel=next`."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

from osint_kit.collect import pages
from osint_kit.collect.sources import collector, searcher
from osint_kit.errors import UnexpectedLayout
from osint_kit.messages import _
from osint_kit.model import Capture, Fetch, Hit, Outcome, Task


@searcher
def search(task: Task, fetch: Fetch) -> Iterator[Hit]:
    """Ask every listed channel for every term."""
    for term in task.terms:
        for channel in _open(task, fetch):
            first = f"{channel}?{urlencode({'q': term})}" if term else channel
            yield from pages.hits(task, term, pages.walk(first, task, fetch))


@collector
def collect(task: Task, fetch: Fetch) -> Iterator[Capture]:
    """Fetch the posts the task names."""
    yield from pages.targets(task, fetch)


def _open(task: Task, fetch: Fetch) -> Iterator[str]:
    """The channels that may be read; what robots.txt or the plan keeps out is passed over, not asked."""
    for channel in _channels(task, fetch):
        first = fetch(channel)
        if first.outcome is not Outcome.BLOCKED or first.status:
            yield channel


def _channels(task: Task, fetch: Fetch) -> tuple[str, ...]:
    home = fetch(f"https://{task.source}/")
    listed = [url for url, _words in pages.links(pages.parse(home), home.served)]
    channels = tuple(dict.fromkeys(url for url in listed if urlsplit(url).path.startswith("/s/")))
    if not channels:
        raise UnexpectedLayout.expected(_("a list of channels"), found=_("no link to /s/…"), where=home.served)
    return channels
