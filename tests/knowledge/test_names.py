import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.knowledge.names import compare, is_given, is_patronymic, is_surname, key, root, skeleton, stems
from osint_kit.knowledge.names.given import given_names

NAMES = st.lists(
    st.sampled_from(
        ["Карим", "Саидов", "Саидзода", "К.", "Мадина", "Karim", "Saidov", "Олимова", "ака", "Каримович", "Фирӯз"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


def test_the_table_holds_more_than_four_hundred_names() -> None:
    assert len(given_names()) > 600


@pytest.mark.parametrize(
    "spellings",
    [
        ("Фирӯз", "Фируз", "Firuz", "Firooz"),
        ("Ҷамшед", "Джамшед", "Jamshed", "Jamshid"),
        ("Хуршед", "Khurshed", "Xurshid"),
        ("Қодир", "Кодир", "Qodir", "Kodir"),
        ("Абдулло", "Abdulloh", "Abdullah"),
        ("Юсуф", "Yusuf"),
    ],
)
def test_spellings_of_a_name_meet_under_one_key(spellings: tuple[str, ...]) -> None:
    assert len({key(each) for each in spellings}) == 1
    assert len({skeleton(each) for each in spellings}) == 1


@pytest.mark.parametrize("pair", [("Карим", "Крым"), ("Далер", "Доллар"), ("Зафар", "Сафар")])
def test_different_words_keep_different_keys(pair: tuple[str, str]) -> None:
    assert key(pair[0]) != key(pair[1])


@pytest.mark.parametrize("word", ["Рустама", "Рустаму", "Рустамом", "Мадины", "Мадиной", "Рустамро"])
def test_cases_lead_back_to_the_name(word: str) -> None:
    assert is_given(word)
    assert key(word) in stems(word)


def test_endings_tell_surnames_and_patronymics() -> None:
    assert all(is_surname(each) for each in ("Саидов", "Саидовой", "Saidzoda", "Саидзода", "Саидӣ", "Петровский"))
    assert not any(is_surname(each) for each in ("Карим", "Навзамин", "Дом"))
    assert all(is_patronymic(each) for each in ("Каримович", "Каримовны", "Каримовичу"))
    assert root("Саидова") == root("Saidzoda") == root("Саидӣ") == "said"


@pytest.mark.parametrize(
    "pair",
    [
        ("Карим Саидов", "Saidov Karim"),
        ("К. Саидов", "Карим Саидов"),
        ("Саидзода Карим", "Саидов Карим"),
        ("ҳоҷӣ Карим Саидов", "Карим Саидов"),
        ("Саидов Карим Алиевич", "Карим Саидов"),
    ],
)
def test_one_person_in_two_spellings(pair: tuple[str, str]) -> None:
    compared = compare(*pair)
    assert compared.same
    assert compared.reasons


@pytest.mark.parametrize(
    "pair",
    [
        ("Карим Саидов", "Далер Саидов"),
        ("Карима Саидова", "Карим Саидов"),
        ("Карим Саидов", "Карим Алиев"),
        ("Карим", "Карим Саидов"),
        ("М. Саидов", "Карим Саидов"),
    ],
)
def test_not_one_name(pair: tuple[str, str]) -> None:
    assert not compare(*pair).same


@given(NAMES, NAMES)
def test_comparison_is_symmetric_and_bounded(left: str, right: str) -> None:
    ours, theirs = compare(left, right), compare(right, left)
    assert 0 <= ours.score <= 1
    assert ours.same == theirs.same
    assert ours.score == pytest.approx(theirs.score)


@given(NAMES)
def test_a_name_equals_itself(name: str) -> None:
    assert compare(name, name).score >= 0.67
