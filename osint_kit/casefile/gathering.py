"""Gathering for a case: addresses from its decisions and its plan, and what the sources gave or failed to give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

import pandas as pd

from osint_kit.collect import excludes
from osint_kit.errors import ItemError, NotInSandbox, OutOfScope
from osint_kit.messages import _
from osint_kit.model import Action, Capture, Decision, Hit, Outcome, Task, content_id
from osint_kit.model.tables import SEARCHES

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

T = TypeVar("T")


def accepted_addresses(case: Case) -> tuple[str, ...]:
    """Addresses that a decision in force accepts: search hits, and those a member named."""
    known = dict(zip(case.searches["hit"], case.searches["url"], strict=True))
    accepted = [each for each in case.ledger.of_step("S2") if each.action is Action.ACCEPT]
    named = (each.values.get("url") or known.get(each.targets[0], "") for each in accepted)
    return tuple(url for url in dict.fromkeys(named) if url)


def in_scope(urls: Iterable[str], tasks: Sequence[Task]) -> None:
    """What a member names by hand must lie in a source of the plan, and outside of what the plan excludes.

    Raises:
        NotInSandbox: no source of the plan holds it. OutOfScope: the plan excludes it.
    """
    by_source = {task.source: task for task in tasks}
    for url in urls:
        task = by_source.get(urlsplit(url).hostname or "")
        if task is None:
            sources = _("an address of {sources}").format(sources=", ".join(by_source))
            raise NotInSandbox.expected(sources, found=url, where=_("the plan"))
        if excludes(task, url):
            raise OutOfScope.expected(_("an address that the plan does not exclude"), found=url, where=_("the plan"))


def chosen(case: Case, url: str, because: str) -> Decision:
    """The decision of a member who names an address by hand."""
    target = content_id("hit", url)
    return Decision(Action.ACCEPT, "S2", (target,), because, case.callsign, case.clock(), {"url": url})


def gone(case: Case, held: Iterable[Capture]) -> tuple[str, ...]:
    """Addresses that were asked for and no longer stand: an archive may have kept them."""
    outcomes = [*((each.asked, each.outcome) for each in case.exhibits), *((each.asked, each.outcome) for each in held)]
    return tuple(dict.fromkeys(asked for asked, outcome in outcomes if outcome is Outcome.NOT_FOUND))


def errand(task: Task, wanted: Iterable[str], elsewhere: Iterable[str] = ()) -> Task:
    """The task with the addresses of its own source; an archive is also asked for what stood elsewhere."""
    mine = (url for url in wanted if urlsplit(url).hostname == task.source)
    return replace(task, targets=(*mine, *elsewhere))


def surviving(found: Iterator[T], failed: list[ItemError]) -> Iterator[T]:
    """What a source yields before it breaks off; the reason is kept, and the run goes on with the next source."""
    try:
        yield from found
    except ItemError as error:
        failed.append(error)


def recorded(case: Case, task: Task, failed: Sequence[ItemError]) -> int:
    """Record what failed at a source, as failures of the case; returns how many."""
    for error in failed:
        case.record_failure("S2", task.source, str(error))
    return len(failed)


def log(case: Case, hits: Iterable[Hit]) -> pd.DataFrame:
    """Hits as rows of the search log, dated and signed by who asked."""
    at = case.clock().isoformat()
    return SEARCHES.frame(
        {
            "hit": hit.id,
            "source": hit.source,
            "term": hit.term,
            "url": hit.url,
            "excerpt": hit.excerpt,
            "at": at,
            "author": case.callsign,
        }
        for hit in hits
    )
