"""Telephone numbers to E.164: real ones by libphonenumber, those of fictional profiles by calling code and length."""

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.regions import Profile
from osint_kit.knowledge.text.cues import announces, follows
from osint_kit.knowledge.text.spelt import figures, neighbours, read_out

_GROUPED = re.compile(
    r"^\(?[0-9]{2,4}\)?[ ./-]{1,2}[0-9]{2,4}(?:[ .-]{1,2}[0-9]{1,4}){0,3}$|^\(?[0-9]{2,4}\)?[ /-]{1,2}[0-9]{5,8}$"
)
"""Groups as national numbers are written."""
_ANOTHER = re.compile(r"\d ?(?:,|;|/|или|ё|yoki|ёки|or|and|یا|او|أو|و|یان|и)? ?$")
"""A number before it, and a word that says there is another."""
_TRUNK = ("0", "8")
_OWN_FIRST = "56789"
_MOBILE = frozenset(
    (
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
        phonenumbers.PhoneNumberType.TOLL_FREE,
    )
)
_LONGEST_TRUNK = 11


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """International numbers by their plan; national ones only where the text tells the country."""
    if candidate.rule == "read out":
        yield from _read_out(candidate, scene)
    elif candidate.rule == "international":
        yield from _international(candidate, scene)
    elif scene.before(candidate.start, 2).rstrip().endswith("+"):
        return
    elif _is_document(candidate, scene):
        yield Found(candidate.start, candidate.end, "", "", 1.0, "document number", 61)
    else:
        yield from _bare(candidate, scene)


def _is_document(candidate: Candidate, scene: Scene) -> bool:
    before = scene.before(candidate.start, 40)
    return bool(announces("paper", within=14, plus=True).search(before)) and not _called(before)


def _called(before: str) -> bool:
    return bool(announces("call", within=16).search(before))


def _international(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    skip = 2 if candidate.text.startswith("00") else 0
    if skip and _is_document(candidate, scene):
        return
    for end in _ends(candidate.text):
        value = e164(re.sub(r"\D", "", candidate.text[skip:end]), scene.profiles)
        if value:
            yield Found(candidate.start, candidate.start + end, "phone", value, 0.98, "international", 76)
            return


def _bare(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    cued = _cued(candidate, scene)
    for end in _ends(candidate.text):
        text = candidate.text[:end]
        value = _told(text, scene, cued=cued)
        if value:
            yield Found(candidate.start, candidate.start + end, "phone", value, 0.8 if cued else 0.6, "national", 60)
            return


def _cued(candidate: Candidate, scene: Scene) -> bool:
    """Whether a word before or after says that it is a telephone number, or another number goes before it."""
    before, after = scene.before(candidate.start, 44), scene.after(candidate.end, 24)
    announced = announces("phone", within=26).search(before) or _ANOTHER.search(before)
    return bool(announced or follows("call", within=12).match(after))


def _told(text: str, scene: Scene, *, cued: bool) -> str:
    """E.164 of a number without a plus sign: with its country code, or by the countries the text speaks from."""
    digits = re.sub(r"\D", "", text)
    grouped = bool(_GROUPED.match(text))
    if cued or grouped or " " in text or "-" in text:
        value = _own(digits, scene.profiles) or (_coded(digits, scene.home) if cued or grouped else "")
        if value:
            return value
    return _national(digits, scene, cued=cued, grouped=grouped) if cued or grouped or digits[0] in _TRUNK else ""


def _read_out(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    said = read_out(candidate.text)
    digits = said.removeprefix("+")
    value = e164(digits, scene.profiles) if said != digits else ""
    value = value or _own(digits, scene.profiles) or _national(digits, scene, cued=True, grouped=True)
    value = value or e164(digits, scene.profiles)
    if value:
        yield Found(candidate.start, candidate.end, "phone", value, 0.8, "read out", 76)


def _ends(text: str) -> Iterator[int]:
    """Where the number may end, longest first: at each group of digits."""
    yield from sorted((match.end() for match in re.finditer(r"\d+", text)), reverse=True)


def e164(digits: str, profiles: tuple[Profile, ...]) -> str:
    """`+` and the digits if some plan has such a number, else empty."""
    return _own(digits, profiles) or _real(digits)


def _own(digits: str, profiles: tuple[Profile, ...]) -> str:
    for each in profiles:
        if each.fictional and digits.startswith(each.calling_code):
            national = digits.removeprefix(each.calling_code)
            if len(national) == each.national_digits and national[0] != "0":
                return f"+{digits}"
    return ""


def _coded(digits: str, home: tuple[Profile, ...]) -> str:
    """A number with the code of a country that the text speaks from, the plus sign left out."""
    for each in home:
        if digits.startswith(each.calling_code) and len(digits) == len(each.calling_code) + each.national_digits:
            return _real(digits)
    return ""


def _national(digits: str, scene: Scene, *, cued: bool, grouped: bool) -> str:
    """The first country, of those the text speaks from, that has such a number; a mobile one before any other."""
    trunk = digits[0] in _TRUNK and len(digits) <= _LONGEST_TRUNK
    for mobile in (True, False) if cued else (True,):
        for value in _possible(digits, scene, trunk=trunk, marked=cued or grouped, mobile=mobile):
            if value:
                return value
    return ""


def _possible(digits: str, scene: Scene, *, trunk: bool, marked: bool, mobile: bool) -> Iterator[str]:
    for each in scene.home:
        if each.fictional:
            fits = len(digits) == each.national_digits and digits[0] in _OWN_FIRST and marked
            yield f"+{each.calling_code}{digits}" if fits else ""
        elif trunk or len(digits) == each.national_digits:
            yield _real(digits, each.code, mobile=mobile)
    for code in neighbours(scene.language) if trunk else ():
        yield _real(digits, code, mobile=mobile)


@lru_cache(maxsize=65536)
def _real(digits: str, region: str | None = None, *, mobile: bool = False) -> str:
    """E.164 of a valid number; of a mobile one only, where nothing but its form speaks for it."""
    try:
        number = phonenumbers.parse(digits if region else f"+{digits}", region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    if mobile and phonenumbers.number_type(number) not in _MOBILE:
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


selectors.add(
    __name__,
    Selector(
        {
            "international": r"(?:\+ ?|00 ?)\(?[0-9][0-9 ().\-]{5,22}[0-9]",
            "bare": r"\(?[0-9][0-9 ()./\-]{5,18}[0-9]",
            "read out": rf"(?i){figures()}",
        },
        check,
    ),
)
