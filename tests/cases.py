"""Pages for cases in tests: each shows one post with handles and a sum in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from factory import NOON, capture

from osint_kit.casefile import Case
from osint_kit.model import Capture, Outcome

MakeCase = Callable[..., Case]


class Ticking:
    """A clock that goes on by a second whenever it is read."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def page(number: int, text: str = "", **changes: object) -> Capture:
    """A page that shows one post with two handles and a sum in it."""
    url = f"https://kanal.example/salom/{number}"
    words = text or f"Пишите @user{number % 3} или @driver{number}, цена {number + 1}500 USD"
    body = (
        f'<html><body><h1>Salom</h1><article itemscope itemtype="https://schema.org/SocialMediaPosting" itemid="{url}">'
        f'<a itemprop="author" href="/salom">@salom</a> '
        f'<time itemprop="datePublished" datetime="2031-05-0{number % 9 + 1}T10:00:00+05:00">May</time>'
        f'<p itemprop="text">{words}</p></article></body></html>'
    )
    return capture(url, body, **changes)


def pages(count: int, first: int = 0) -> list[Capture]:
    return [page(number) for number in range(first, first + count)]


def gone(number: int) -> Capture:
    url = f"https://kanal.example/gone/{number}"
    return capture(url, "not found", status=404, outcome=Outcome.NOT_FOUND)


def sealed(case: Case, *captures: Capture) -> Case:
    list(case.add_captures(captures))
    case.seal()
    return case
