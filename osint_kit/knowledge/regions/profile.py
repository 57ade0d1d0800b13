"""One country profile, and the loader of those that ship with the kit."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from importlib.metadata import entry_points
from importlib.resources import files

from osint_kit.errors import BadScenario
from osint_kit.messages import _

_HERE = "osint_kit.knowledge.regions"
_SEQUENCES = ("languages", "places", "currencies", "calendars", "cues", "names", "plate_words")


@dataclass(frozen=True, slots=True)
class Format:
    """One way in which a country writes a plate, a document number or a tax number.

    Attributes:
        pattern: RE2 over upper-case folded text, Cyrillic look-alikes folded to Latin; where it has a blank, the text
            has a space, a dash or nothing.
        cues: words that announce it, lower case, without which it is not read; a name of `knowledge/papers/cues.toml`
            stands for all its words. A format of bare digits needs one.
        check: name of the rule for check digits, empty where there is none.
        reverse: the groups stand in the opposite order, as when right-to-left text is copied as it is seen.
        source: only what was opened; else "own compilation, unreviewed".
        confidence: 0..1.
    """

    name: str
    pattern: str
    example: str
    source: str
    confidence: float
    cues: tuple[str, ...] = ()
    check: str = ""
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Crossing:
    """A border crossing: one id for both sides, its names in every script, the state on the other side."""

    id: str
    to: str
    names: tuple[str, ...]
    source: str
    confidence: float


_TABLES: Mapping[str, type[Format | Crossing]] = {
    "plates": Format,
    "documents": Format,
    "tax": Format,
    "crossings": Crossing,
}


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
        currencies: ISO 4217, the usual one first; `currency` alone where empty.
        calendars: `gregorian`, `solar` (Jalali), `islamic`, `kurdish`, the usual one first.
        plates: further formats beside `plate`.
        documents: passports, identity cards, migration cards.
        tax: numbers of tax payers.
        plate_words: `written=compact`: letters and words on plates in other scripts, and what a compact plate has.
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
    currencies: tuple[str, ...] = ()
    calendars: tuple[str, ...] = ("gregorian",)
    plates: tuple[Format, ...] = ()
    documents: tuple[Format, ...] = ()
    tax: tuple[Format, ...] = ()
    crossings: tuple[Crossing, ...] = ()
    plate_words: tuple[str, ...] = ()

    @classmethod
    def of(cls, row: Mapping[str, object], *, where: object) -> Profile:
        """Build a profile from a TOML table; unknown keys are ignored, missing ones refused.

        Raises:
            BadScenario: a field is missing.
        """
        known = {field.name: field.default is MISSING for field in fields(cls)}
        values = {key: _value(key, value, where=where) for key, value in row.items() if key in known}
        missing = sorted(key for key, needed in known.items() if needed and key not in values)
        if missing:
            wanted = _("profile fields {names}").format(names=", ".join(missing))
            raise BadScenario.expected(wanted, found=", ".join(sorted(row)), where=where)
        return cls(**values)  # type: ignore[arg-type]  # the names are checked above, the types by the data's tests


def load() -> tuple[Profile, ...]:
    """Read the profiles that ship with the kit, then those of packages from outside, each in the order of file names.

    An entry point of the group `osint_kit.knowledge.regions` names a package whose TOML files are profiles.
    """
    packages = [_HERE, *(each.value for each in sorted(entry_points(group=_HERE), key=lambda each: each.name))]
    return tuple(profile for package in packages for profile in _read(package))


def _read(package: str) -> Iterator[Profile]:
    found = [entry for entry in files(package).iterdir() if entry.name.endswith(".toml")]
    for entry in sorted(found, key=lambda entry: entry.name):
        yield Profile.of(tomllib.loads(entry.read_text("utf-8")), where=entry.name)


def _value(key: str, value: object, *, where: object) -> object:
    if key in _TABLES and isinstance(value, list):
        return tuple(_entry(_TABLES[key], each, where=f"{where}: {key}") for each in value)
    if key in _SEQUENCES and isinstance(value, list):
        return tuple(str(each) for each in value)
    return str(value) if key == "calling_code" else value


def _entry(kind: type[Format | Crossing], row: Mapping[str, object], *, where: object) -> Format | Crossing:
    try:
        return kind(**{key: _value(key, value, where=where) for key, value in row.items()})  # type: ignore[arg-type]  # checked by the call
    except TypeError as error:
        wanted = _("fields {names}").format(names=", ".join(field.name for field in fields(kind)))
        raise BadScenario.expected(wanted, found=", ".join(sorted(row)), where=where) from error
