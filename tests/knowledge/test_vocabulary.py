from __future__ import annotations

import re
import unicodedata

from osint_kit.knowledge import vocabulary

CYRILLIC = re.compile(r"[а-яёғӣқӯҳҷ \-]+")
ARABIC = re.compile(r"[\u0621-\u06cc ]+")
LATIN = re.compile(r"[a-z \-]+")


def test_terms_are_lower_case_stems_in_the_script_of_their_language() -> None:
    for term in vocabulary.load():
        assert term.text == unicodedata.normalize("NFC", term.text).strip()
        assert {"en": LATIN, "fa": ARABIC}.get(term.language, CYRILLIC).fullmatch(term.text), term
        assert term.weight in (1, 2, 3)
        assert (term.source, term.status) == ("own compilation, unreviewed", "D")


def test_every_concept_has_a_word_in_every_language() -> None:
    concepts = {term.concept for term in vocabulary.load()}
    for concept in concepts:
        assert {term.language for term in vocabulary.load() if term.concept == concept} == set(vocabulary.LANGUAGES)
        assert len({term.weight for term in vocabulary.load() if term.concept == concept}) == 1
    assert {"guarantee", "game", "package", "agent", "walk"} <= concepts
