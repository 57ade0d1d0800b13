"""Every message can be said in three languages."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest

from osint_kit.errors import MissingInput
from osint_kit.messages import DOMAIN, LANGUAGES, LOCALE, _, language_in_use, use_language


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
