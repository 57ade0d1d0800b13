import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.extract import find
from osint_kit.extract.selectors.mrz import check_digit

TD1 = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F3104150UTO<<<<<<<<<<<2",
    "NAZAROVA<<GULRU<<<<<<<<<<<<<<<",
)
TD2 = ("I<UTOKARIMZODA<<FIRUZ<<<<<<<<<<<<<<<", "A001122338UTO8506117M3006106<<<<<<<2")
TD3 = ("P<QMAOBIGULOV<<SARDOR<<<<<<<<<<<<<<<<<<<<<<<", "QN55500017QMA8802299M3102282<<<<<<<<<<<<<<08")
ZONES = (TD1, TD2, TD3)


def values(text: str) -> list[tuple[str, str]]:
    return [(each.value, text[each.start : each.end]) for each in find(text) if each.kind == "mrz"]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("joint", ["\n", " ", "\r\n", " / ", ""])
def test_lines_joined_in_many_ways(zone: tuple[str, ...], joint: str) -> None:
    written = joint.join(zone)
    assert values(f"OCR: I<UTO скан → {written}, вот") == [("/".join(zone), written)]


@pytest.mark.parametrize("zone", ZONES)
def test_blanks_and_guillemets(zone: tuple[str, ...]) -> None:
    blanks = "\n".join(f"{line[:9]} {line[9:]}" for line in zone)
    assert [value for value, _ in values(blanks)] == ["/".join(zone)]
    assert [value for value, _ in values("\n".join(zone).replace("<", "«"))] == ["/".join(zone)]
    assert [value for value, _ in values("\n".join(zone).replace("<<", "«").replace("<", "‹"))] == ["/".join(zone)]


@pytest.mark.parametrize("zone", ZONES)
@given(data=st.data())
def test_one_other_digit_breaks_it(zone: tuple[str, ...], data: st.DataObject) -> None:
    text = "\n".join(zone)
    second = len(zone[0]) + 1
    places = [place for place, each in enumerate(text) if each.isdigit() and second <= place < second + len(zone[1])]
    place = data.draw(st.sampled_from(places))
    other = str((int(text[place]) + data.draw(st.integers(1, 9))) % 10)
    assert not values(text[:place] + other + text[place + 1 :])


def test_nothing_else_is_found_in_it() -> None:
    assert {each.kind for each in find("\n".join(TD3))} == {"mrz"}


def test_a_long_document_number_goes_on_in_the_optional_data() -> None:
    line = "I<UTOD23145890<7349<<<<<<<<<<<"
    rest = line[5:14] + "734"
    line = f"I<UTO{line[5:14]}<734{check_digit(rest)}<<<<<<<<<<<"
    birth, expiry = "340712", "950712"
    second = f"{birth}{check_digit(birth)}M{expiry}{check_digit(expiry)}UTO<<<<<<<<<<<"
    whole = check_digit(line[5:30] + second[0:7] + second[8:15] + second[18:29])
    zone = (line, f"{second}{whole}", "STEVENSON<<PETER<JOHN<<<<<<<<<")
    assert [value for value, _ in values("\n".join(zone))] == ["/".join(zone)]


def test_much_that_looks_like_a_beginning_takes_no_time() -> None:
    assert not values("P<UTO" * 2000 + " IDUTO<" * 2000)
