"""Capitals that are no part of a plate or a document number: currencies, units, kinds of things."""

import tomllib
from functools import cache
from importlib import resources


@cache
def acronyms() -> frozenset[str]:
    """All of them.

    >>> "USD" in acronyms()
    True
    """
    text = resources.files("osint_kit.knowledge.papers").joinpath("acronyms.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["words"])
