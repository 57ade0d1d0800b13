"""Engine of the organisation selector: cuts a candidate down to the name of a firm, an office or another body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from osint_kit.extract import naming
from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.knowledge.people import arabic_mark, group, key, pattern_of, script_of, written

_RANK = 45
_QUOTE = re.compile(r"[«\"“„']")
_SMALL = frozenset(
    "the a an and at by from with to in on of for our your his her my this that via near into is was are were director owner company firm agency call ask"
    " contact visit both quoted says said when while where after before dear new".split()
)
_WORDS = re.compile(r"[^\s,]+")
_SURE = 0.9
_ENDING = re.compile(r"^(?:а|у|ом|е|и|га|да|дан|нинг|ни|ning|ga|da|dan|ni|'s)?$")
_LOCAL = "ps", "ur"


def _found(start: int, end: int, scene: Scene, rule: str, score: float = 0.85, rank: int = _RANK) -> Found:
    return Found(start, end, "organization", re.sub(r"\s+", " ", scene.text[start:end]), score, rule, rank)


def _whole(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    yield _found(candidate.start, candidate.end, scene, candidate.rule, _SURE, 50)


def _form_after(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    start = _past_small(candidate.start, candidate.text)
    if start < candidate.end - 3:
        yield _found(start, candidate.end, scene, candidate.rule, _SURE, 50)


def _past_small(start: int, text: str) -> int:
    """Where the name begins after words that open a sentence."""
    while text.partition(" ")[0].lower() in _SMALL and " " in text:
        size = len(text.partition(" ")[0]) + 1
        start, text = start + size, text[size:]
    return start


def _business(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    quote = _QUOTE.search(candidate.text)
    if quote and scene.text[candidate.start - 1 : candidate.start].isalpha() is False:
        yield _found(candidate.start + quote.start(), candidate.end, scene, candidate.rule, 0.8)


def _quoted(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A name in quotes by itself, when one of its words is one of firms' names."""
    words = candidate.text[1:-1].split()
    if not 2 <= len(words) <= 5 or not words[0][:1].isupper():  # noqa: PLR2004 - a name and a word of firms
        return
    if any(_last().fullmatch(word) for word in words[1:]) and all(
        word[:1].isupper() or len(word) <= 3 for word in words
    ):  # noqa: PLR2004 - of, and
        yield _found(candidate.start + 1, candidate.end - 1, scene, candidate.rule, 0.7)


@cache
def _last() -> re.Pattern[str]:
    return re.compile("|".join(pattern_of("firms", "first", name) for name in ("english_last", "russian_last")))


@cache
def _generic() -> frozenset[str]:
    """Words that alone with a head make no name: the Police Department, Border Guard, Travel Agency."""
    heads = {key(word) for script in ("latin", "cyrillic") for word in group("firms", "heads", script)}
    plain = (
        "border police guard coast local district city national state traffic customs federal central new best big old good travel tour air cargo exchange money"
        " local first my your our his her any every some hotel bank no visa call private public free open night day online"
    )
    return frozenset(heads | set(plain.split()))


