"""Flights: the two characters of a carrier and a number, where the text speaks of flying."""

import re
from collections.abc import Iterator
from itertools import pairwise

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.carriers import carriers
from osint_kit.knowledge.text import look_alikes

_SHAPE = re.compile(r"(\S{2})[ -]{0,3}([0-9]{1,4})")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_NEAR, _FAR = 28, 120
_CUED, _BARE = 66, 56
_COMMON = frozenset(
    ("AT", "TO", "IS", "OK", "US", "SO", "ME", "AM", "BY", "NO", "AI", "UK", "DE", "UZ", "TG", "SM", "IQ")
)


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """`FZ714`: announced as a flight, or a carrier of the list in talk of flying."""
    match = _SHAPE.fullmatch(look_alikes(candidate.text))
    if match is None or _continues(scene, candidate):
        return
    known = carriers()
    written, number = match.groups()
    code = written if written in known.names else known.cyrillic.get(written, written)
    if not code.isascii() or int(number) == 0:
        return
    original = scene.text[candidate.start : candidate.start + 2]
    near, flying = _cued(scene, candidate)
    small = original != original.upper()
    glued = len(candidate.text) == len(written) + len(number) or "-" in candidate.text
    if near and (code in known.names or not small) and not (small and not glued):
        yield _found(candidate, code + number, 0.95, _CUED)
    elif flying and code in known.names and not small and (glued or (code not in _COMMON and len(number) > 1)):
        yield _found(candidate, code + number, 0.85, _BARE)
    elif (
        code in known.core
        and original.isascii()
        and not small
        and code not in _COMMON
        and len(number) > 2
        and _alone(scene, candidate)
    ):  # noqa: PLR2004 - digits
        yield _found(candidate, code + number, 0.6, _BARE)


def _found(candidate: Candidate, value: str, score: float, rank: int) -> Found:
    return Found(candidate.start, candidate.end, "flight", value, score, "flight", rank)


def _continues(scene: Scene, candidate: Candidate) -> bool:
    before = scene.text[max(0, candidate.start - 2) : candidate.start]
    after = scene.text[candidate.end : candidate.end + 3]
    return bool(
        (re.search(r"[\w][-/]?$|[@#/_.№+]$", before) and not re.search(r"[^\W\d_a-zA-Zа-яА-Я]$", before))
        or (
            re.match(r"[-/. ]?[0-9]|[-/_][A-Za-z]|[^\W\d_]", after)
            and not re.match(r"[^\W\d_a-zA-Z]| [0-9]{1,2}(?:[:. ]|$)", after)
        )
    )


_NOT_A_FLIGHT = re.compile(
    r"(?:номер|№|паспорт|passport|plate|авто|машин|мошин|mashina|трасс|road|шоссе|дорог|trassa|роҳ|route|арт|код|code|пароль|модел|model|"
    r"сери|шасси|vin|лот|пломб|seal|накладн|трек|track|order|заказ|shipment|контейнер|container|пулат|پلیت|پلاک|گاڑی|موټر|موتر|سیارة|"
    r"لوحة|ئۆتۆمبێل|ژمارە|شماره|رقم|نمبر|raqam|рақам|пинкод|pin)"
)


def _alone(scene: Scene, candidate: Candidate) -> bool:
    """Whether nothing before says that the number is another one."""
    return not _NOT_A_FLIGHT.search(scene.before(candidate.start, 40))


def _cued(scene: Scene, candidate: Candidate) -> tuple[bool, bool]:
    """Whether a word for a flight stands near, and whether the line speaks of flying at all."""
    before, after = scene.before(candidate.start, _FAR), scene.after(candidate.end, _FAR)
    known = carriers()
    near = set(_words(before[-_NEAR:])) | set(_words(after[:_NEAR]))
    every = set(_words(before)) | set(_words(after))
    strong = not known.strong.isdisjoint(near) or any(sign in before[-4:] + after[:4] for sign in known.signs)
    flying = not (known.strong | known.weak).isdisjoint(every) or any(sign in before + after for sign in known.signs)
    return strong, flying


def _words(text: str) -> list[str]:
    words = [word.replace("-", " ") for word in _WORD.findall(text)]
    return words + [f"{first} {second}" for first, second in pairwise(words)]


selectors.add(
    __name__,
    Selector(
        {"flight": r"(?:\pL{2}|\pL[0-9]|[0-9]\pL) ?-? ?[0-9]{1,4}"},
        check,
        whole_words=False,
        prepare=look_alikes,
    ),
)
