from typing import Any

import pandas as pd

from osint_kit.grade import origins, propose
from osint_kit.model.tables import DOCUMENTS, GRADES, STATEMENTS

RUMOUR = "People say that the road over the pass is closed and that Karim Zorin takes 1500 USD for the bridge"


def documents(*items: tuple[str, str, str]) -> pd.DataFrame:
    """One document an item: address, author, text."""
    rows = []
    for number, (item, author, text) in enumerate(items):
        row: dict[str, Any] = {column.name: "" for column in DOCUMENTS.columns}
        row |= {"id": f"d{number}", "item": item, "author": author, "text": text}
        rows.append(row | {"published": f"2031-05-{number + 1:02}T10:00:00+05:00"})
    return DOCUMENTS.frame(rows)


def statements(*said: tuple[str, str, str], **more: str) -> pd.DataFrame:
    """Document, kind, value."""
    rows = []
    for number, (document, kind, value) in enumerate(said):
        row: dict[str, Any] = {column.name: "" for column in STATEMENTS.columns}
        row |= {"id": f"s{number}", "document": document, "kind": kind, "value": value, "score": 1.0} | more
        rows.append(row | {"start": 0, "end": 1})
    return STATEMENTS.frame(rows)


def graded(docs: pd.DataFrame, said: pd.DataFrame) -> dict[str, tuple[str, str]]:
    found = propose(docs, said)
    GRADES.check(found)
    assert all(found["reason"])
    return {row["item"]: (row["source"], row["information"]) for row in found.to_dict("records")}


def test_without_basis_the_grade_is_f6_and_says_so() -> None:
    docs = documents(("https://a.example/1", "@ann", "hello"), ("https://a.example/2", "@bob", "Call +2811"))
    assert graded(docs, statements(("d1", "phone", "+2811"))) == {
        "https://a.example/1": ("F", "6"),
        "https://a.example/2": ("F", "6"),
    }


def test_an_independent_item_with_the_same_facts_confirms() -> None:
    docs = documents(
        ("https://a.example/1", "@ann", "Ride with +2811, 900 USD"),
        ("https://b.example/2", "@bob", "I paid +2811 900 USD"),
    )
    said = statements(*[(d, *claim) for d in ("d0", "d1") for claim in (("phone", "+2811"), ("money", "900 USD"))])
    assert {grade[1] for grade in graded(docs, said).values()} == {"1"}


def test_a_repost_confirms_nothing() -> None:
    docs = documents(*[(f"https://{site}.example/1", f"@{site}", RUMOUR) for site in "abc"])
    said = statements(*[(f"d{n}", *claim) for n in range(3) for claim in (("phone", "+2811"), ("money", "1500 USD"))])
    assert {grade[1] for grade in graded(docs, said).values()} == {"2"}
    assert origins(docs)["origin"].tolist() == ["d0", "d0", "d0"]


def test_one_author_twice_confirms_nothing() -> None:
    docs = documents(("https://a.example/1", "@ann", "Ride"), ("https://b.example/2", "@ann", "Journey"))
    said = statements(*[(d, *claim) for d in ("d0", "d1") for claim in (("phone", "+2811"), ("money", "900 USD"))])
    assert {grade[1] for grade in graded(docs, said).values()} == {"2"}


def test_a_template_with_another_number_is_another_origin() -> None:
    docs = documents(
        ("https://a.example/1", "@ann", f"{RUMOUR} 28155"), ("https://b.example/2", "@bob", f"{RUMOUR} 28199")
    )
    assert origins(docs)["origin"].tolist() == ["d0", "d1"]


def test_rejected_statements_are_no_basis() -> None:
    docs = documents(("https://a.example/1", "@ann", "Ride"), ("https://b.example/2", "@bob", "I paid"))
    said = statements(("d0", "phone", "+2811"), ("d1", "phone", "+2811"), verdict="reject")
    assert {grade[1] for grade in graded(docs, said).values()} == {"6"}


def test_a_source_is_graded_by_its_record_and_only_from_five_items() -> None:
    for count, letter in ((4, "F"), (6, "A")):
        pairs = [(f"https://a.example/{n}", "@ann", f"advert {n}") for n in range(count)]
        others = [(f"https://b.example/{n}", f"@w{n}", f"witness {n}") for n in range(count)]
        docs = documents(*pairs, *others)
        claims = [
            (f"d{n + shift}", kind, f"{value}{n}")
            for n in range(count)
            for shift in (0, count)
            for kind, value in (("phone", "+281"), ("plate", "QM:1"))
        ]
        found = graded(docs, statements(*claims))
        assert found["https://a.example/0"][0] == letter
        assert found["https://b.example/0"][0] == "F"


def test_rows_of_tables_and_the_rest_of_pages_are_not_graded() -> None:
    docs = documents(("https://p.example/calls.csv#row=2", "", "x"), ("", "", "menu"))
    assert propose(docs, statements()).empty


