"""What every selector promises."""

import importlib
import re
import time
from collections.abc import Iterator

import pytest

from osint_kit.extract import extract_text, find, find_many
from osint_kit.extract.compiled import compile_pattern
from osint_kit.extract.selectors import Selector, selectors
from osint_kit.knowledge.regions import REAL
from osint_kit.knowledge.text import fold_pattern
from osint_kit.model import KINDS

SAMPLES = {
    "card": ("карта 4111 1111 1111 1111", "4111111111111111"),  # the industry's own number for tests
    "coded_term": ("гейм в Стамбул, 2000$", "GAME"),
    "coordinates": ("точка 38.55980, 68.78700", "38.55980,68.78700"),
    "crossing": ("через КПП Торхам", "torkham"),
    "date": ("до 12 марта 2031", "2031-03-12"),
    "document_number": ("паспорт AB1234567", "AB1234567"),
    "domain": ("сайт navo.example", "navo.example"),
    "email": ("пишите на Info@navo.example", "info@navo.example"),
    "emoji_code": ("🎮 в Стамбул, 2000$", "GAME"),
    "fee_split": ("половина сразу, половина по прибытии", ""),
    "flight": ("рейс FZ 714", "FZ714"),
    "handle": ("пишите @Safar_Yol.", "@safar_yol"),
    "iban": ("IBAN KZ86 125K ZT50 0410 0100", "KZ86125KZT5004100100"),
    "ip_address": ("сервер 198.51.100.7", "198.51.100.7"),
    "money": ("цена 1 500 долларов", "1500 USD"),
    "mrz": (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",  # ICAO's specimen
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<</L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ),
    "organization": ("в ООО «Рохи Сафар» ждут", "ООО «Рохи Сафар»"),
    "person": ("приехал Карим Саидов", "Карим Саидов"),
    "phone": ("тел +992 917 12 34 56", "+992917123456"),  # libphonenumber's own example of a Tajik number
    "place": ("живут в Душанбе", "Dushanbe"),
    "plate": ("машина 01 KG 123 АВС", "KG:01KG123ABC"),
    "price_per_head": ("1500$ с человека", "1500 USD"),
    "relative_date": ("выезд завтра", ""),
    "tax_id": ("ИНН 7707083893", "7707083893"),
    "url": ("см. hxxps://navo[.]example/a", "https://navo.example/a"),
    "vehicle": ("продаю Toyota Corolla", ""),
    "wallet": ("кошелёк 1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "BTC:1BoatSLRHtKNngkdXEeobR76b53LETtpyT"),
}
UNSTATED = {"partial_date", "relative_date", "date_range", "price_per_head", "fee_split"}
"""Kinds that are found, so that nothing else is made of them, and not stated."""
NOT_BY_ITSELF = {"coded_term", "emoji_code", "tax_id", "place", "crossing", "document_number", "flight", "mrz"}
"""What a word or a signal nearby must tell, and what the normal form does not show."""
BOUNDARY = re.compile(r"(?<![\\\[^(])\^(?!\])|\\A|\\z|(?<!\\)\$$")


def kinds_of(name: str) -> tuple[str, ...]:
    return selectors[name].kinds or (name,)


def patterns_of(selector: Selector) -> Iterator[str]:
    yield from selector.patterns.values()
    for profile in REAL if selector.per_profile else ():
        assert selector.per_profile is not None
        yield from selector.per_profile(profile).values()


def test_there_is_a_selector_for_every_kind() -> None:
    assert {kind for name in selectors for kind in kinds_of(name)} == set(KINDS) | UNSTATED


def test_there_is_a_sample_of_every_member() -> None:
    assert set(SAMPLES) == set(selectors)


@pytest.mark.parametrize("name", SAMPLES)
def test_finds_its_sample_and_points_at_it(name: str) -> None:
    text, value = SAMPLES[name]
    found = extract_text(text)
    own = found[found["kind"] == name].reset_index(drop=True)
    assert list(own["value"]) == [value]
    assert text[own["start"][0] : own["end"][0]] == own["text"][0]
    assert 0 < own["score"][0] <= 1


@pytest.mark.parametrize("name", [name for name in SAMPLES if SAMPLES[name][1] and name not in NOT_BY_ITSELF])
def test_its_normal_form_is_read_again_as_itself(name: str) -> None:
    value = SAMPLES[name][1]
    shown = value.partition(":")[2] if name in ("plate", "wallet") else value
    if name != "price_per_head":
        assert value in list(extract_text(shown)["value"])


@pytest.mark.parametrize("name", selectors)
def test_documents_itself(name: str) -> None:
    module = importlib.import_module(f"osint_kit.extract.selectors.{name}")
    assert module.__doc__
    assert selectors[name].check.__doc__


@pytest.mark.parametrize("name", selectors)
def test_its_patterns_are_linear_and_know_no_borders_of_texts(name: str) -> None:
    for pattern in patterns_of(selectors[name]):
        compiled = compile_pattern(fold_pattern(pattern))
        assert not BOUNDARY.search(pattern), pattern
        assert not compiled.fullmatch(""), pattern
        assert not compiled.search("\n\x1e\n"), pattern


@pytest.mark.parametrize("name", selectors)
def test_a_prepared_text_keeps_its_places(name: str) -> None:
    prepare = selectors[name].prepare
    text = "1234 ав 05 İ ß ŉ\n\x1e\nҷ"
    if prepare is not None:
        assert len(prepare(text)) == len(text)
        assert prepare(text).count("\n\x1e\n") == 1
        assert "\n\x1e\n".join(map(prepare, text.split("\n\x1e\n"))) == prepare(text)


@pytest.mark.parametrize("name", SAMPLES)
def test_its_sample_is_found_wherever_it_stands(name: str) -> None:
    text, value = SAMPLES[name]
    for shown in (f"{text}\n", f"\u200e{text}", f"\ufeff{text} 🙂", f"{text} \x1e"):
        found = [each for each in find(shown) if each.kind == name]
        assert [each.value for each in found] == [value], shown
        assert all(shown[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize("name", SAMPLES)
def test_takes_time_as_the_text_is_long(name: str) -> None:
    def seconds(times: int) -> float:
        text = (SAMPLES[name][0] + " ") * times
        begun = time.process_time()
        next(find_many([text], kinds=(name,)))
        return time.process_time() - begun

    seconds(10)
    short, long = (min(seconds(times) for _run in range(3)) for times in (100, 400))
    assert long < 10 * short + 0.1


@pytest.mark.parametrize("name", selectors)
def test_is_quiet_about_nothing(name: str) -> None:
    for text in ("", " \n \u200b \n", "\x1e"):
        assert not [each for each in find(text) if each.kind in kinds_of(name)]
