"""Numbers of tax payers, after a word that announces them; right check digits make them surer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osint_kit.extract.check_digits import right
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.papers import distance
from osint_kit.knowledge.text import fold_pattern

_RANK = 72
_GAP = 30
_FEWEST, _MOST = 6, 15
_AFTER = re.compile(fold_pattern(r" ?\(?(?:инн|стир|stir|inn|бин|иин|ntn|рма|این ٹی این)"))


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Digits that a word for a tax number announces, or such a word follows (`304555010 STIRli`)."""
    digits = re.sub(r"[^0-9]", "", candidate.text)
    if not _FEWEST <= len(digits) <= _MOST or _goes_on(candidate, scene):
        return
    before = scene.before(candidate.start, 60)
    cue = distance(before, ("tax",), _GAP)
    other = distance(before, ("phone", "passport", "identity"), _GAP)
    follows = _AFTER.match(scene.after(candidate.end, 14))
    if (cue < 0 or 0 <= other < cue) and not follows:
        return
    rules = [each.check for profile in scene.profiles for each in profile.tax]
    score = 0.98 if any(right(rule, digits) for rule in rules) else 0.85
    value = candidate.text.replace(" ", "")
    yield Found(candidate.start, candidate.end, "tax_id", value, score, "announced", _RANK)


def _goes_on(candidate: Candidate, scene: Scene) -> bool:
    before = scene.text[max(0, candidate.start - 2) : candidate.start]
    after = scene.text[candidate.end : candidate.end + 3]
    return bool(re.search(r"[0-9][-./,]$|[+@]$", before) or re.match(r"[-./,]?[0-9]| ?[%$€]", after))


selectors.add(
    __name__,
    Selector(
        {
            "digits": r"[0-9]{6,15}",
            "groups": r"[0-9]{2,7}(?:[ -][0-9]{1,4}){1,5}",
            "slashes": r"[0-9]{8,10}/[0-9]{3,9}",
        },
        check,
    ),
)
