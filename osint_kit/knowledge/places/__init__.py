"""Places: a compact gazetteer in the languages and scripts of the region, and how their names inflect.

In:  a name as written
Out: Place

Data of GeoNames (CC BY 4.0) and of the Unicode CLDR, joined to a compilation of the kit's own; NOTICE says more.
"""

from osint_kit.knowledge.places import sounding
from osint_kit.knowledge.places.cues import cue
from osint_kit.knowledge.places.gazetteer import Level, Place, Spelling, find, is_common, spellings, spelt, stems
from osint_kit.knowledge.places.inflecting import Stem, stem, within

__all__ = [
    "Level",
    "Place",
    "Spelling",
    "Stem",
    "cue",
    "find",
    "is_common",
    "sounding",
    "spellings",
    "spelt",
    "stem",
    "stems",
    "within",
]
