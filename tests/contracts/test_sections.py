import re

import pytest

from osint_kit.report.sections import ReportInput, sections


@pytest.mark.parametrize("name", sections)
def test_it_documents_itself(name: str) -> None:
    assert (sections[name].__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("name", sections)
def test_on_an_empty_case_it_says_so_or_stays_away(name: str) -> None:
    found = sections[name](ReportInput("Nothing yet"))
    said = None if found is None else found.body.striptags()
    if name == "gaps":
        assert said == "No step recorded a failure."
    elif name == "summary":
        assert said is not None
        assert re.findall(r"\d+", said) == ["0"] * 6
    else:
        assert said is None


@pytest.mark.parametrize("name", sections)
def test_it_is_idempotent(name: str) -> None:
    assert sections[name](ReportInput("x")) == sections[name](ReportInput("x"))


def test_places_on_the_page_are_different() -> None:
    blocks = [block for name in sections if (block := sections[name](ReportInput("x"))) is not None]
    assert len({block.order for block in blocks}) == len(blocks)
