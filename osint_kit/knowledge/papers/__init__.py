"""Words that announce numbers: of plates, passports, cards, tax payers, in all languages of the region.

In:  cues.toml, acronyms.toml, numbers.toml beside this module
Out: words, announced, distance, acronyms, iban_length, card_range
"""

from osint_kit.knowledge.papers.acronyms import acronyms
from osint_kit.knowledge.papers.cues import announced, distance, words
from osint_kit.knowledge.papers.numbers import card_range, iban_length

__all__ = ["acronyms", "announced", "card_range", "distance", "iban_length", "words"]
