"""Emojis that stand for a part of an irregular journey, where other signals support the reading."""

import re
from collections.abc import Iterator

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.extract.support import standing

_CODES = {
    "GAME": "🎮🕹",
    "GUARANTEE": "✅🤝💯☑✔🔒",
    "BOAT": "🚤⛵🛥🚢🛶⛴",
    "TRAVEL": "✈🧳🛫🛬🛩",
    "WALK": "🚶👣🥾🏃",
    "TAXI_GAME": "🚕🚖",
}
_AFTER = "♂♀➡"
"""Signs of sex and direction that belong to the emoji before them."""
_FLAG = r"[\x{1F1E6}-\x{1F1FF}]{2}"
_HOME = frozenset({"TJ", "UZ", "KG", "KZ", "AF", "PK", "TM"})
"""Where journeys of this region begin: no destination."""
_A = 0x1F1E6


def check(candidate: Candidate, _scene: Scene) -> Iterator[Found]:
    """One find for a run of one meaning; a flag is a destination unless it is of a country of departure."""
    if candidate.rule == "flag":
        code = "".join(chr(ord(each) - _A + ord("A")) for each in candidate.text)
        concept = "" if code in _HOME else "DESTINATION"
    else:
        concept = next(name for name, signs in _CODES.items() if candidate.text[0] in signs)
    if concept:
        yield Found(candidate.start, candidate.end, "emoji_code", concept, 0.7, "leaning: emoji", 46)


def _runs() -> dict[str, str]:
    return {name.lower(): rf"(?:[{re.escape(signs)}][{_AFTER}]*)+" for name, signs in _CODES.items()}


selectors.add(
    __name__,
    Selector(
        {**_runs(), "flag": _FLAG},
        check,
        whole_words=False,
        confirm=lambda kept, scene: standing(kept, scene, "emoji_code"),
        kinds=("emoji_code",),
    ),
)
