from __future__ import annotations

from click.testing import CliRunner

from osint_kit.cli.names import command


def test_a_comparison_is_told_word_by_word() -> None:
    told = CliRunner().invoke(command, ["compare", "Мухаммадраҳим Саидзода", "Muhammad Rahim Saidov"])
    assert told.exit_code == 0
    assert "one root under different endings" in told.output
    assert "may be one name" in told.output


def test_a_contradiction_is_told() -> None:
    told = CliRunner().invoke(command, ["compare", "Карим Саидов", "Карима Саидова"])
    assert "against: Карим and Карима are two given names" in told.output
    assert "not taken for one name" in told.output


def test_organisations_are_compared_by_their_own_words() -> None:
    told = CliRunner().invoke(command, ["compare", "--organization", "ООО Нур", "Nur LLC"])
    assert "may be one name" in told.output


def test_words_of_a_name_are_told() -> None:
    told = CliRunner().invoke(command, ["parse", "Jahongir Anvar o‘g‘li Sultonov"])
    assert [line.split()[0] for line in told.output.splitlines()[:4]] == ["given", "father", "particle", "surname"]


def test_names_of_no_letters_are_no_names() -> None:
    told = CliRunner().invoke(command, ["compare", "***", "123"])
    assert told.exit_code == 0
    assert "not taken for one name" in told.output
