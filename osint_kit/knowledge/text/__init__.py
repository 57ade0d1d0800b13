"""Text as it is read: folding with offsets, scripts, languages, pages.

In:  text or HTML as served
Out: Folded, Page, a language code
"""

from osint_kit.knowledge.text.folding import LOOK_ALIKES, Folded, fold, fold_pattern, look_alikes
from osint_kit.knowledge.text.language import Speech, guess, guess_at, script
from osint_kit.knowledge.text.page import Page, absolute

__all__ = [
    "LOOK_ALIKES",
    "Folded",
    "Page",
    "Speech",
    "absolute",
    "fold",
    "fold_pattern",
    "guess",
    "guess_at",
    "look_alikes",
    "script",
]
