"""No telephone number of anybody in code, tests, exercises or documentation."""

import re
from collections.abc import Iterator
from pathlib import Path

import phonenumbers
import pytest
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, PhoneNumberType

ROOT = Path(__file__).parents[2]
FOLDERS = ("osint_kit", "exercises", "fixtures", "tests")
TEXTS = {".py", ".pyi", ".toml", ".md", ".json", ".jsonl", ".csv", ".txt", ".html", ".css", ".js", ".po", ".yml"}
DRAMA = re.compile(r"\+44(?:2079460\d{3}|7700900\d{3}|1632960\d{3})|\+1\d{3}55501\d{2}")
"""Ranges that Ofcom and the North American plan keep for drama."""

PATTERNED = re.compile(r"0000|1112233|111222|55501\d\d|123456|0000?12$")
"""Digits in a row or in step, as the gold lines are written with: valid in form, and plainly nobody's."""


def examples() -> frozenset[str]:
    """The numbers that libphonenumber itself publishes as examples of each plan."""
    found = (
        phonenumbers.example_number_for_type(region, kind)
        for region in phonenumbers.SUPPORTED_REGIONS
        for kind in PhoneNumberType.values()
    )
    return frozenset(phonenumbers.format_number(each, PhoneNumberFormat.E164) for each in found if each)


EXAMPLES = examples()


def numbers(text: str) -> Iterator[str]:
    """Valid numbers in a text that may be somebody's."""
    for match in PhoneNumberMatcher(text, None, Leniency.VALID, max_tries=10**9):
        value = phonenumbers.format_number(match.number, PhoneNumberFormat.E164)
        if value not in EXAMPLES and not DRAMA.fullmatch(value) and not PATTERNED.search(value):
            yield value


def files() -> Iterator[Path]:
    yield from ROOT.glob("*.md")
    for folder in FOLDERS:
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix in TEXTS)


def test_the_scan_sees_a_number_that_may_be_somebodys() -> None:
    example = phonenumbers.example_number("TJ")
    example.national_number += 1
    one_further = phonenumbers.format_number(example, PhoneNumberFormat.INTERNATIONAL)
    assert len(list(numbers(f"call {one_further} now"))) == 1
    assert not list(numbers("call +44 20 7946 0018 or +281 55 123-45-67 now"))


@pytest.mark.parametrize("folder", [*FOLDERS, ""])
def test_the_scan_reaches_every_part_of_the_repository(folder: str) -> None:
    assert any(path.is_relative_to(ROOT / folder) for path in files())


def test_no_number_can_be_anybodys() -> None:
    found = {str(path.relative_to(ROOT)): list(numbers(path.read_text("utf-8"))) for path in files()}
    assert {name: values for name, values in found.items() if values} == {}
