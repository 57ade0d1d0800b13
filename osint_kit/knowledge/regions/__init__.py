"""Country profiles: numbering, plates, currencies, languages. Real ones ship as data; a scenario brings fictional ones.

In:  one TOML file per country beside this module
Out: Profile
"""

from osint_kit.knowledge.regions.profile import Crossing, Format, Profile, load

REAL: tuple[Profile, ...] = load()
"""The real profiles that ship with the kit, by country code. Own compilation, not yet reviewed by a native user."""

__all__ = ["REAL", "Crossing", "Format", "Profile", "load"]
