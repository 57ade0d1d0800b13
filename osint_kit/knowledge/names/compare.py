"""An explained comparison of two person names."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from osint_kit.knowledge.names.dari import is_arabic, spelt
from osint_kit.knowledge.names.romanise import key, romanise, tokens
from osint_kit.knowledge.names.surname import is_patronymic, is_surname, root
from osint_kit.knowledge.names.words import is_word
from osint_kit.messages import _

_SAME = 0.85
_WEIGHTS = {"equal": 1.0, "root": 0.95, "initial": 0.75, "close": 0.85, "spelt": 0.85}
_CLOSE = 0.92
_FULL = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are: 0..1, whether they may be one name, and the aligned words that say so."""

    score: float
    same: bool
    reasons: tuple[str, ...]


def words(name: str) -> tuple[str, ...]:
    """Words of a name that carry identity: honorifics are left out."""
    kept = tuple(word for word in tokens(name) if not is_word(word, "honorific"))
    return kept or tokens(name)


def compare(left: str, right: str) -> Comparison:
    """Align the words of two names, each with its best counterpart, and weigh what is left over.

    >>> compare("Каримов Фирӯз", "Firuz Karimov").same, compare("К. Саидов", "Карим Саидов").same
    (True, True)
    >>> compare("Карим Саидов", "Далер Саидов").same
    False
    """
    ours, theirs = words(left), words(right)
    if not ours or not theirs:
        return Comparison(0.0, same=False, reasons=())
    ours, theirs = sorted((ours, theirs), key=lambda each: (len(each), each))
    left_over = list(theirs)
    total, reasons = 0.0, []
    for word in ours:
        best = max(left_over, key=lambda other: _alike(word, other)[0], default="")
        weight, rule = _alike(word, best) if best else (0.0, "")
        if weight:
            left_over.remove(best)
            reasons.append(_reason(rule).format(left=word, right=best))
        total += weight
    mean = total / len(ours)
    spare = sum(not is_patronymic(word) and not word.endswith(".") for word in left_over)
    score = round(mean * (0.9 if spare else 1.0), 4) if len(ours) > 1 else round(mean * (0.8 if spare else 0.9), 4)
    whole = len(reasons) == len(ours) and len(ours) >= _FULL
    return Comparison(score, same=whole and mean >= _SAME and not (spare and len(ours) > _FULL), reasons=tuple(reasons))


def _alike(left: str, right: str) -> tuple[float, str]:
    """Weight and rule of two words; 0 when they are not one word."""
    return _across(left, right) if is_arabic(left) != is_arabic(right) else _within(left, right)


def _within(left: str, right: str) -> tuple[float, str]:
    """The same key, the same root under an ending, an initial, or a slip of the pen."""
    ours, theirs = key(left), key(right)
    if not ours or not theirs:
        return 0.0, ""
    if ours == theirs:
        return (_WEIGHTS["initial"], "initial") if len(ours) == 1 else (_WEIGHTS["equal"], "equal")
    if 1 in (len(ours), len(theirs)) and (left.endswith(".") or right.endswith(".")):
        same = romanise(left)[:1] == romanise(right)[:1]
        return (_WEIGHTS["initial"], "initial") if same else (0.0, "")
    if is_patronymic(left) == is_patronymic(right) and is_surname(left) and is_surname(right):
        ours, theirs = key(root(left)), key(root(right))
        if ours == theirs:
            return _WEIGHTS["root"], "root"
    if min(len(ours), len(theirs)) >= 4 and JaroWinkler.similarity(ours, theirs) >= _CLOSE:  # noqa: PLR2004 - short words slip into others
        return _WEIGHTS["close"], "close"
    return 0.0, ""


def _across(left: str, right: str) -> tuple[float, str]:
    """One word in Arabic script, one not: what both write agrees, or one abbreviates the other."""
    arabic, other = (left, right) if is_arabic(left) else (right, left)
    if arabic.endswith(".") or other.endswith("."):
        same = key(arabic)[:1] == key(other)[:1]
        return (_WEIGHTS["initial"], "initial") if same else (0.0, "")
    return (_WEIGHTS["spelt"], "spelt") if spelt(arabic, other) else (0.0, "")


def _reason(rule: str) -> str:
    return {
        "equal": _("{left} = {right}"),
        "root": _("{left} and {right} share a root"),
        "initial": _("{left} may abbreviate {right}"),
        "spelt": _("{left} may write {right} in another script"),
        "close": _("{left} is spelt almost like {right}"),
    }[rule]
