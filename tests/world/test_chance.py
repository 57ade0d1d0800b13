from collections import Counter

import pytest

from osint_kit.world import Chance

SEED = bytes(range(16))


def test_golden_draws_never_change() -> None:
    stream = Chance(SEED).stream("golden", "key", 3)
    assert [stream.below(1000) for _ in range(6)] == [286, 73, 687, 705, 766, 793]
    assert stream.token(12) == "40e031d4fc1e"
    assert stream.shuffle("abcdefgh") == list("aebhcgdf")
    assert stream.between(-5, 5) == 0
    assert stream.sample(range(100), 4) == [68, 84, 59, 34]


def test_a_stream_depends_on_its_seed_purpose_and_key_only() -> None:
    chance = Chance(SEED)
    first = chance.stream("a", "k").token(32)
    chance.stream("b").token(500)
    assert chance.stream("a", "k").token(32) == first
    others = [chance.stream("a"), chance.stream("a", "l"), chance.stream("ak"), Chance(bytes(16)).stream("a", "k")]
    assert first not in [each.token(32) for each in others]


def test_a_key_is_not_the_joining_of_its_parts() -> None:
    chance = Chance(SEED)
    assert chance.stream("p", "a", "b").token(16) != chance.stream("p", "ab").token(16)


def test_below_is_even() -> None:
    stream = Chance(SEED).stream("even")
    seen = Counter(stream.below(7) for _ in range(7000))
    assert set(seen) == set(range(7))
    assert all(850 < count < 1150 for count in seen.values())


def test_draws_past_one_block_go_on() -> None:
    stream = Chance(SEED).stream("long")
    assert len({stream.below(2**64) for _ in range(1000)}) == 1000


def test_below_takes_the_whole_word_and_no_more() -> None:
    stream = Chance(SEED).stream("limits")
    assert stream.below(1) == 0
    for wrong in (0, -1, 2**64 + 1):
        with pytest.raises(ValueError, match="limit"):
            stream.below(wrong)


def test_shuffle_and_sample_keep_the_items() -> None:
    stream = Chance(SEED).stream("mixed")
    assert sorted(stream.shuffle(range(50))) == list(range(50))
    drawn = stream.sample(range(50), 20)
    assert len(set(drawn)) == 20
    with pytest.raises(ValueError, match="at most"):
        stream.sample([1], 2)


def test_odds_are_the_odds() -> None:
    stream = Chance(SEED).stream("odds")
    assert 1800 < sum(stream.odds(1, 5) for _ in range(10_000)) < 2200
    assert not any(stream.odds(0, 5) for _ in range(50))
    assert all(stream.odds(5, 5) for _ in range(50))
