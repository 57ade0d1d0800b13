from datetime import UTC, timedelta, timezone
from typing import Any

import pytest

from osint_kit.extract import extract, read
from osint_kit.extract.readers import whatsapp

URL = "https://partner.example/files/chat.txt"
LTR, NARROW = "\u200e", "\u202f"
FORMS = {
    "android 24": ("31.12.31, 21:05 - ", "01.01.32, 07:00 - "),
    "android 12": ("12/31/31, 9:05 PM - ", "1/1/32, 7:00 AM - "),
    "android narrow": (f"31/12/2031, 9:05{NARROW}pm - ", f"01/01/2032, 7:00{NARROW}am - "),
    "ios 24": ("[31.12.31, 21:05:00] ", "[01.01.32, 07:00:00] "),
    "ios 12": (f"{LTR}[31/12/2031, 9:05:00{NARROW}PM] ", f"{LTR}[1/1/2032, 7:00:00{NARROW}AM] "),
    "iso": ("2031-12-31, 21:05 - ", "2032-01-01, 07:00 - "),
    "persian digits": ("۳۱/۱۲/۲۰۳۱, ۲۱:۰۵ - ", "۰۱/۰۱/۲۰۳۲, ۰۷:۰۰ - "),
    "no comma": ("31/12/2031 21:05 - ", "01/01/2032 07:00 - "),
}


def documents(capture: Any, body: str | bytes) -> Any:
    return read(capture(body, "text/plain", URL))


def text_of(document: Any) -> str:
    part = document.part("text")
    return document.text[part.start : part.end] if part else ""


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_an_export_is_read(capture: Any, form: str) -> None:
    first, second = FORMS[form]
    body = f"{first}Карим С.: Салом: 4000 USD\nсатри дуюм\n\nсатри чорум\n{second}{LTR}+281 55 123-45-67: тамом"
    found = whatsapp.read(capture(body, "text/plain", URL), zone=timezone(timedelta(hours=5)))
    assert [(each.author, text_of(each)) for each in found] == [
        ("Карим С.", "Салом: 4000 USD\nсатри дуюм\n\nсатри чорум"),
        ("+281 55 123-45-67", "тамом"),
    ]
    assert [each.item for each in found] == [f"{URL}#line=1", f"{URL}#line=5"]
    assert [each.published.isoformat() for each in found] == ["2031-12-31T21:05:00+05:00", "2032-01-01T07:00:00+05:00"]
    assert documents(capture, body)[0].reader == "whatsapp"


def test_locators_count_the_gaps_between_lines(capture: Any) -> None:
    body = "31.12.31, 21:05 - A: one\ntwo\r\n31.12.31, 21:06 - B: three\r\n"
    first, second = documents(capture, body)
    assert (first.locator, second.locator) == ("#line=0,2", "#line=2,3")
    assert text_of(first) == "one\ntwo"


def test_lines_of_the_system_are_nobody_s(capture: Any) -> None:
    body = "31.12.31, 21:05 - Messages are end-to-end encrypted.\n31.12.31, 21:06 - A: x\n"
    system, _message = documents(capture, body)
    assert (system.author, text_of(system)) == ("", "Messages are end-to-end encrypted.")


def test_without_a_zone_there_is_no_time_and_a_mapping_gives_one(capture: Any, profiles: Any) -> None:
    table = capture("31.12.31, 21:05 - A: занг +281 55 123-45-67\n", "text/plain", URL)
    assert read(table)[0].published is None
    told = 'format = 1\ntable = "chat.txt"\nreader = "whatsapp"\ntimezone = "+05:00"\n'
    mapping = capture(told, "application/toml", f"{URL}.mapping.toml")
    (statement,) = extract([table, mapping], profiles=profiles).statements
    assert (statement.value, statement.happened) == ("+281551234567", "2031-12-31T21:05:00+05:00")


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (("03/04/31", "13/04/31"), "2031-04-03"),
        (("04/03/31", "04/13/31"), "2031-04-03"),
        (("03/04/31", "02/05/31"), "2031-04-03"),
        (("03/04/31", "04/02/31"), "2031-03-04"),
        (("99/99/31", "03/04/31"), None),
    ],
)
def test_the_order_of_day_and_month_is_the_one_in_which_time_goes_on(
    capture: Any, dates: tuple[str, ...], first: str | None
) -> None:
    body = "".join(f"{date}, 21:05 - A: x\n" for date in dates)
    found = whatsapp.read(capture(body, "text/plain", URL), zone=UTC)
    assert (found[0].published.date().isoformat() if found[0].published else None) == first


@pytest.mark.parametrize("clock", ["25:00", "21:99", "99:99"])
def test_an_impossible_clock_is_no_time(capture: Any, clock: str) -> None:
    (found,) = whatsapp.read(capture(f"31.12.31, {clock} - A: x\n", "text/plain", URL), zone=UTC)
    assert found.published is None


def test_other_text_is_left_to_its_own_reader(capture: Any) -> None:
    assert documents(capture, "Dear all,\nmeet on 31.12.31, 21:05 - at the gate\n")[0].reader == "plain"
