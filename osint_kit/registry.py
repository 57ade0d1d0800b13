"""A family of plug-ins is a folder.

`Registry(__name__)` in a family's `__init__` is a mapping from member name to member. At the first look-up it imports
every module of its own folder, then the entry points of the group that bears the folder's name; a member registers
itself with the decorator `register`. Nobody edits a list.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from typing import Generic, TypeVar

from osint_kit.errors import UnknownPlugin
from osint_kit.messages import _

T = TypeVar("T")


class Registry(Mapping[str, T], Generic[T]):
    """The members of one family, by file name, in alphabetical order."""

    def __init__(self, package: str) -> None:
        """Bind the registry to the package whose modules are its members."""
        self.package = package
        self._members: dict[str, T] = {}
        self._loaded = False

    def register(self, member: T) -> T:
        """Add a member under the name of the module that defines it."""
        name = str(getattr(member, "__module__", "")).rpartition(".")[2]
        return self.add(name, member)

    def add(self, name: str, member: T) -> T:
        """Add a member that is data, not a function, under a name of its own (the file's)."""
        name = name.rpartition(".")[2]
        if self._members.get(name, member) is not member:
            raise UnknownPlugin(_("two members of {family} are called {name}").format(family=self.package, name=name))
        self._members[name] = member
        return member

    def __getitem__(self, name: str) -> T:
        self._load()
        try:
            return self._members[name]
        except KeyError:
            known = ", ".join(self)
            raise UnknownPlugin.expected(
                _("one of {known}").format(known=known), found=name, where=self.package
            ) from None

    def __contains__(self, name: object) -> bool:
        self._load()
        return name in self._members

    def __iter__(self) -> Iterator[str]:
        self._load()
        return iter(sorted(self._members))

    def __len__(self) -> int:
        self._load()
        return len(self._members)

    def _load(self) -> None:
        if self._loaded:
            return
        package = importlib.import_module(self.package)
        for module in pkgutil.iter_modules(package.__path__):
            importlib.import_module(f"{self.package}.{module.name}")
        for point in entry_points(group=self.package):
            point.load()
        self._loaded = True