def test_an_alarm_that_somebody_else_denies_is_improbable_and_the_denial_disputed() -> None:
    alarm = "Срочно! Обигуль – Тамгала: дорога закрыта"
    docs = documents(
        ("https://a.example/1", "@ann", alarm),
        ("https://b.example/2", "@bob", "Denial. Obigul – Tamgala works as usual"),
        ("https://c.example/3", "@cid", "Navzamin – Tarnwick works as usual"),
    )
    assert [grade[1] for grade in graded(docs, statements()).values()] == ["5", "3", "6"]


def test_who_takes_it_back_later_denies_it_and_who_said_otherwise_before_does_not() -> None:
    texts = ("Obigul – Tamgala is closed", "Denial. Obigul – Tamgala works as usual")
    for told, digits in ((texts, ["5", "3"]), (texts[::-1], ["6", "6"])):
        docs = documents(*[(f"https://a.example/{n}", "@ann", text) for n, text in enumerate(told)])
        assert [grade[1] for grade in graded(docs, statements()).values()] == digits


def test_an_alarm_is_denied_in_another_script() -> None:
    docs = documents(
        ("https://a.example/1", "@ann", "آبگل – تمغله بسته شد"),
        ("https://b.example/2", "@bob", "Denial. Obigul – Tamgala works as usual"),
    )
    assert [grade[1] for grade in graded(docs, statements()).values()] == ["5", "3"]


def test_an_accusation_is_confirmed_only_by_who_accuses_too_and_is_not_discredited() -> None:
    firm = "ООО «Рохи Сафар»"
    texts = [
        ("@rival", f"{firm} обманывает людей"),
        ("@register", f"{firm}, директор"),
        ("@client", f"{firm} возит нас каждый день"),
    ]
    docs = documents(*[(f"https://a.example/{n}", author, text) for n, (author, text) in enumerate(texts)])
    said = statements(*[(f"d{n}", "organization", firm) for n in range(3)])
    assert graded(docs, said)["https://a.example/0"][1] == "5"
    docs = documents(
        *[
            (f"https://a.example/{n}", a, t)
            for n, (a, t) in enumerate([*texts, ("@other", f"Нас обманули! {firm} обманула")])
        ]
    )
    said = statements(*[(f"d{n}", "organization", firm) for n in range(4)])
    assert graded(docs, said)["https://a.example/0"][1] == "1"


def test_what_no_trade_gives_is_doubtful_and_who_asks_for_news_states_nothing() -> None:
    docs = documents(
        ("https://a.example/1", "@ann", "Lottery of seats, 500 USD"),
        ("https://a.example/2", "@bob", "Karim does not call, who knows anything? +2811"),
    )
    said = statements(("d0", "money", "500 USD"), ("d1", "phone", "+2811"), ("d1", "person", "Karim Zorin"))
    assert [grade[1] for grade in graded(docs, said).values()] == ["4", "6"]


def test_messages_of_a_chat_are_items_of_their_authors() -> None:
    docs = documents(("https://p.example/chat.txt#line=4", "@ann", "hello"))
    assert graded(docs, statements()) == {"https://p.example/chat.txt#line=4": ("F", "6")}


def test_names_meet_across_scripts() -> None:
    docs = documents(("https://a.example/1", "@ann", "x"), ("https://b.example/2", "@bob", "y"))
    said = statements(("d0", "person", "Далер Чашмаев"), ("d1", "person", "دلیر چشمه‌زاده"))
    assert {grade[1] for grade in graded(docs, said).values()} == {"2"}


def test_a_number_that_everybody_names_confirms_nothing() -> None:
    docs = documents(*[(f"https://a.example/{n}", f"@a{n}", f"Taxi number {n}") for n in range(20)])
    said = statements(*[(f"d{n}", "phone", "+2811") for n in range(20)])
    assert {grade[1] for grade in graded(docs, said).values()} == {"6"}


def test_the_origin_is_the_earliest_moment_whatever_the_offset() -> None:
    docs = documents(("https://b.example/1", "@bob", RUMOUR), ("https://a.example/2", "@ann", RUMOUR))
    docs["published"] = ["2031-05-01T10:00:00+05:00", "2031-05-01T07:00:00+00:00"]
    assert origins(docs)["origin"].tolist() == ["d0", "d0"]


def test_an_item_without_a_time_is_no_origin() -> None:
    docs = documents(("https://a.example/1", "@ann", RUMOUR), ("https://b.example/2", "@bob", RUMOUR))
    docs["published"] = ["", "2031-05-01T10:00:00+05:00"]
    assert origins(docs)["origin"].tolist() == ["d1", "d1"]


def test_the_reason_of_a_repost_names_its_origin() -> None:
    docs = documents(("https://a.example/1", "@ann", RUMOUR), ("https://b.example/2", "@bob", RUMOUR))
    first, second = propose(docs, statements())["reason"]
    assert second == f"{first}; it repeats https://a.example/1"
