"""Host names that stand alone, plain or defanged."""

import re
from collections.abc import Iterator

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.text.hosts import is_host
from osint_kit.knowledge.text.spelt import host, refang, starts

_SENTENCE_BREAK = re.compile(r"\.[A-Z][a-z]+$")
"""`done.Call`: a full stop without its space."""


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Lower case; nothing that belongs to an address, a path or a handle, and no sentence that lacks a space."""
    before = scene.text[candidate.start - 1 : candidate.start]
    after = scene.text[candidate.end : candidate.end + 1]
    broken = _SENTENCE_BREAK.search(candidate.text) and not candidate.text[0].isupper()
    if before and before in "@/#_":
        return
    if broken or after == "@":
        return
    for start in starts(candidate.text):
        value = refang(candidate.text[start:]).lower()
        if is_host(value, alone=True) and not value.startswith("-"):
            yield Found(candidate.start + start, candidate.end, "domain", value, 0.9, candidate.rule, 80)
            return


selectors.add(__name__, Selector({"host": rf"(?i){host()}"}, check))
