"""Every format carries marking and watermark, is the same each time, and writes nothing for nobody but its frame."""

from __future__ import annotations

import pytest
from parties import WATERMARK, case_to_share, entities, links, roles, statements

from osint_kit.share import outgoing
from osint_kit.share.formats import formats


@pytest.mark.parametrize("name", formats)
def test_it_documents_itself(name: str) -> None:
    assert (formats[name].__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("name", formats)
def test_every_product_carries_marking_and_watermark(name: str) -> None:
    products = list(formats[name](case_to_share()))
    assert products
    for each in products:
        assert each.name
        assert "/" in each.media_type
        assert each.marking == "TLP:AMBER"
        text = each.body.decode()
        assert WATERMARK in text
        assert "TLP:AMBER" in text


@pytest.mark.parametrize("name", formats)
def test_it_writes_the_same_bytes_each_time_in_files_of_different_names(name: str) -> None:
    one, two = list(formats[name](case_to_share())), list(formats[name](case_to_share()))
    assert one == two
    assert len({each.name for each in one}) == len(one)


@pytest.mark.parametrize("name", formats)
def test_nobody_is_no_fault(name: str) -> None:
    frames = (entities().iloc[:0], links().iloc[:0], statements().iloc[:0], roles().iloc[:0])
    made = outgoing(*frames, disclose={}, marking="TLP:AMBER", watermark=WATERMARK)
    assert all(isinstance(each.body, bytes) for each in formats[name](made))
