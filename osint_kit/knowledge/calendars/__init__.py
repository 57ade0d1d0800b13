"""Calendars of the region: names of months, words about days, and conversion to Gregorian days.

In:  TOML files beside this module
Out: Month, date
"""

from osint_kit.knowledge.calendars.conversion import YEARS, full_year, gregorian, in_year
from osint_kit.knowledge.calendars.forms import expand, keys, spelt, variants
from osint_kit.knowledge.calendars.relative import Relative, relative
from osint_kit.knowledge.calendars.words import Month, cardinals, days, months, words

__all__ = [
    "YEARS",
    "Month",
    "Relative",
    "cardinals",
    "days",
    "expand",
    "full_year",
    "gregorian",
    "in_year",
    "keys",
    "months",
    "relative",
    "spelt",
    "variants",
    "words",
]
