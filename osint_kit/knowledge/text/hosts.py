"""Which host names can exist: the public suffix list, kept on disk, and the names reserved for examples (RFC 2606)."""

from __future__ import annotations

from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList

_RESERVED = frozenset({"example", "test", "invalid", "onion"})
_FILES = frozenset(
    [
        "py",
        "md",
        "sh",
        "zip",
        "mov",
        "rs",
        "pl",
        "ps",
        "so",
        "app",
        "ai",
        "cc",
        "java",
        "js",
        "ts",
        "go",
        "cs",
        "vb",
        "doc",
        "bz",
    ]
)
"""Endings that are as often those of a file; a name of two labels with one of them is no host by itself."""


def is_host(name: str, *, alone: bool = False) -> bool:
    """Whether a lower-case host name ends in a suffix under which names are registered.

    Args:
        alone: the name stands without scheme, path or at sign: endings of files are refused.

    >>> is_host("bozor.example"), is_host("t.me"), is_host("file.txt"), is_host("notes.md", alone=True)
    (True, True, False, False)
    """
    labels = name.split(".")
    if len(labels) < 2 or not all(labels) or name.replace(".", "").isdigit():  # noqa: PLR2004 - a name and its suffix
        return False
    if alone and len(labels) == 2 and labels[-1] in _FILES:  # noqa: PLR2004 - as above
        return False
    return labels[-1] in _RESERVED or _registrable(name)


@lru_cache(maxsize=65536)
def _registrable(name: str) -> bool:
    return _list().privatesuffix(name) is not None


@cache
def _list() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False)
