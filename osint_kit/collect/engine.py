"""What all sources share: robots.txt, the plan's exclusions, each address once, failures as captures."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from osint_kit.collect.sources import collectors, searchers
from osint_kit.errors import ItemError
from osint_kit.messages import _
from osint_kit.model import Capture, Fetch, Hit, Outcome, Task

AGENT = "osint-kit"
_ALL_BARRED = "User-agent: *\nDisallow: /"


def search(task: Task, fetch: Fetch) -> Iterator[Hit]:
    """Ask the task's source for every term; one address found by two terms is two hits with one id.

    Raises:
        ItemError: the first failure, after everything that could be found has been yielded.
    """
    polite = _Polite(task, fetch)
    searcher = searchers[task.kind]
    failures: list[ItemError] = []
    seen = set[tuple[str, str]]()
    for term in task.terms or ("",):
        try:
            for hit in searcher(dataclasses.replace(task, terms=(term,)), polite):
                if (hit.term, hit.url) not in seen and not excludes(task, hit.url):
                    seen.add((hit.term, hit.url))
                    yield hit
        except ItemError as error:
            failures.append(error)
    if failures:
        raise failures[0]


def collect(task: Task, fetch: Fetch) -> Iterator[Capture]:
    """Fetch what the task names, each address once, in its order.

    Excluded by the plan, disallowed by robots.txt, outside the sandbox: a capture whose outcome and note say so.
    """
    once = dataclasses.replace(task, targets=tuple(dict.fromkeys(task.targets)))
    yield from collectors[task.kind](once, _Polite(once, fetch))


def excludes(task: Task, url: str) -> bool:
    """Whether the plan keeps an address out: by a prefix of the address, or of its path when it begins with `/`."""
    path = urlsplit(url).path
    return any((path if each.startswith("/") else url).startswith(each) for each in task.excluded if each)


class _Polite:
    """A `fetch` that asks robots.txt first and no address twice."""

    def __init__(self, task: Task, fetch: Fetch) -> None:
        self._task = task
        self._fetch = fetch
        self._rules: dict[str, tuple[RobotFileParser, datetime]] = {}
        self._answers: dict[str, Capture] = {}

    def __call__(self, url: str) -> Capture:
        if url not in self._answers:
            self._answers[url] = self._ask(url)
        return self._answers[url]

    def _ask(self, url: str) -> Capture:
        own, asked_at = self._robots(f"https://{self._task.source}")
        try:
            if excludes(self._task, url):
                return _refused(url, asked_at, _("the plan excludes it"))
            split = urlsplit(url)
            rules = own if split.netloc == self._task.source else self._robots(f"{split.scheme}://{split.netloc}")[0]
            if not rules.can_fetch(AGENT, url):
                return _refused(url, asked_at, _("robots.txt disallows it"))
            return self._fetch(url)
        except (ItemError, ValueError) as error:
            return _refused(url, asked_at, str(error))

    def _robots(self, origin: str) -> tuple[RobotFileParser, datetime]:
        """The rules of one site, and when they were asked for."""
        if origin not in self._rules:
            capture = self._fetch(f"{origin}/robots.txt")
            rules = RobotFileParser()
            rules.parse(_rules_text(capture).splitlines())
            self._rules[origin] = rules, capture.retrieved_at
        return self._rules[origin]


def _rules_text(capture: Capture) -> str:
    """Text of a robots.txt (RFC 9309): where there is none all is allowed, where the site fails nothing is."""
    if capture.outcome is Outcome.CAPTURED:
        return capture.body.decode("utf-8", "replace")
    return _ALL_BARRED if capture.outcome is Outcome.ERROR else ""


def _refused(url: str, at: datetime, note: str) -> Capture:
    """A capture of an address that was not fetched, and why."""
    return Capture(url, url, at, None, 0, (), (), b"", Outcome.BLOCKED, note)
