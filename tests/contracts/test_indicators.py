import pytest
from payments import Records, smuggling, town

from osint_kit import money
from osint_kit.knowledge.vocabulary import indicators as words
from osint_kit.money.indicators import Case, groups


def case() -> Case:
    """Payments in a pattern, and texts of every group."""
    records = smuggling(town(Records()))
    offer = "Orzugar – Veldhaven, 1500 USD, call +281550000001"
    for author in ("@one", "@two"):
        records.write(offer, 50, author=author, phone="+281550000001")
    records.write("The van with the plate 1234 AB 05 took us", 60, author="@three", plate="1234 AB 05=QM:1234AB05")
    records.write("Van 1234 AB 05, ask for the driver", 61, author="@four", plate="1234 AB 05=QM:1234AB05")
    records.write("They took our passports and we were not paid", 62, author="@five", person="They")
    frames = records.statements, records.documents
    transfers = money.transfers(records.statements, records.entities)
    return Case(transfers, money.typologies(transfers, records.documents), frames[1], frames[0])


@pytest.mark.parametrize("name", groups)
def test_it_documents_itself(name: str) -> None:
    assert (groups[name].__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("name", groups)
def test_every_sign_points_at_words_of_a_document(name: str) -> None:
    given = case()
    found = list(groups[name](given))
    assert found
    for sign in found:
        assert 0 <= sign.start < sign.end <= len(given.pages[sign.document].text)
        assert 0 < sign.score <= 1
        assert sign.reason


@pytest.mark.parametrize("name", groups)
def test_it_is_idempotent(name: str) -> None:
    given = case()
    assert list(groups[name](given)) == list(groups[name](given))


@pytest.mark.parametrize("name", groups)
def test_nothing_gives_nothing(name: str) -> None:
    records = Records()
    transfers = money.transfers(records.statements, records.entities)
    empty = Case(transfers, money.typologies(transfers, records.documents), records.documents, records.statements)
    assert list(groups[name](empty)) == []


@pytest.mark.parametrize("rule", [*words.rules(), *words.events()], ids=lambda rule: f"{rule.id}-{rule.of}")
def test_a_rule_names_a_group_that_exists_and_concepts_that_can_be_found(rule: words.Rule) -> None:
    assert rule.group in {*groups, ""}
    assert rule.label
    assert rule.span(words.read("")) is None
    assert 0 < rule.score < 1
