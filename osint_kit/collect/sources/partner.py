"""A partner's file exchange: the index names the files; a mapping file travels with its table."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.collect import pages
from osint_kit.collect.sources import collector, searcher
from osint_kit.errors import UnexpectedLayout
from osint_kit.messages import _
from osint_kit.model import Capture, Fetch, Hit, Outcome, Task

MAPPING = ".mapping.toml"


@searcher
def search(task: Task, fetch: Fetch) -> Iterator[Hit]:
    """List the files of the index; it has no search, so the terms change nothing."""
    home = fetch(_index(task))
    for url, words in _files(home):
        yield Hit(task.source, "", url, words[: pages.EXCERPT_LIMIT])


@collector
def collect(task: Task, fetch: Fetch) -> Iterator[Capture]:
    """Fetch the index, then every file on it, or those the task names together with their mapping files."""
    home = fetch(_index(task))
    yield home
    if home.outcome is not Outcome.CAPTURED:
        return
    for url, _words in _files(home):
        if not task.targets or url in task.targets or url.removesuffix(MAPPING) in task.targets:
            yield fetch(url)


def _index(task: Task) -> str:
    return f"https://{task.source}/"


def _files(home: Capture) -> tuple[tuple[str, str], ...]:
    files = tuple(dict.fromkeys(pages.links(pages.parse(home), home.served)))
    if not files:
        raise UnexpectedLayout.expected(_("an index of files"), found=_("no links"), where=home.served)
    return files
