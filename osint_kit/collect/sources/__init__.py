"""Sources that can be asked. One file per kind; a kind has a searcher and a collector.

Members are written against the protocol a kind of site speaks (schema.org microdata, `rel=next`, JSON), not against
the look of one site.

In:  Task, Fetch
Out: Hit, Capture
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from osint_kit.model import Capture, Fetch, Hit, Task
from osint_kit.registry import Registry

Collector: TypeAlias = Callable[[Task, Fetch], Iterator[Capture]]
"""Fetch what the task names; an address that fails is a capture whose outcome says so."""

Searcher: TypeAlias = Callable[[Task, Fetch], Iterator[Hit]]
"""Ask the site's own search for every term of the task; the empty term lists what the site shows.

Raises:
    UnexpectedLayout: a page of results is not what the protocol promises.
"""

collectors: Registry[Collector] = Registry(__name__)
collector = collectors.register
searchers: Registry[Searcher] = Registry(__name__)
searcher = searchers.register

__all__ = ["Collector", "Searcher", "collector", "collectors", "searcher", "searchers"]
