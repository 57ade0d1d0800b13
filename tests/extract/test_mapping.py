from typing import Any

import pytest

from osint_kit.errors import BadMapping
from osint_kit.extract import extract, load_mapping
from osint_kit.model import selector_subject

URL = "https://files.zarvand.example/calls.csv"
CALLS = """
format = 1
table = "calls.csv"
timezone = "+05:00"
delimiter = ";"
[[relation]]
schema = "Call"
[relation.fields]
caller = { part = "A-number", kind = "phone" }
receiver = { part = "B-number", kind = "phone" }
date = { part = "start", kind = "time", format = "%d.%m.%Y %H:%M" }
duration = { part = "seconds", kind = "text" }
"""
PAYMENTS = """
format = 1
table = "calls.csv"
timezone = "+03:00"
[[relation]]
schema = "Payment"
[relation.fields]
payer = { part = "from", kind = "phone" }
beneficiary = { part = "to", kind = "phone" }
amount = { part = "sum", kind = "money", currency_part = "cur" }
date = { part = "when", kind = "time" }
"""


def run(capture: Any, profiles: Any, table: str, mapping: str = CALLS) -> Any:
    captures = [capture(table, "text/csv", URL), capture(mapping, "application/toml", URL + ".mapping.toml")]
    return extract(captures, profiles=profiles)


def test_a_row_becomes_a_relation_between_numbers(capture: Any, profiles: Any) -> None:
    found = run(
        capture, profiles, "A-number;B-number;start;seconds\n+281551234567;281 55 123-45-68;02.03.2031 14:05;60\n"
    )
    stated = {(each.schema, each.property): each for each in found.statements}
    caller, receiver = stated["Call", "caller"], stated["Call", "receiver"]
    assert caller.subject == receiver.subject
    assert caller.value == selector_subject("phone", "+281551234567")
    assert receiver.value == selector_subject("phone", "+281551234568")
    assert receiver.original == "281 55 123-45-68"
    assert {each.happened for each in found.statements} == {"2031-03-02T14:05:00+05:00"}
    assert stated["Call", "date"].value == "2031-03-02T14:05:00+05:00"
    assert {each.value for each in found.statements if each.kind == "phone"} == {"+281551234567", "+281551234568"}


def test_a_sum_takes_its_currency_from_its_column(capture: Any, profiles: Any) -> None:
    table = "when,from,to,sum,cur\n2031-03-02 14:05,+281551234567,+281551234568,1500.00,USD\n"
    amount = next(each for each in run(capture, profiles, table, PAYMENTS).statements if each.property == "amount")
    assert (amount.value, amount.original, amount.happened) == ("1500 USD", "1500.00", "2031-03-02T14:05:00+03:00")


def test_a_row_that_does_not_fit_fails_alone(capture: Any, profiles: Any) -> None:
    table = (
        "A-number;B-number;start;seconds\nnobody;+281551234568;02.03.2031 14:05;1\n"
        "+281551234567;+281551234568;02.03.2031 14:06;1\n"
    )
    found = run(capture, profiles, table)
    assert [what for what, _why in found.failures] == [URL + "#row=2"]
    assert sum(each.property == "caller" for each in found.statements) == 1


def test_a_missing_column_is_named_with_those_found(capture: Any, profiles: Any) -> None:
    with pytest.raises(
        BadMapping, match=r"column A-number of calls\.csv.*caller, B-number, start, seconds.*calls\.csv\.mapping\.toml"
    ):
        run(capture, profiles, "caller;B-number;start;seconds\n1;2;3;4\n")


@pytest.mark.parametrize(
    "text",
    [
        "format = 2",
        "format = 1",
        "not toml",
        'format = 1\n[[relation]]\nschema = "Marriage"',
        'format = 1\n[[relation]]\nschema = "Call"\n[relation.fields]\ncaller = { part = "A", kind = "colour" }',
        'format = 1\n[[relation]]\nschema = "Call"\n[relation.fields]\ncaller = "A"',
    ],
)
def test_a_bad_mapping_is_refused_by_name(text: str) -> None:
    with pytest.raises(BadMapping, match=r"calls\.mapping"):
        load_mapping(text, where="calls.mapping")


