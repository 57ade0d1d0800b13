"""A federated social network: Mastodon's REST API for asking, the statuses' own pages as exhibits.

The API gives a text as HTML inside JSON, where no stretch of the text is a stretch of the file; the page shows the
text itself, so that a statement can point at it. What is kept is therefore the page that the API's `url` names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode, urljoin

from osint_kit.collect import answers, pages
from osint_kit.collect.pages import Shown
from osint_kit.collect.sources import collector, searcher
from osint_kit.errors import UnexpectedLayout
from osint_kit.messages import _
from osint_kit.model import Capture, Fetch, Hit, Json, Outcome, Task

PAGE = 40
"""Most that a server gives at once."""


@searcher
def search(task: Task, fetch: Fetch) -> Iterator[Hit]:
    """Ask the server's search for every term; without a term, list every account's statuses."""
    for term in task.terms:
        yield from pages.hits(task, term, _found(term, task, fetch) if term else _everything(task, fetch))


@collector
def collect(task: Task, fetch: Fetch) -> Iterator[Capture]:
    """Fetch the pages of the statuses that the task names."""
    yield from pages.targets(task, fetch)


def _found(term: str, task: Task, fetch: Fetch) -> Iterator[Shown]:
    for number in range(task.page_limit):
        query = urlencode({"q": term, "type": "statuses", "limit": PAGE, "offset": number * PAGE})
        capture = fetch(f"https://{task.source}/api/v2/search?{query}")
        answer = answers.json_of(capture)
        if not isinstance(answer, dict):
            raise UnexpectedLayout.expected(_("a JSON object"), found=repr(answer)[:80], where=capture.asked)
        listed = answers.objects(answer.get("statuses"), capture.asked)
        yield from (_shown(each, capture.served) for each in listed)
        if len(listed) < PAGE:
            return


def _everything(task: Task, fetch: Fetch) -> Iterator[Shown]:
    for account in _accounts(task, fetch):
        url, seen = f"https://{task.source}/api/v1/accounts/{account}/statuses?limit={PAGE}", set[str]()
        while url and url not in seen and len(seen) < task.page_limit:
            seen.add(url)
            capture = fetch(url)
            if capture.outcome is Outcome.BLOCKED and not capture.status:
                break
            yield from (_shown(each, capture.served) for each in answers.objects(answers.json_of(capture), url))
            following = next(answers.linked(capture.header("link"), "next"), "")
            url = answers.same_host(pages.joined(capture.served, following), url) if following else ""


def _accounts(task: Task, fetch: Fetch) -> Iterator[str]:
    for number in range(task.page_limit):
        query = urlencode({"local": "true", "limit": PAGE, "offset": number * PAGE})
        capture = fetch(f"https://{task.source}/api/v1/directory?{query}")
        listed = answers.objects(answers.json_of(capture), capture.asked)
        yield from (_text(each, "id", capture.asked) for each in listed)
        if len(listed) < PAGE:
            return


def _shown(status: Mapping[str, Json], where: str) -> Shown:
    content = answers.text_of(_text(status, "content", where))
    return Shown(urljoin(where, _text(status, "url", where)), content)


def _text(record: Mapping[str, Json], name: str, where: str) -> str:
    value = record.get(name)
    if not isinstance(value, str):
        raise UnexpectedLayout.expected(_("a text at {name}").format(name=name), found=repr(value)[:80], where=where)
    return value
