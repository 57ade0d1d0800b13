import pytest

from osint_kit.extract.check_digits import right


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        ("inn", "7700000016"), ("inn", "770011112221"), ("iranian", "001-234567-9"), ("turkish", "10000000146"),
        ("kazakh", "850101300124"),
    ],
)  # fmt: skip
def test_right_and_one_digit_off(rule: str, number: str) -> None:
    assert right(rule, number)
    assert not right(rule, number[:-1] + str((int(number[-1]) + 1) % 10))


def test_no_rule_says_nothing() -> None:
    assert not right("", "7700000016")
    assert not right("iranian", "1111111111")
