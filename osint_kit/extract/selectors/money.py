"""Sums of money: an amount and a currency, by sign, code or word."""

import re
from collections.abc import Iterator

from osint_kit.extract.amounts import amount
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors

_CURRENCIES = {
    "USD": r"USD|US\$|\$|долл(?:ар\pL*|\.)?|dollars?|dollar\pL*|у\.\s?е\.?|бакс\pL*|bucks|دالر|دلار",
    "EUR": r"€|евро|euros?|yevro|юро|EUR|یورو",
    "RUB": r"₽|руб(?:л\pL*|\.)?|roubles?|rubles?|rubl|RUB|RUR|روبل",
    "TJS": r"TJS|сомон\pL*|somoni|سامانی",
    "UZS": r"UZS|сум(?:ов|а)?|сӯм|сўм|so'm",
    "KZT": r"KZT|₸|тенге|tenge",
    "KGS": r"KGS|сомов",
    "AFN": r"AFN|афгани|афғонӣ|afghanis?|افغانی",
    "GBP": r"GBP|£|pounds?|پوند",
}
_SCALES = {
    r"тыс(?:яч\pL*|\.)?|ҳазор\pL*|хазор|k|thousand|ming|هزار": 1000,
    r"млн\.?|миллион\pL*|million|mln\.?|میلیون|ملیون": 1000000,
    r"лак|lakh|لک": 100000,
    r"сад|صد": 100,
}
_NUMBERS = {
    1: "один|одну|одна|як|one|bir|یک",
    2: "два|две|ду|two|ikki|دو",
    3: "три|се|three|uch|سه",
    4: "четыре|чор|чаҳор|four|to'rt|چهار",
    5: "пять|панҷ|five|besh|پنج",
    6: "шесть|шаш|six|olti|شش",
    7: "семь|ҳафт|seven|yetti|هفت",
    8: "восемь|ҳашт|eight|sakkiz|هشت",
    9: "девять|нӯҳ|nine|to'qqiz|نه",
    20: "бист|بیست",
    30: "сӣ|سی",
    40: "чил|چهل",
    50: "панҷоҳ|پنجاه",
    60: "шаст|شصت",
    70: "ҳафтод|هفتاد",
    80: "ҳаштод|هشتاد",
    90: "навад|نود",
    10: "десять|даҳ|ten|o'n|ده",
}
_ANY = "|".join(_CURRENCIES.values())
_SIGNS = r"USD|US\$|\$|EUR|€|RUB|₽|TJS|UZS|KZT|KGS|AFN|GBP|£"
_AMOUNT = r"[0-9]{1,3}(?:[ ,.'][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]{1,2})?"
_SCALE = "|".join(_SCALES)
_WORDS = "|".join(_NUMBERS.values())
_DARI = "|".join(word for words in (*_NUMBERS.values(), *_SCALES) for word in words.split("|") if word[0] >= "\u0600")
"""Numbers of one word that count money in Dari; elsewhere they are as often talk."""
_DIGITS = re.compile(_AMOUNT)


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """`1500 USD`: decimals only when they are written."""
    candidate = _after_day(candidate, scene)
    before = scene.text[candidate.start - 2 : candidate.start]
    after = scene.text[candidate.end : candidate.end + 1]
    if re.search(r"\d[.,]$", before) or before.endswith("№") or (after.isalnum() and candidate.text[-1].isalpha()):
        return
    if candidate.text[0].isalpha() and before[-1:].isalnum():
        return
    currency = _which(_CURRENCIES, _without_number(candidate.text))
    value = _value(candidate.text)
    if currency and value:
        yield Found(candidate.start, candidate.end, "money", f"{value} {currency}", 0.95, candidate.rule, 75)


def _after_day(candidate: Candidate, scene: Scene) -> Candidate:
    """The candidate without a first group of digits that ends a number or a day before it."""
    first = re.match(r"[0-9]+ (?=[0-9])", candidate.text)
    if first and re.search(r"\d[.,/-]?$", scene.text[max(0, candidate.start - 2) : candidate.start]):
        start = candidate.start + first.end()
        return Candidate(start, candidate.end, candidate.text[first.end() :], candidate.rule)
    return candidate


def _without_number(text: str) -> str:
    rest = _DIGITS.sub(" ", text, count=1)
    rest = re.sub(rf"(?i)(?<![^\W\d_])(?:{_python(_SCALE)}|{_WORDS})(?![^\W\d_])", " ", rest)
    return rest.strip()


def _value(text: str) -> str:
    scale = next((int(times) for words, times in _SCALES.items() if _contains(words, text)), 1)
    digits = _DIGITS.search(text)
    if digits is None:
        spelt = next((number for number, words in _NUMBERS.items() if _contains(words, text)), 0)
        return str((spelt or 1) * scale) if spelt or scale > 1 else ""
    found = amount(digits.group())
    if found is None:
        return ""
    return f"{found:f}" if scale == 1 else f"{found * scale:.0f}"


def _contains(words: str, text: str) -> bool:
    return bool(re.search(rf"(?i)(?<![^\W\d_])(?:{_python(words)})(?![^\W\d_])", text))


def _which(table: dict[str, str], text: str) -> str:
    return next((code for code, words in table.items() if re.fullmatch(f"(?i)(?:{_python(words)})", text)), "")


def _python(words: str) -> str:
    return words.replace(r"\pL", r"[^\W\d_]")


selectors.add(
    __name__,
    Selector(
        {
            "amount currency": rf"(?i)(?:{_AMOUNT})(?:\s?(?:{_SCALE}))?\s?(?:{_ANY})",
            "currency amount": rf"(?:{_SIGNS})\s?(?:{_AMOUNT})(?:\s?(?:{_SCALE}))?",
            "words": rf"(?i)(?:{_WORDS})\s(?:{_SCALE})\s(?:{_ANY})",
            "one word": rf"(?:{_DARI})\s(?:{_ANY})",
        },
        check,
        whole_words=False,
    ),
)
