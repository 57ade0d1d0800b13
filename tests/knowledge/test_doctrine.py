from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from osint_kit.knowledge import doctrine


def test_every_record_is_whole_and_named_once() -> None:
    records = doctrine.load()
    assert len({each.id for each in records}) == len(records)
    for each in records:
        assert each.status in doctrine.STATUSES
        assert all((each.label, each.definition, each.source, each.locator))
        assert each.definition.endswith(".")


def test_sets_are_loaded_apart_and_counted_from_one() -> None:
    assert tuple(each for name in doctrine.sets() for each in doctrine.load(name)) == doctrine.load()
    for name in doctrine.sets():
        assert [each.order for each in doctrine.load(name)] == list(range(1, len(doctrine.load(name)) + 1))
    assert doctrine.load("no such set") == ()


@pytest.mark.parametrize(
    ("name", "count"),
    [("BP-PLN", 5), ("BP-COL", 8), ("ADM-SOURCE", 6), ("ADM-INFO", 6), ("UNTOC", 47), ("SOM", 34), ("TIP", 28)],
)
def test_sets_are_complete(name: str, count: int) -> None:
    assert len(doctrine.load(name)) == count


def test_what_is_not_confirmed_says_so() -> None:
    known = {each.id for each in doctrine.load() if each.status == "K"}
    assert known == {*(f"BP-PLN-{n}" for n in range(1, 6)), "BP-COL-5", "BP-COL-6"}
    assert {each.status for each in doctrine.load() if each.id not in known} == {"C"}


def test_only_elements_of_law_may_be_cited_by_a_question() -> None:
    ids = doctrine.element_ids()
    assert {"OCG-1", "SOM-1", "SOM-AGG-n", "TIP-PUR-6", "DOM", "ML-PRED", "MLA15-f", "TRN-d"} <= ids
    assert not {"BP-PLN-1", "BP-COL-8", "ADM-A"} & ids


def test_every_file_of_the_folder_is_loaded() -> None:
    files = sorted(Path(doctrine.__file__).parent.glob("*.toml"))
    groups = [group for file in files for group in tomllib.loads(file.read_text("utf-8"))["set"]]
    assert tuple(group["id"] for group in groups) == doctrine.sets()
    assert sum(len(group["records"]) for group in groups) == len(doctrine.load())
