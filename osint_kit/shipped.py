"""Finds the folders that ship with the kit: `exercises/` and `fixtures/`.

In a checkout they stand beside the package and come first; in an installed wheel they are in `osint_kit/_data/`.
"""

from __future__ import annotations

from pathlib import Path

from osint_kit.errors import MissingInput
from osint_kit.messages import _

_PACKAGE = Path(__file__).parent
_CHECKOUT_MARK = "pyproject.toml"


def shipped(folder: str, name: str = "") -> Path:
    """Path of a shipped folder, or of one entry in it.

    Raises:
        MissingInput: there is no such entry.
    """
    root = _PACKAGE.parent if (_PACKAGE.parent / _CHECKOUT_MARK).is_file() else _PACKAGE / "_data"
    path = root / folder / name
    if not path.exists():
        known = ", ".join(sorted(each.name for each in (root / folder).glob("*/"))) or _("nothing")
        raise MissingInput.expected(_("one of: {known}").format(known=known), found=name or folder, where=root / folder)
    return path
