"""Sums of money: an amount and a currency, by sign, code or word."""

import re
from collections.abc import Iterator

from osint_kit.extract.amounts import amount
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors

_CURRENCIES = {
    "USD": r"USD|US\$|\$|долл(?:ар\pL*|\.)?|dollars?|dollar\pL*|у\.\s?е\.?|бакс\pL*|bucks",
    "EUR": r"€|евро|euros?|yevro|юро|EUR",
    "RUB": r"₽|руб(?:л\pL*|\.)?|roubles?|rubles?|rubl|RUB|RUR",
    "TJS": r"TJS|сомон\pL*|somoni",
    "UZS": r"UZS|сум(?:ов|а)?|сӯм|сўм|so'm",
    "KZT": r"KZT|₸|тенге|tenge",
    "KGS": r"KGS|сомов",
    "AFN": r"AFN|афгани|афғонӣ|afghanis?",
    "GBP": r"GBP|£|pounds?",
}
_SCALES = {
    r"тыс(?:яч\pL*|\.)?|ҳазор\pL*|хазор|k|thousand|ming": 1000,
    r"млн\.?|миллион\pL*|million|mln\.?": 1000000,
}
_NUMBERS = {
    1: "один|одну|одна|як|one|bir",
    2: "два|две|ду|two|ikki",
    3: "три|се|three|uch",
    4: "четыре|чор|чаҳор|four|to'rt",
    5: "пять|панҷ|five|besh",
    6: "шесть|шаш|six|olti",
    7: "семь|ҳафт|seven|yetti",
    8: "восемь|ҳашт|eight|sakkiz",
    9: "девять|нӯҳ|nine|to'qqiz",
    10: "десять|даҳ|ten|o'n",
}
_ANY = "|".join(_CURRENCIES.values())
_SIGNS = r"USD|US\$|\$|EUR|€|RUB|₽|TJS|UZS|KZT|KGS|AFN|GBP|£"
_AMOUNT = r"[0-9]{1,3}(?:[ ,.'][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]{1,2})?"
_SCALE = "|".join(_SCALES)
_WORDS = "|".join(_NUMBERS.values())
_DIGITS = re.compile(_AMOUNT)


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """`1500 USD`: decimals only when they are written."""
    before = scene.text[candidate.start - 2 : candidate.start]
    after = scene.text[candidate.end : candidate.end + 1]
    if re.search(r"\d[.,]$", before) or before.endswith("№") or (after.isalnum() and candidate.text[-1].isalpha()):
        return
    currency = _which(_CURRENCIES, _without_number(candidate.text))
    value = _value(candidate.text)
    if currency and value:
        yield Found(candidate.start, candidate.end, "money", f"{value} {currency}", 0.95, candidate.rule, 75)


def _without_number(text: str) -> str:
    rest = _DIGITS.sub(" ", text, count=1)
    rest = re.sub(rf"(?i)(?<![^\W\d_])(?:{_python(_SCALE)}|{_WORDS})(?![^\W\d_])", " ", rest)
    return rest.strip()


def _value(text: str) -> str:
    scale = next((int(times) for words, times in _SCALES.items() if _contains(words, text)), 1)
    digits = _DIGITS.search(text)
    if digits is None:
        spelt = next((number for number, words in _NUMBERS.items() if _contains(words, text)), 0)
        return str(spelt * scale) if spelt else ""
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
        },
        check,
        whole_words=False,
    ),
)
