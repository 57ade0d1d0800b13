"""What every selector promises."""

import importlib

import pytest
import re2

from osint_kit.extract import extract_text
from osint_kit.extract.selectors import selectors
from osint_kit.knowledge.regions import REAL
from osint_kit.model import KINDS

SAMPLES = {
    "date": ("до 12 марта 2031", "2031-03-12"),
    "handle": ("пишите @Safar_Yol.", "@safar_yol"),
    "iban": ("IBAN KZ86 125K ZT50 0410 0100", "KZ86125KZT5004100100"),
    "money": ("цена 1 500 долларов", "1500 USD"),
    "organization": ("в ООО «Рохи Сафар» ждут", "ООО «Рохи Сафар»"),
    "person": ("приехал Карим Саидов", "Карим Саидов"),
    "phone": ("тел +992 917 12 34 56", "+992917123456"),  # libphonenumber's own example of a Tajik number
    "plate": ("машина 01 KG 123 АВС", "KG:01KG123ABC"),
}


def test_there_is_a_selector_for_every_kind() -> None:
    assert set(selectors) == set(KINDS) == set(SAMPLES)


@pytest.mark.parametrize("kind", selectors)
def test_finds_its_sample_and_points_at_it(kind: str) -> None:
    text, value = SAMPLES[kind]
    found = extract_text(text)
    assert list(found["kind"]) == [kind]
    assert list(found["value"]) == [value]
    assert text[found["start"][0] : found["end"][0]] == found["text"][0]
    assert 0 < found["score"][0] <= 1


@pytest.mark.parametrize("kind", selectors)
def test_its_normal_form_is_read_again_as_itself(kind: str) -> None:
    value = SAMPLES[kind][1]
    shown = value.partition(":")[2] if kind == "plate" else value
    assert list(extract_text(f"{shown}")["value"]) == [value]


@pytest.mark.parametrize("kind", selectors)
def test_documents_itself(kind: str) -> None:
    module = importlib.import_module(f"osint_kit.extract.selectors.{kind}")
    assert module.__doc__
    assert selectors[kind].check.__doc__


@pytest.mark.parametrize("kind", selectors)
def test_its_patterns_are_linear(kind: str) -> None:
    for pattern in selectors[kind].patterns.values():
        re2.compile(pattern)
    for profile in REAL if selectors[kind].per_profile else ():
        assert all(re2.compile(pattern) for pattern in selectors[kind].per_profile(profile).values())


@pytest.mark.parametrize("kind", selectors)
def test_is_quiet_about_nothing(kind: str) -> None:
    assert extract_text("").empty
    assert extract_text(" \n \u200b \n").empty
