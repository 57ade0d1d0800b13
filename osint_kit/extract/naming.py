"""What stands around a name: words that announce one, titles, streets and firms named after people."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from osint_kit.extract.selectors import Scene
from osint_kit.knowledge.names import is_place
from osint_kit.knowledge.people import announced, group, key, pattern_of, script_of

_GAP = " \t:,;\"'«“„([*_=>#-"
_EDGES = ".,:;!?()[]«»\"“”„'*_=><#|…-—–"
_NEXT = re.compile(r" ([^\W\d_]+(?:['-][^\W\d_]+)*)")
_NUMBER = re.compile(r"[,:]? ?[-(]? ?(?:\+|00|@)")
_GLUED = re.compile(r"(?:нинг|ни|га|дан|да|ning|ni|ga|dan|da|lar|nikida|nikiga)$")
_SIGNS = re.compile(r"[\s\"'«“„(\[—–•*✅📌🔹▪️>#_|-]+$")
_WIDTH = 48
TITLE, NAMED, ROLE = 3.0, 3.5, 2.5
"""What a title, a word that announces a name, and a role before a name weigh."""


def opens(text: str, start: int) -> bool:
    """Whether a sentence or a line begins here."""
    before = _SIGNS.sub("", text[max(0, start - 8) : start])
    return not before or before[-1] in ".!?…:;" or "\n" in text[max(0, start - 3) : start]


def named_after(before: str) -> bool:
    """Whether the words before say that something else bears the name: a street, a school, a shop.

    >>> named_after("живёт на ул. "), named_after("живёт у ")
    (True, False)
    """
    if before.endswith("ба номи "):
        return bool(re.search(pattern_of("around", "named_after", "institutions"), before))
    return _named_after_words(" ".join(before.split(" ")[-3:]))


@lru_cache(maxsize=65536)
def _named_after_words(before: str) -> bool:
    return bool(_named_after().search(before))


def into(before: str) -> bool:
    """Whether a preposition stands before that goes with places."""
    return before.endswith(" ") and before[:-1].rpartition(" ")[2] in _into()


@lru_cache(maxsize=65536)
def of_profile(word: str, places: frozenset[str]) -> bool:
    """Whether a word, in any case, is a place of the profiles in force."""
    return is_place(word, places)


def next_word(after: str) -> str:
    """The word that follows after one space, else empty."""
    match = _NEXT.match(after)
    return match.group(1) if match else ""


def titled_after(after: str) -> bool:
    """Whether a title follows that stands after names, with or without an ending.

    >>> titled_after(" ака келди"), titled_after(" акадан"), titled_after(" келди")
    (True, True, False)
    """
    word = next_word(after)
    if not word:
        return False
    titles = group("words", "after", script_of(word))
    return key(word) in titles or key(_GLUED.sub("", word)) in titles


def street_after(after: str) -> bool:
    """Whether a word for a street or a quarter follows, at once or after one more word.

    >>> street_after(" Navoiy ko'chasi 12"), street_after(" keldi")
    (True, False)
    """
    first = _NEXT.match(after)
    if first is None:
        return False
    return bool(_street().fullmatch(first.group(1)) or _street().fullmatch(next_word(after[first.end() :])))


def quoted(text: str, start: int, end: int) -> bool:
    """Whether the stretch stands in quotes by itself."""
    return text[start - 1 : start] in tuple('«"“„') and text[end : end + 1] in tuple('»"”“')


def addressed(start: int, end: int, scene: Scene) -> bool:
    """Whether a word opens a line and a comma or a question mark follows, as one calls somebody."""
    return (start == 0 or scene.text[start - 1] == "\n") and scene.text[end : end + 1] in (",", "?", "!")


def numbered(start: int, end: int, scene: Scene) -> bool:
    """Whether a stretch opens its line and a telephone number or a handle follows, as in a list of contacts."""
    opens = start == 0 or scene.text[start - 1] == "\n"
    return opens and bool(_NUMBER.match(scene.text, end))


def announcement(start: int, scene: Scene) -> float:
    """What the words before a name weigh: `NAMED`, `TITLE` or `ROLE`, else 0."""
    before = scene.before(start, _WIDTH)
    words = before.rstrip(_GAP)
    last = words.split(" ")[-3:]
    if not last[-1]:
        return 0.0
    return weight(" ".join(last), apart="," in before[len(words) :])


@lru_cache(maxsize=32768)
def weight(words: str, *, apart: bool = False) -> float:
    """What up to three words before a name weigh; after a comma only what announces any name.

    >>> weight("меня зовут"), weight("водитель"), weight("это")
    (3.5, 2.5, 0.0)
    """
    several = [word.strip(_EDGES) + "." * word.endswith(".") for word in words.split()]
    if not several or not several[-1].strip("."):
        return 0.0
    plain = key(several[-1])
    script = script_of(several[-1])
    named, roles = announced(script)
    if any(key("".join(several[-size:])) in named for size in range(1, len(several) + 1)):
        return 0.0 if key("".join(several[-2:])) in group("words", "no_cue") else NAMED
    if apart:
        return 0.0
    if plain in group("words", "soft", script):
        return ROLE
    titles = group("words", "titles", script)
    if plain in titles or plain.rstrip(".") in titles:
        return TITLE
    return ROLE if plain in roles or (script == "cyrillic" and plain.startswith(tuple(roles))) else 0.0


@cache
def _named_after() -> re.Pattern[str]:
    words = "|".join(pattern_of("around", "named_after", name) for name in ("roads", "places", "houses", "words"))
    return re.compile(rf"(?:^|[^\w])(?:{words})\s?[\"«“„']?$")


@cache
def _street() -> re.Pattern[str]:
    return re.compile(pattern_of("around", "street", "after"))


@cache
def _into() -> frozenset[str]:
    return frozenset(pattern_of("around", "into", "before").split("|"))
