"""The disk refuses a write at every point in turn: what was reported done stays, and the same command finishes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cases import MakeCase, page, pages, sealed

from osint_kit.casefile import Case, open_case
from osint_kit.errors import StorageFailed

CALLS = ("fsync", "replace", "unlink", "write", "open")


class Faulty:
    """Counts the calls that touch the disk and refuses one of them; a refused write may have written a part."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
        self.at = at
        self.count = 0
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _wrapped(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            self.count += 1
            if self.count == self.at:
                if name == "write":
                    real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])  # type: ignore[arg-type, call-overload]  # a buffer
                raise OSError(28, "No space left on device")
            return real(*arguments, **options)

        return call


def work(case: Case, done: list[str]) -> None:
    done.extend(f"collected {capture.id}" for capture in case.add_captures(pages(3)))
    done.extend(f"sealed {exhibit.id}" for exhibit in case.seal())
    done.append(case.decide("accept", "S4", ["a" * 32], because="seen").id)


def points(make: MakeCase) -> int:
    case = make("dry")
    with pytest.MonkeyPatch.context() as patch:
        counted = Faulty(patch, -1)
        work(case, [])
    return counted.count


def test_every_point_of_collect_preserve_and_decide(make: MakeCase) -> None:
    total = points(make)
    assert total > 30
    for at in range(1, total + 1):
        case, done = make(f"at{at}"), list[str]()
        with pytest.MonkeyPatch.context() as patch:
            Faulty(patch, at)
            with contextlib.suppress(StorageFailed):
                work(case, done)
        _nothing_lost(case.path, done, at)
        work(open_case(case.path, clock=case.clock), [])
        _finished(case.path, at)


def test_every_point_of_a_merge(make: MakeCase) -> None:
    for at in range(1, 200):
        alpha, bravo = make(f"alpha{at}"), make(f"bravo{at}", callsign="BRAVO")
        work(alpha, [])
        sealed(bravo, page(1), page(7))
        sealed(bravo, page(8))
        for name in ("a", "b"):
            bravo.decide("reject", "S4", [name * 32], because="no")
        with pytest.MonkeyPatch.context() as patch:
            faulty = Faulty(patch, at)
            with contextlib.suppress(StorageFailed):
                alpha.merge(bravo)
        assert open_case(alpha.path).verify() == (), at
        again = open_case(alpha.path, clock=alpha.clock)
        again.merge(bravo)
        assert (again.verify(), again.waiting) == ((), ()), at
        assert {each.id for each in again.exhibits} == {page(number).id for number in (0, 1, 2, 7, 8)}, at
        assert (len(again.decisions), again.custody[-1].action) == (3, "receive"), at
        assert sorted(each.name for each in (alpha.path / "incoming").iterdir()) == [], at
        if faulty.count < at:
            return
    pytest.fail("a merge has more points than this test tries")


def _nothing_lost(path: Path, done: list[str], at: int) -> None:
    again = open_case(path)
    assert again.verify() == (), at
    held = {*again.waiting, *(exhibit.id for exhibit in again.exhibits), *(each.id for each in again.decisions)}
    assert {line.rpartition(" ")[2] for line in done} <= held, at
    sealed = {exhibit.id for exhibit in again.exhibits}
    assert {line.rpartition(" ")[2] for line in done if line.startswith("sealed")} <= sealed, at


def _finished(path: Path, at: int) -> None:
    again = open_case(path)
    assert again.verify() == (), at
    assert again.waiting == (), at
    assert [exhibit.id for exhibit in again.exhibits] == [capture.id for capture in pages(3)], at
    assert list(again.captures()) == pages(3), at
    assert len(again.decisions) == 1, at
    assert not [found for found in path.rglob("*") if found.name.endswith(".part") or "lock" in found.name], at


def test_the_refusal_says_what_and_where(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    Faulty(monkeypatch, 4)
    with pytest.raises(StorageFailed, match=r"incoming.*No space left on device.*is safe"):
        list(case.add_captures(pages(3)))
