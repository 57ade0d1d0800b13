"""Currencies and numbers in words, in ten languages.

In:  TOML files beside this module
Out: Currency, Term
"""

from osint_kit.knowledge.currencies.names import Currency, cues, endings, heads, names, qualifiers, splits, units
from osint_kit.knowledge.currencies.numbers import Term, amount, terms

__all__ = ["Currency", "Term", "amount", "cues", "endings", "heads", "names", "qualifiers", "splits", "terms", "units"]
