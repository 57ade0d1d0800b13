"""Open formats in which parties and ties leave. One file per format.

In:  Outgoing
Out: Product, one or more files; each carries marking and watermark
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from osint_kit.model import Product
from osint_kit.registry import Registry
from osint_kit.share.outgoing import Outgoing

Format: TypeAlias = Callable[[Outgoing], Iterator[Product]]

formats: Registry[Format] = Registry(__name__)
format_ = formats.register
