"""What all sources share: robots.txt, the plan's exclusions, each address once, failures as captures."""

from __future__ import annotations

import dataclasses
import posixpath
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from osint_kit.collect.sources import collectors, searchers
from osint_kit.errors import ItemError
from osint_kit.messages import _
from osint_kit.model import Capture, Fetch, Hit, Outcome, Task

AGENT = "osint-kit"
_INSIDE = re.compile(r"(?<=[/=])https?:/.*", re.DOTALL)
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
        raise _first(failures)


def collect(task: Task, fetch: Fetch) -> Iterator[Capture]:
    """Fetch what the task names, each address once, in its order.

    Excluded by the plan, disallowed by robots.txt, outside the sandbox: a capture whose outcome and note say so.
    """
    once = dataclasses.replace(task, targets=tuple(dict.fromkeys(task.targets)))
    yield from collectors[task.kind](once, _Polite(once, fetch))


def excludes(task: Task, url: str) -> bool:
    """Whether the plan keeps an address out: by a prefix of the address, or of its path when it begins with `/`.

    An address that stands inside another (an archive's copy of it) is kept out with it.
    """
    addresses = [resolved(url), *_inside(url)]
    told = [each for each in task.excluded if each]
    return any(
        (urlsplit(address).path if each.startswith("/") else address).startswith(each)
        for address in addresses
        for each in told
    )


def _inside(url: str) -> Iterator[str]:
    """The address that stands in the path or the query of another, as far as it is one."""
    for written in _INSIDE.findall(unquote(url)):
        try:
            yield resolved(re.sub(r"^(https?):/+", r"\1://", written))
        except ValueError:
            continue


def resolved(url: str) -> str:
    """An address as a server understands it: host in lower case, no `..`, nothing percent-encoded in the path.

    >>> resolved("https://A.example/ad/../%66amily/1?q=x")
    'https://a.example/family/1?q=x'
    """
    split = urlsplit(url)
    path = "/" + posixpath.normpath(unquote(split.path) or "/").lstrip("/")
    slash = "/" if split.path.endswith("/") and not path.endswith("/") else ""
    return urlunsplit((split.scheme, split.netloc.lower(), path + slash, split.query, ""))


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
        asked_at = self._robots(self._task.source)[1]
        try:
            barred = self._barred(url)
            capture = _refused(url, asked_at, barred) if barred else self._fetch(url)
            elsewhere = self._barred(capture.served) if capture.served != url else ""
            return _refused(url, asked_at, elsewhere) if elsewhere else capture
        except (ItemError, ValueError) as error:
            return _refused(url, asked_at, str(error))

    def _barred(self, url: str) -> str:
        """Why an address must not be fetched, or an empty text."""
        if excludes(self._task, url):
            return _("the plan excludes it")
        address = resolved(url)
        rules = self._robots(urlsplit(address).netloc)[0]
        return "" if rules.can_fetch(AGENT, address) else _("robots.txt disallows it")

    def _robots(self, host: str) -> tuple[RobotFileParser, datetime]:
        """The rules of one site, and when they were asked for."""
        if host not in self._rules:
            capture = self._fetch(f"https://{host}/robots.txt")
            rules = RobotFileParser()
            rules.parse(_rules_text(capture).splitlines())
            self._rules[host] = rules, capture.retrieved_at
        return self._rules[host]


def _first(failures: Sequence[ItemError]) -> ItemError:
    """The first failure, which says how many more there were."""
    if len(failures) == 1:
        return failures[0]
    more = _("{first}; and {count} more").format(first=failures[0], count=len(failures) - 1)
    return type(failures[0])(more)


def _rules_text(capture: Capture) -> str:
    """Text of a robots.txt (RFC 9309): where there is none all is allowed, where the site fails nothing is."""
    if capture.outcome is Outcome.CAPTURED:
        return capture.body.decode("utf-8", "replace")
    return _ALL_BARRED if capture.outcome is Outcome.ERROR else ""


def _refused(url: str, at: datetime, note: str) -> Capture:
    """A capture of an address that was not fetched, and why."""
    return Capture(url, url, at, None, 0, (), (), b"", Outcome.BLOCKED, note)
