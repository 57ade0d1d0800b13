import pytest
from payments import Records, smuggling, town

from osint_kit import money
from osint_kit.knowledge.flows import Options, books
from osint_kit.money.typologies import Scene, typologies


def everything() -> Records:
    """One of every pattern, among everyday payments."""
    records = smuggling(town(Records()))
    for number, middle in enumerate(("x", "y", "z")):
        records.pay("source", middle, 1000, 200 + number / 10)
        records.pay(middle, "sink", 950, 202 + number / 10)
    for number, (one, two) in enumerate((("a", "b"), ("b", "c"), ("c", "a"))):
        records.pay(one, two, 2000 - 50 * number, 210 + number)
    for number in range(3):
        records.pay("holder", "broker", 3000 + 100 * number, 220 + 20 * number)
        records.pay("broker", "holder", 2900 + 100 * number, 225 + 20 * number)
        records.pay("broker", f"customer {number}", 100, 221 + number)
        records.pay(f"customer {number + 5}", "broker", 100, 221 + number)
    for number, middle in enumerate(("m1", "m2", "m3")):
        for side in ("1", "2"):
            records.pay(f"left {side}", middle, 800, 300 + number / 10)
            records.pay(middle, f"right {side}", 760, 302 + number / 10)
    for payee in ("p", "q", "r", "s", "t"):
        records.pay("spender", payee, 900 + 10 * ord(payee), 250)
    return records


def scene(records: Records) -> Scene:
    (book,) = books(money.transfers(records.statements, records.entities))
    return Scene(book, (), Options())


@pytest.mark.parametrize("name", typologies)
def test_it_documents_itself(name: str) -> None:
    assert (typologies[name].__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("name", typologies)
def test_it_finds_its_pattern_and_names_who_is_in_it(name: str) -> None:
    found = list(typologies[name](scene(everything())))
    assert found
    for pattern in found:
        inside = {end for each in pattern.transfers for end in (each.payer, each.payee)}
        assert set(pattern.entities) <= inside
        assert len(pattern.transfers) >= 2
        assert pattern.reason


@pytest.mark.parametrize("name", typologies)
def test_it_is_idempotent(name: str) -> None:
    given = scene(everything())
    assert list(typologies[name](given)) == list(typologies[name](given))


@pytest.mark.parametrize("name", typologies)
def test_everyday_payments_give_nothing_that_counts(name: str) -> None:
    assert all(pattern.score < 0.5 for pattern in typologies[name](scene(town(Records()))))


@pytest.mark.parametrize("name", typologies)
def test_one_payment_is_no_pattern(name: str) -> None:
    records = Records()
    records.pay("a", "b", 5000, 1)
    assert list(typologies[name](scene(records))) == []
