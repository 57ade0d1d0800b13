"""Currencies and numbers in words, in ten languages.

In:  TOML files beside this module
Out: Currency, Term
"""

from osint_kit.knowledge.currencies.names import Currency, cues, names, qualifiers
from osint_kit.knowledge.currencies.numbers import Term, amount, terms

__all__ = ["Currency", "Term", "amount", "cues", "names", "qualifiers", "terms"]
