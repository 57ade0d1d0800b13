"""A family of plug-ins is a folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from osint_kit.errors import UnknownPlugin
from osint_kit.registry import Registry

FAMILY = """
from osint_kit.registry import Registry
members = Registry(__name__)
member = members.register
"""
MEMBER = """
from {family} import member

@member
def anything():
    '''The member of this file.'''
    return {value!r}
"""


@pytest.fixture
def family(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry[object]:
    name = f"family_{tmp_path.name.replace('-', '_')}"
    folder = tmp_path / name
    folder.mkdir()
    (folder / "__init__.py").write_text(FAMILY, encoding="utf-8")
    for member in ("zebra", "apple"):
        (folder / f"{member}.py").write_text(MEMBER.format(family=name, value=member), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    __import__(name)
    registry = sys.modules[name].members
    assert isinstance(registry, Registry)
    return registry


def test_a_file_is_a_member_under_its_own_name(family: Registry[object]) -> None:
    assert list(family) == ["apple", "zebra"]
    assert family["zebra"]() == "zebra"  # type: ignore[operator]  # members of this family are functions
    assert "apple" in family
    assert len(family) == 2


def test_an_unknown_name_is_answered_with_the_known_ones(family: Registry[object]) -> None:
    with pytest.raises(UnknownPlugin, match=r"apple, zebra.*found pear"):
        family["pear"]
