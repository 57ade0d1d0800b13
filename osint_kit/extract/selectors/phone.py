"""Telephone numbers to E.164: real ones by libphonenumber, those of fictional profiles by calling code and length."""

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.regions import Profile

_CUE = re.compile(
    r"(?:тел|телефон\w*|моб|сот|связ\w*|звон\w*|набер\w*|whatsapp|ватсап|telegram|телеграм\w*|занг\w*|рақам\w*|номер\w*|phone|"
    r"call|tel|mobile|ring|qo'ng'iroq|raqam\w*|aloqa|تلفون|تلفن|تماس|زنگ|شماره|نمبر|واتساپ)[^\n\d]{0,24}$"
)
_DOCUMENT = re.compile(
    r"(?:паспорт\w*|серия|шиноснома\w*|passport|id card|договор\w*|накладн\w*|"
    r"заказ\w*|квитанц\w*|билет\w*|ticket|order|invoice|счет|счёт|"
    r"шартнома\w*|инн|inn|огрн|reg\w*|рейс|flight|№|تذکره|پاسپورت|سند|فرمایش|رسید|تکت|قرارداد|фармоиш\w*)"
    r"[^\n\d+.]{0,14}$"
)
_PAPER = re.compile(
    r"(?:паспорт\w*|шиноснома\w*|passport|билет\w*|квитанц\w*|чипта\w*|удостоверен\w*|шаҳодатнома\w*|پاسپورت|تذکره)"
    r"[^\n.+]{0,40}$"
)
_CALL = re.compile(r"(?:тел|телефон\w*|звон\w*|занг\w*|call|phone|whatsapp|моб|تلفون|زنگ|تماس)[^\n\d]{0,16}$")
_NATIONAL = re.compile(r"^\(?\d{2,3}\)?[ -]\d{2,3}[ -]\d{2,4}(?:[ -]\d{1,3}){0,2}$")
_TRUNK_EIGHT = 11


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """International numbers by their plan; national ones only where the text tells the country."""
    if candidate.rule == "international":
        yield from _international(candidate, scene)
    elif scene.before(candidate.start, 2).rstrip().endswith("+"):
        return
    elif _is_document(candidate, scene):
        yield Found(candidate.start, candidate.end, "", "", 1.0, "document number", 61)
    else:
        yield from _bare(candidate, scene)


def _is_document(candidate: Candidate, scene: Scene) -> bool:
    before = scene.before(candidate.start, 60)
    return bool(_DOCUMENT.search(before) or _PAPER.search(before)) and not _CALL.search(before)


def _international(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    skip = 2 if candidate.text.startswith("00") else 0
    if skip and _DOCUMENT.search(scene.before(candidate.start)):
        return
    for end in _ends(candidate.text):
        value = e164(re.sub(r"\D", "", candidate.text[skip:end]), scene.profiles)
        if value:
            yield Found(candidate.start, candidate.start + end, "phone", value, 0.98, "international", 62)
            return


def _bare(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    cued = bool(_CUE.search(scene.before(candidate.start, 40)))
    for end in _ends(candidate.text):
        text = candidate.text[:end]
        digits = re.sub(r"\D", "", text)
        shaped = bool(_NATIONAL.match(text))
        value = _own(digits, scene.profiles) if cued or " " in text or "-" in text else ""
        value = value or (_national(digits, scene.home) if cued or shaped else "")
        if value:
            yield Found(candidate.start, candidate.start + end, "phone", value, 0.8 if cued else 0.6, "national", 60)
            return


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


@lru_cache(maxsize=65536)
def _real(digits: str, region: str | None = None) -> str:
    try:
        number = phonenumbers.parse(digits if region else f"+{digits}", region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _national(digits: str, home: tuple[Profile, ...]) -> str:
    for each in home:
        if not each.fictional:
            trunk = len(digits) == _TRUNK_EIGHT or len(digits) == each.national_digits
            value = _real(digits, each.code) if trunk else ""
        else:
            fits = len(digits) == each.national_digits and digits[0] in "56789"
            value = f"+{each.calling_code}{digits}" if fits else ""
        if value:
            return value
    return ""


selectors.add(
    __name__,
    Selector(
        {
            "international": r"(?:\+|00)\s?[0-9][0-9 ().\-]{5,22}[0-9]",
            "bare": r"\(?[0-9][0-9 ()\-]{5,18}[0-9]",
        },
        check,
    ),
)
