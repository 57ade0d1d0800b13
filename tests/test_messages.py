"""Every message can be said in three languages."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from click.testing import CliRunner

from osint_kit.assess.hypotheses import HYPOTHESES_ASKED
from osint_kit.cli import cli
from osint_kit.errors import MissingInput
from osint_kit.knowledge import doctrine
from osint_kit.knowledge.vocabulary import indicators as words
from osint_kit.messages import DOMAIN, LANGUAGES, LOCALE, _, language_in_use, use_language
from osint_kit.shipped import shipped

PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)s")
WORLD = str(shipped("fixtures", "silk-route"))
PLAYED = (
    ("exercise", "list"),
    ("exercise", "status", "--case", "{case}"),
    ("exercise", "brief", "S0", "--case", "{case}"),
    ("exercise", "brief", "S9", "--case", "{case}"),
    ("exercise", "hint", "S9", "--case", "{case}"),
    ("exercise", "brief", "S99", "--case", "{case}"),
    ("plan", "--case", "{case}", "--assist", "suggest"),
    ("case", "show", "--case", "{case}"),
    ("case", "show", "plan", "--case", "{case}"),
    ("case", "verify", "--case", "{case}"),
    ("case", "verify", "--case", "{case}-that-is-not-there"),
    ("decide", "accept", "H7", "--case", "{case}"),
    ("doctrine", "check", "{text}"),
    ("frobnicate",),
    ("plan", "--assist", "much"),
)
"""Commands that take no time, right and wrong ones, as a team types them."""


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_catalogue_answers_and_says_that_nobody_reviewed_it(language: str) -> None:
    catalogue = gettext.translation(DOMAIN, LOCALE, [language])
    assert catalogue.info()["last-translator"] == "not reviewed by a speaker"
    assert catalogue.gettext("Usage:") != "Usage:"


def test_errors_speak_the_language_in_use() -> None:
    said = {}
    for language in LANGUAGES:
        assert use_language(language) == language == language_in_use()
        said[language] = str(MissingInput.expected("A", found="B", where="C"))
    assert len(set(said.values())) == len(LANGUAGES)
    assert all("A" in text and "B" in text and "C" in text for text in said.values())


def test_an_unknown_language_falls_back_to_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSINT_KIT_LANG", "tlh")
    assert use_language() == "en"
    assert _("none") == "none"


def test_the_environment_chooses_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSINT_KIT_LANG", "tg")
    assert use_language() == "tg"
    assert _("none") != "none"


def catalogue(language: str) -> Catalog:
    path = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    return read_po(path.open("rb"), locale=language)


def english(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translations(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_catalogue_is_complete_and_compiled(language: str) -> None:
    said = gettext.translation(DOMAIN, LOCALE, [language])
    for message in catalogue(language):
        if message.id:
            assert all(text.strip() for text in translations(message)), message.id
            assert not message.fuzzy, message.id
            assert said.gettext(english(message)[0]) == translations(message)[0]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_translation_has_the_placeholders_of_its_message(language: str) -> None:
    for message in catalogue(language):
        wanted = [set(PLACEHOLDER.findall(text)) for text in english(message)]
        assert all(set(PLACEHOLDER.findall(text)) in wanted for text in translations(message)), message.id


def test_the_catalogues_hold_the_same_messages() -> None:
    ids = [{english(message) for message in catalogue(language)} for language in LANGUAGES[1:]]
    assert all(each == ids[0] for each in ids)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_what_data_files_tell_is_said_in_the_language(language: str) -> None:
    told = [rule.label for rule in words.rules()]
    told += [record.label for name in doctrine.ELEMENT_SETS for record in doctrine.load(name)]
    told += HYPOTHESES_ASKED.values()
    use_language(language)
    assert [text for text in told if _(text) == text] == []


def phrases(language: str) -> list[tuple[str, re.Pattern[str]]]:
    """Messages of three words or more that the language says otherwise, as patterns of what a person would see."""
    found = []
    for message in catalogue(language):
        if message.id and translations(message)[0] != message.id:
            for line in english(message)[0].split("\n"):
                pieces = [re.escape(piece) for piece in PLACEHOLDER.split(line)]
                if len(re.findall(r"[A-Za-z]{2,}", PLACEHOLDER.sub(" ", line))) >= 3:
                    found.append((line, re.compile(r"(?<!\w)" + ".{1,80}?".join(pieces) + r"(?!\w)")))
    return found


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        yield from commands(found, (*path, name)) if isinstance(found, click.Group) else [(*path, name)]


def left_in_english(output: str, language: str) -> list[str]:
    flat = " ".join(output.split())
    return [text for text, pattern in phrases(language) if pattern.search(flat)]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_no_help_is_left_in_english(language: str) -> None:
    output = [CliRunner().invoke(cli, ["--lang", language, *path, "--help"]).output for path in commands(cli)]
    assert left_in_english("\n".join(output), language) == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_no_line_of_a_command_is_left_in_english(language: str, tmp_path: Path) -> None:
    case, text = tmp_path / "case", tmp_path / "half-page.txt"
    text.write_text("They will certainly leave. It is likely that they are 90 % sure.\n", encoding="utf-8")
    start = ["exercise", "start", "silk-route", "--world", WORLD, "--case", str(case)]
    said = [CliRunner().invoke(cli, [*start, *more, "--lang", language]).output for more in ([], ["--accept-rules"])]
    for typed in PLAYED:
        arguments = [word.format(case=case, text=text) for word in typed]
        said.append(CliRunner().invoke(cli, [*arguments, "--lang", language]).output)
    assert left_in_english("\n".join(said), language) == []
    assert re.search("[а-я]{4}", "".join(said))
