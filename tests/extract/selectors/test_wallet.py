import pytest

from osint_kit.extract import find

TRON = "TBuJWmcwHp8CygKAXMhpC3wFevfEKJup2M"
BITCOIN = "1MN2KVsNNWmSEaCq26vxWtAttzrToEshNi"
SCRIPT = "3AeLWGMzPa9p4VLHM2hfDPDUFVxxA9ZZVe"
SEGWIT = "bc1qarrshl5w7725tn0zamch87pqy8ajlr79nmaj77"
ETHER = "0xD1FCcb0016A7Be99cFc3e27adc9f38250598FeaC"


def values(text: str) -> list[str]:
    return [each.value for each in find(text) if each.kind == "wallet"]


@pytest.mark.parametrize(
    ("address", "chain"),
    [(TRON, "TRX"), (BITCOIN, "BTC"), (SCRIPT, "BTC"), (SEGWIT, "BTC"), (SEGWIT.upper(), "BTC"), (ETHER, "ETH")],
)
def test_chains_by_their_check_codes(address: str, chain: str) -> None:
    assert values(f"ҳамён:{address}, факат") == [f"{chain}:{address}"]


@pytest.mark.parametrize("address", [TRON, BITCOIN, SEGWIT, ETHER])
def test_one_letter_off_is_none(address: str) -> None:
    changed = address[:-3] + ("a" if address[-3] != "a" else "c") + address[-2:]
    assert not values(f"wallet {changed}")


def test_small_and_capital_letters_of_ethereum() -> None:
    assert values(ETHER.lower()) == [f"ETH:{ETHER.lower()}"]
    assert values(f"0x{ETHER[2:].upper()}") == [f"ETH:0x{ETHER[2:].upper()}"]


def test_longer_words_and_links_hold_none() -> None:
    assert not values("0x" + "ab" * 32)
    assert not values(f"https://scan.example/address/{TRON}")
