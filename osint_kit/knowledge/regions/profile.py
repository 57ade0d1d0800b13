"""One country profile, and the loader of those that ship with the kit."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.resources import files

from osint_kit.errors import BadScenario
from osint_kit.messages import _

_SEQUENCES = ("languages", "places")


@dataclass(frozen=True, slots=True)
class Profile:
    """How one country writes its numbers and names.

    Attributes:
        code: ISO 3166-1 alpha-2; fictional states use the user-assigned QM to QZ. Prefix of plates and IBANs.
        calling_code: digits after the plus sign.
        national_digits: length of a national number, without calling code and trunk prefix.
        plate: regular expression over upper-case text whose Cyrillic look-alikes are folded to Latin.
        iban_length: 0 where the country has no IBAN.
        places: place names in all languages: what a person name must not be mistaken for.
        confidence: 0..1, how far the compilation can be relied on.
    """

    code: str
    name: str
    calling_code: str
    national_digits: int
    plate: str
    iban_length: int
    currency: str
    languages: tuple[str, ...]
    places: tuple[str, ...]
    source: str
    confidence: float
    fictional: bool = False

    @classmethod
    def of(cls, row: Mapping[str, object], *, where: object) -> Profile:
        """Build a profile from a TOML table; unknown keys are ignored, missing ones refused.

        Raises:
            BadScenario: a field is missing.
        """
        known = {field.name for field in fields(cls)}
        values = {key: _value(key, value) for key, value in row.items() if key in known}
        missing = sorted(known - {"fictional"} - set(values))
        if missing:
            wanted = _("profile fields {names}").format(names=", ".join(missing))
            raise BadScenario.expected(wanted, found=", ".join(sorted(row)), where=where)
        return cls(**values)  # type: ignore[arg-type]  # the names are checked above, the types by the data's tests


def load() -> tuple[Profile, ...]:
    """Read the profiles that ship with the kit, in the order of their codes."""
    folder = files("osint_kit.knowledge.regions")
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".toml")]
    return tuple(
        Profile.of(tomllib.loads(entry.read_text("utf-8")), where=entry.name)
        for entry in sorted(found, key=lambda entry: entry.name)
    )


def _value(key: str, value: object) -> object:
    if key in _SEQUENCES and isinstance(value, list):
        return tuple(str(each) for each in value)
    return str(value) if key == "calling_code" else value
