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
