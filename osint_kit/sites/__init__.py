"""The fictional internet: one file per kind of site, each a plain function over the world's tables.

What the pages of all sites share (rendering, paging, visibility) is in `templates/`.

In:  World, httpx.Request, the site's clock
Out: httpx.Response
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

import httpx

from osint_kit.bundle import World
from osint_kit.registry import Registry

Site: TypeAlias = Callable[[World, httpx.Request, datetime], httpx.Response]
"""Answer one request as the site would at that time. The same three arguments give the same bytes."""

sites: Registry[Site] = Registry(__name__)
site = sites.register

__all__ = ["Site", "site", "sites"]
