"""Organisations: a legal form with a quoted or capitalised name, or a quoted name after a word for a business."""

import re
from collections.abc import Iterator

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors

_BEFORE = (
    "ҶДММ|ҶСК|ҶСП|ҶСО|КВД|КФД|ЧДММ|ҶСШК|ООО|ОАО|ЗАО|ПАО|АО|ЧП|ИП|КФХ"
    "|ТОО|ОсОО|ОДО|ГУП|МУП|НПО|СП|МЧЖ|ХК|ЖСК|MChJ|XK|QK|OOO|LLC|Ltd|JSC"
)
_AFTER = r"Ltd|LLC|L\.L\.C\.|Inc|GmbH|Co|JSC|Limited|LLP|PLC|plc|Corp|Corporation|MChJ|Company|Bros|Group|& Sons"
_BUSINESS = (
    "фирм\\pL*|компани\\pL*|ширкат\\pL*|агентств\\pL*|кооператив\\pL*|общество|корхона\\pL*|магазин\\pL*|турфирм\\pL*|мағоза\\pL*|agency|company|firm|shop|"
    "firma\\w*|kompaniya\\w*"
)
_QUOTED = r"(?:«[^«»\n]{2,50}»|\"[^\"\n]{2,50}\"|“[^“”\n]{2,50}”|„[^„“\n]{2,50}“|'[^'\n]{2,50}')"
_CAPITAL = r"\p{Lu}[\p{L}'-]+"
_DARI = r"(?:شرکت|موسسه|تصدی|کمپنی)(?: [\p{Arabic}\x{200c}]+){0,2} " + _QUOTED + r"(?: (?:لمیتد|محدود))?"
"""A business and its name in quotes; the word for it is the legal form, so it is part of the name."""
_SMALL = {"the", "a", "an", "and", "at", "by", "from", "with", "director", "owner", "company"}


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The stretch as written, white space as single spaces."""
    start = candidate.start
    text = candidate.text
    if candidate.rule == "form after":
        while text.partition(" ")[0].lower() in _SMALL:
            skipped = len(text.partition(" ")[0]) + 1
            start, text = start + skipped, text[skipped:]
    if candidate.rule == "business":
        quote = re.search(r"[«\"“„']", text)
        assert quote is not None
        start, text = start + quote.start(), text[quote.start() :]
    value = re.sub(r"\s+", " ", text)
    if scene.text[candidate.end : candidate.end + 1] == "." and candidate.rule == "form after" and text.endswith("Co"):
        yield Found(start, candidate.end + 1, "organization", value + ".", 0.85, candidate.rule, 50)
        return
    yield Found(
        start, candidate.end, "organization", value, 0.7 if candidate.rule == "business" else 0.9, candidate.rule, 50
    )


selectors.add(
    __name__,
    Selector(
        {
            "form before": rf"(?:{_BEFORE})\s(?:{_QUOTED}|{_CAPITAL}(?:[ -]{_CAPITAL}){{0,3}})",
            "form after": rf"(?:{_QUOTED}|{_CAPITAL}(?: (?:{_CAPITAL}|&|and|of)){{0,4}}),? (?:{_AFTER})",
            "dari": _DARI,
            "dari form after": rf"{_QUOTED} (?:لمیتد|لیمیتد)",
            "business": rf"(?i:{_BUSINESS})\s{_QUOTED}",
        },
        check,
    ),
)
