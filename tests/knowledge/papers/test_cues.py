from osint_kit.knowledge.papers import acronyms, announced, card_range, iban_length, words


def test_a_cue_stands_before_the_number_on_the_same_sentence() -> None:
    assert announced("мой паспорт номер ", ("passport",)) == "паспорт номер "
    assert announced("серия и no. ", ("passport",))
    assert not announced("паспорт есть! ", ("passport",))
    assert not announced("паспорт 12 ", ("passport",))


def test_the_gap_is_limited() -> None:
    assert not announced("паспорт" + " а" * 40, ("passport",), 20)


def test_a_cue_begins_a_word() -> None:
    assert not announced("загробная ", ("card",))
    assert announced("картой ", ("card",))


def test_an_unknown_group_is_its_own_word() -> None:
    assert words("zarvand pass") == ("zarvand pass",)


def test_tables() -> None:
    assert iban_length("TR") == 26
    assert iban_length("QM") == 0
    assert card_range("8600555000011114")
    assert "USD" in acronyms()