@pytest.mark.parametrize("zone", ["Asia/Dushanbee", "Asia", "../etc", "", "+5", "+99:00", "+05:60", "+05:00\n"])
def test_a_time_zone_that_does_not_exist_is_refused_by_file_and_key(zone: str) -> None:
    text = CALLS.replace(
        'timezone = "+05:00"', f"timezone = {zone!r}" if zone.isprintable() else 'timezone = "+05:00\\n"'
    )
    with pytest.raises(BadMapping, match=r"an offset like \+05:00 .* at calls\.mapping: timezone"):
        load_mapping(text, where="calls.mapping")


def test_local_times_need_a_time_zone() -> None:
    bare = CALLS.replace('timezone = "+05:00"\n', "")
    with pytest.raises(BadMapping, match=r"found nothing, at calls\.mapping: timezone"):
        load_mapping(bare, where="calls.mapping")
    assert load_mapping(bare.replace("%H:%M", "%H:%M %z"), where="calls.mapping").zone is None


def test_a_named_zone_follows_its_summer_time(capture: Any, profiles: Any) -> None:
    table = "A-number;B-number;start;seconds\n+281551234567;+281551234568;{};60\n"
    mapping = CALLS.replace("+05:00", "Europe/Vienna")
    for written, meant in (
        ("02.01.2031 14:05", "2031-01-02T14:05:00+01:00"),
        ("02.07.2031 14:05", "2031-07-02T14:05:00+02:00"),
    ):
        found = run(capture, profiles, table.format(written), mapping)
        assert {each.happened for each in found.statements} == {meant}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1500", "1500 USD"),
        ("1,500", "1500 USD"),
        ("1.500", "1500 USD"),
        ("1 500", "1500 USD"),
        ("1\u202f500,50", "1500.50 USD"),
        ("1,500,000", "1500000 USD"),
        ("1.500.000,25", "1500000.25 USD"),
        ("0,5", "0.5 USD"),
        ("-20.00", "-20 USD"),
    ],
)
def test_an_amount_is_read_however_its_digits_are_grouped(
    written: str, value: str, capture: Any, profiles: Any
) -> None:
    table = f'when,from,to,sum,cur\n2031-03-02 14:05,+281551234567,+281551234568,"{written}",USD\n'
    found = run(capture, profiles, table, PAYMENTS)
    assert [each.value for each in found.statements if each.property == "amount"] == [value]


@pytest.mark.parametrize("written", ["n/a", "1,50,0", "1.2.3", "-", "12 apples", "1e3"])
def test_a_row_without_a_readable_amount_fails_whole(written: str, capture: Any, profiles: Any) -> None:
    table = f'when,from,to,sum,cur\n2031-03-02 14:05,+281551234567,+281551234568,"{written}",USD\n'
    found = run(capture, profiles, table, PAYMENTS)
    assert [what for what, _why in found.failures] == [URL + "#row=2"]
    assert f"expected an amount like 1500.50, found {written}" in found.failures[0][1]
    assert found.statements == ()


def test_a_mapping_that_is_no_text_is_refused_by_name(capture: Any) -> None:
    mapping = capture(b"format = 1\xff", "application/toml", URL + ".mapping.toml")
    with pytest.raises(BadMapping, match=r"calls\.csv\.mapping\.toml"):
        extract([capture("a,b\n1,2\n", "text/csv", URL), mapping])


def test_a_register_page_states_director_and_owner(capture: Any, profiles: Any) -> None:
    body = """<article itemscope itemid="/company/1"><div itemprop="text">Company:
    <span itemprop="legalName">ООО «Рохи Сафар»</span><br>Director: <span itemprop="director">Карим Саидов</span><br>
    Owner: <span itemprop="owner">Зарина Алиева</span></div></article>"""
    found = extract([capture(body)], profiles=profiles).statements
    ends = {each.subject: each.value for each in found if each.kind in ("person", "organization")}
    relations = {(each.schema, each.property): ends[each.value] for each in found if each.kind == "entity"}
    assert relations == {
        ("Directorship", "director"): "Карим Саидов",
        ("Directorship", "organization"): "ООО «Рохи Сафар»",
        ("Ownership", "owner"): "Зарина Алиева",
        ("Ownership", "asset"): "ООО «Рохи Сафар»",
    }


def test_a_register_record_states_each_officer(capture: Any, profiles: Any) -> None:
    body = '{"@id": "/company/1", "name": "Rohi LLC", "officers": [{"name": "Karim Saidov"}, {"name": "Daler Aliev"}]}'
    found = extract([capture(body, "application/json")], profiles=profiles).statements
    directors = [each for each in found if each.property == "director"]
    assert [each.original for each in directors] == ["Karim Saidov", "Daler Aliev"]
    assert len({each.subject for each in directors}) == 2
