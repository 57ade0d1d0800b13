import hashlib
import hmac

import pytest

from osint_kit.errors import BadScenario
from osint_kit.world import commitment, seed_of, team_seed


def test_small_numbers_are_demo_seeds() -> None:
    for value in (0, 7, "7", 2**64 - 1):
        assert seed_of(value).demo
    assert seed_of(7).bytes == (7).to_bytes(16, "big")


def test_thirty_two_hexadecimal_digits_are_a_whole_seed() -> None:
    seed = seed_of("f0" * 16)
    assert seed.bytes == b"\xf0" * 16
    assert not seed.demo


def test_a_small_number_written_in_full_is_still_a_demo_seed() -> None:
    assert seed_of(f"{7:032x}") == seed_of(7)


def test_no_seed_draws_another_each_time() -> None:
    drawn = {seed_of(None).bytes for _ in range(20)}
    assert len(drawn) == 20
    assert {len(each) for each in drawn} == {16}
    assert not seed_of(None).demo


@pytest.mark.parametrize("wrong", [2**64, -1, "abc", "", "1.5", "f" * 31, "g" * 32, "٣"])
def test_anything_else_is_refused(wrong: str | int) -> None:
    with pytest.raises(BadScenario, match="seed"):
        seed_of(wrong)


def test_teams_of_one_master_have_seeds_of_their_own() -> None:
    master = seed_of("0123456789abcdef" * 2)
    expected = hmac.new(master.bytes, b"alpha", hashlib.sha256).digest()[:16]
    assert team_seed(master, "alpha").bytes == expected
    assert team_seed(master, "bravo") != team_seed(master, "alpha")
    assert not team_seed(master, "alpha").demo
    assert team_seed(seed_of(7), "alpha").demo


def test_the_commitment_is_a_function_of_the_seed_alone() -> None:
    seed = bytes(range(16))
    tag = hmac.new(seed, b"commitment", hashlib.sha256).digest()
    assert commitment(seed) == hashlib.sha256(seed + tag).hexdigest()
