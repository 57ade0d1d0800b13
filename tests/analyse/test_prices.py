from payments import Records

from osint_kit import analyse

PLACES = {"Orzugar": "Orzugar", "Орзугар": "Orzugar", "Veldhaven": "Veldhaven", "Вельдхавен": "Veldhaven"}
PLACES |= {"Shirkent": "Shirkent", "Ширкент": "Shirkent"}


def told() -> Records:
    records = Records()
    records.write("Orzugar – Veldhaven, 1500 USD", 40, money="1500 USD")
    records.write("Из Орзугара в Вельдхавен 1700 долларов", 45, money="1700 долларов=1700 USD")
    records.write("Orzugar – Veldhaven, 1500 USD", 47, money="1500 USD")
    records.write("From Shirkent to Veldhaven, 2100 EUR", 220, money="2100 EUR")
    records.write("Tea in Orzugar and in Shirkent, 3 USD", 221, money="3 USD")
    records.write("A bicycle, Orzugar, 1500 USD", 222, money="1500 USD")
    return records


def test_a_month_and_route_have_their_middle_price_however_the_places_are_written() -> None:
    records = told()
    found = analyse.prices(records.statements, records.documents, PLACES)
    assert found.to_dict("list") == {
        "month": ["2031-02", "2031-08"],
        "origin": ["Orzugar", "Shirkent"],
        "destination": ["Veldhaven", "Veldhaven"],
        "currency": ["USD", "EUR"],
        "price": [1600.0, 2100.0],
        "count": [2, 1],
    }


def test_without_places_there_are_no_prices() -> None:
    records = told()
    assert analyse.prices(records.statements, records.documents, {}).empty


def test_a_dear_tier_has_a_row_of_its_own_and_the_way_begins_where_the_text_says_from() -> None:
    records = told()
    records.write("To Veldhaven from Orzugar, by air 9000 USD", 41, money="9000 USD")
    found = analyse.prices(records.statements, records.documents, PLACES).query("month == '2031-02'")
    assert found["price"].tolist() == [1600.0, 9000.0]
    assert found[["origin", "destination"]].drop_duplicates().to_numpy().tolist() == [["Orzugar", "Veldhaven"]]