def _head_last(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Capitalised words up to a word of firms, and "of" a place; not a head with nothing but heads before it."""
    start = _past_small(candidate.start, candidate.text)
    words = list(re.finditer(r"[^\s]+", scene.text[start : candidate.end]))
    last = max((place for place, word in enumerate(words) if _last().fullmatch(word.group())), default=0)
    if last == 0:
        return
    end = start + words[last].end()
    if len(words) > last + 1 and words[last + 1].group() == "of":
        end = candidate.end
    before = [word.group() for word in words[:last]]
    own = [word for word in before if key(word) not in _generic() and word.lower() not in _SMALL and word[0].isupper()]
    if not own and len(before) > 1 and before[0].lower() in _STATE:
        own = before
    if not own or (len(own) == 1 and own[0].lower() in _NOT_OWN):
        return
    yield _found(start, end, scene, candidate.rule, 0.75)


_STATE = frozenset("state national federal central royal".split())
_NOT_OWN = frozenset(
    "afghan pakistani iranian turkish russian tajik uzbek kurdish german international regional united european american british".split()
)


def _uzbek(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Backwards from the head over small words to the capitalised ones."""
    if naming.opens(scene.text, candidate.start) and candidate.text.count(" ") > 3:  # noqa: PLR2004 - a sentence rather than a name
        pass
    yield _found(candidate.start, candidate.end, scene, candidate.rule, 0.8)


_RUSSIAN_TAIL = re.compile(
    r"(?:ого|его|ой|ей|ых|их|ому|ему|ым|им|ом|ия|ии|ия|ства|ции|дел|труда|прав|ской|ского|ению|ости|ов|ев|ел)$"
)
_JOIN = frozenset("по и при имени им".split())


def _russian(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A head with its adjectives before and what belongs to it after, when something in it has a name's capital."""
    if scene.language == "uz":
        return
    words = list(re.finditer(r"[^\s]+", candidate.text))
    head = next((place for place, word in enumerate(words) if _head_ru().match(word.group().lower())), None)
    if head is None:
        return
    last, proper = head, 0
    for place in range(head + 1, len(words)):
        word = words[place].group()
        if word[0].isupper():
            proper, last = place, place
        elif word in _JOIN or (_RUSSIAN_TAIL.search(word) and proper == 0):
            if word not in _JOIN:
                last = place
        else:
            break
    first = 0
    capital = words[0].group()[0].isupper() and not (head == 0 and naming.opens(scene.text, candidate.start))
    adjective = head > 0 and bool(re.search(r"(?:ый|ий|ой|ая|ое|ого|ому|ым|ом|ую|ей)$", words[0].group()))
    if head > 0 and not adjective:
        first, capital = head, words[head].group()[0].isupper()
    if not (
        (capital and last > head)
        or (adjective and head > 0 and capital and last >= head and last > 0)
        or (proper and last > head)
    ):
        return
    start, end = candidate.start + words[first].start(), candidate.start + words[last].end()
    yield _found(start, end, scene, candidate.rule, 0.7)


@cache
def _head_ru() -> re.Pattern[str]:
    return re.compile("(?:" + pattern_of("firms", "first", "russian").replace(r"\pL", r"\w") + r")\w*")


def _tajik(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A head and the words that izafat ties to it, when one begins with a capital or the head itself does."""
    words = list(re.finditer(r"[^\s]+", candidate.text))
    last = 0
    while (
        last + 1 < len(words) and (words[last].group()[-1] in "иӣ" or words[last + 1].group()[0].isupper()) and last < 5
    ):  # noqa: PLR2004 - longer names hardly exist
        last += 1
        if words[last].group()[-1] not in "иӣ" and not (last + 1 < len(words) and words[last + 1].group()[0].isupper()):
            break
    name = [word.group() for word in words[: last + 1]]
    if last == 0 or not any(word[0].isupper() for word in name):
        return
    if not any(word[0].isupper() for word in name[1:]) and not _OFFICE.match(name[0].lower()):
        return
    yield _found(candidate.start, candidate.start + words[last].end(), scene, candidate.rule, 0.75)


_OFFICE = re.compile("вазорати|кумитаи|агентии|раёсати|хадамоти|прокуратураи|гумруки|бонки миллии|суди олии")


def _arabic_head(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A head and the words after it up to an everyday one; Pashto and Urdu put most heads last."""
    words = list(re.finditer(r"[^\s]+", candidate.text))
    head = _head_size(candidate.text)
    if scene.language == "ps" and key(words[0].group()) in group("firms", "arabic", "tail"):
        return
    last = head - 1
    for place in range(head, min(len(words), head + 4)):
        part = arabic_mark(words[place].group(), scene.language).part
        if key(words[place].group()) in _STOP or (part == "-" and not _names_firms(words[place].group())):
            break
        last = place
    if last >= head:
        yield _found(candidate.start, candidate.start + words[last].end(), scene, candidate.rule, 0.75)


_STOP = frozenset(
    map(
        key,
        "است شد کرد اعلام گفت وي وایی وويل دی ده کی که و در از به را يوم في على من إلى تم مع عند لە بە بۆ نے کے کی کا کو سے میں".split(),
    )
)


def _names_firms(word: str) -> bool:
    """Whether an everyday word is one of those in names of firms and offices."""
    return key(word) in group("firms", "arabic", "within") or word.endswith(("های", "ها"))


def _head_size(text: str) -> int:
    """Words of the head that the text begins with."""
    return next((each.count(" ") + 1 for each in _heads() if text.startswith(each + " ")), 1)


@cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted(written("firms", "arabic", "head"), key=lambda each: (-len(each), each)))


def _arabic_tail(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Backwards from the head over up to three words that are not everyday ones."""
    if scene.language not in _LOCAL and candidate.rule == "arabic tail":
        return
    yield from _backwards(candidate, scene, 3)


def _arabic_suffix(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    yield from _backwards(candidate, scene, 6)


def _backwards(candidate: Candidate, scene: Scene, most: int) -> Iterator[Found]:
    words = list(re.finditer(r"[^\s]+", candidate.text))
    first = tail = len(words) - 1
    while first > 0 and tail - first < most:
        word = words[first - 1].group()
        mark = arabic_mark(word, scene.language).part
        if (
            (mark == "-" and candidate.rule == "arabic tail")
            or key(word) in _STOP
            or len(word) == 1
            and word not in ("و",)
        ):
            break
        if len(word) == 1:
            if candidate.rule == "arabic tail":
                break
        first -= 1
    if first < tail:
        yield _found(candidate.start + words[first].start(), candidate.end, scene, candidate.rule, 0.75)


def _arabic_quoted(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A head with the name in quotes; the head is part of it."""
    quote = _QUOTE.search(candidate.text)
    if quote is None:
        return
    before = candidate.text[: quote.start()].split()
    for size in (1, 2):
        if len(before) < size:
            break
        word = " ".join(before[-size:])
        if key(word) in group("firms", "arabic", "head") | group("firms", "arabic", "tail") | group(
            "firms", "heads", "arabic"
        ) or key(before[0]) in group("firms", "arabic", "head"):
            yield (
                _found(candidate.start, candidate.end, scene, candidate.rule, 0.85)
                if size == 2 or len(before) == 1
                else _found(  # noqa: PLR2004 - both words
                    candidate.start + candidate.text.index(before[-1]), candidate.end, scene, candidate.rule, 0.85
                )
            )
            return


def _term(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A body written as it is known: abbreviations in capitals, and inflected ones."""
    rest = scene.rest(candidate.end)
    arabic = script_of(candidate.text) == "arabic"
    if not arabic and candidate.text != candidate.value:
        return
    before = scene.text[candidate.start - 1 : candidate.start]
    if before.isalnum() or before in tuple("@_/.#"):
        return
    if rest and (arabic or not _ENDING.match(rest)) and not (arabic and scene.language == "ckb"):
        return
    inside = len(rest) if rest in ("а", "у", "ом", "е") else 0
    yield _found(candidate.start, candidate.end + inside, scene, "body", 0.85, 44)


RULES: dict[str, Callable[[Candidate, Scene], Iterator[Found]]] = {
    "form before": _whole,
    "form after": _form_after,
    "form in words": _whole,
    "business": _business,
    "quoted": _quoted,
    "head last": _head_last,
    "uzbek": _uzbek,
    "uzbek police": _uzbek,
    "head of": _whole,
    "russian": _russian,
    "tajik": _tajik,
    "arabic head": _arabic_head,
    "arabic quoted": _arabic_quoted,
    "arabic tail": _arabic_tail,
    "arabic suffix": _arabic_suffix,
    "term": _term,
}
