"""What stands around a name: words that announce one, titles, streets and firms named after people."""

from __future__ import annotations

import re
from functools import lru_cache

from osint_kit.knowledge.people import announced, group, key, script_of

_WORD = re.compile(r"[^\W\d_]+(?:[.'/-][^\W\d_]+)*\.?")
_TAIL = re.compile(r"^[\s:,;\"'«“„(\[*_=>#-]*$")
_NAMED_AFTER = re.compile(
    r"(?:^|[^\w])(?:ул\.?|улиц[аеыуй]\w*|кӯча\w*|куча\w*|кўча\w*|хиёбон\w*|проспект\w*|пр\.|пр-т|пер\.|бульвар\w*|площад\w*|майдон\w*"
    r"|им\.|имени|ба номи|номи ба|мачети|масҷиди|мечет\w*|махалл\w*|маҳалл\w*|мкр\.?|мкр-н|микрорайон\w*|дом|город\w*|г\.|шаҳр\w*|ноҳия\w*|деҳа\w*|пос\w*|сел[оае]"
    r"|район\w*|област\w*|туман\w*|чойхон\w*|ошхон\w*|колхоз\w*|базар\w*|бозор\w*|ресторан\w*|кафе|cafe|чайхан\w*|дӯкон\w*|мактаб\w*|школ\w*|hotel|отел\w*|гостиниц\w*|магазин\w*|рын[ок]\w*"
    r"|street|road|ko'chasi|mahallasi|hotel|restaurant|saint|st\.|bank|фирм\w*|турфирм\w*|ширкат\w*|компани\w*)\s?[\"«“„']?$"
)
_STREET = re.compile(
    r"^(?:street|st|road|rd|avenue|ave|lane|bridge|market|bazaar|bazar|pass|hotel|square|station|valley|district|town|village|city|кӯчаси|кўчаси|кўча|ko'chasi|ko'cha|bozori|бозори"
    r"|шоҳкӯчаси|шоҳкўчаси|mahallasi|маҳалласи|номидаги|nomidagi|атындагы|атындағы|tumani|тумани|viloyati|вилояти|шаҳри|shahri|qishlog'i|қишлоғи|caddesi|sokak|sokağı|mahallesi)$"
)
_INTO = re.compile(r"(?:^|\s)(?:in|at|near|from|via|to|into|the|в|во|из|на|под|около|через|до|дар|аз|то|ба|сӯи)\s$")
_GLUED = re.compile(r"(?:нинг|ни|га|дан|да|ning|ni|ga|dan|da|lar|nikida|nikiga)$")
_AFTER_STARS = re.compile(r"[\s\"'«“„(\[—–•*✅📌🔹▪️>#_|-]+$")


def opens(text: str, start: int) -> bool:
    """Whether a sentence or a line begins here."""
    before = _AFTER_STARS.sub("", text[max(0, start - 8) : start])
    return not before or before[-1] in ".!?…:;" or "\n" in text[max(0, start - 3) : start]


def named_after(before: str) -> bool:
    """Whether the words before say that something else bears the name: a street, a school, a shop.

    >>> named_after("живёт на ул. "), named_after("живёт у ")
    (True, False)
    """
    return bool(_NAMED_AFTER.search(before))


def into(before: str) -> bool:
    """Whether a preposition stands before that goes with places."""
    return bool(_INTO.search(before))


def next_word(after: str) -> str:
    """The word that follows after one space, else empty."""
    match = re.match(r" ([^\W\d_]+(?:['-][^\W\d_]+)*)", after)
    return match.group(1) if match else ""


def titled_after(after: str) -> bool:
    """Whether a title follows that stands after names.

    >>> titled_after(" ака келди"), titled_after(" келди")
    (True, False)
    """
    word = next_word(after)
    if not word:
        return False
    script = script_of(word)
    titles = group("words", "after", script)
    return key(word) in titles or key(_GLUED.sub("", word)) in titles


def street_after(word: str) -> bool:
    """Whether a word follows that makes the name one of a street or a quarter."""
    return bool(_STREET.match(word))


def quoted(text: str, start: int, end: int) -> bool:
    """Whether the stretch stands in quotes by itself."""
    return text[start - 1 : start] in tuple('«"“„') and text[end : end + 1] in tuple('»"”“')


def announcement(before: str, script: str) -> float:
    """What the words before weigh: 3 a title, 3.5 a word that announces a name, 2.5 a role, else 0.

    >>> announcement("меня зовут ", "cyrillic"), announcement("водитель ", "cyrillic"), announcement("это ", "cyrillic")
    (3.5, 2.5, 0.0)
    """
    words = [match for match in _WORD.finditer(before) if match.end() <= len(before)]
    if not words or not _TAIL.match(before[words[-1].end() :]):
        return 0.0
    last = [match.group() for match in words[-3:]]
    return _announced(tuple(last), "," in before[words[-1].end() :])


@lru_cache(maxsize=32768)
def _announced(words: tuple[str, ...], comma: bool) -> float:
    word = words[-1]
    script = script_of(word)
    named, roles = announced(script)
    phrases = {key("".join(words[-size:])) for size in range(1, len(words) + 1)}
    if phrases & named:
        return 3.5
    if comma:
        return 0.0
    plain = key(word)
    if plain in group("words", "soft", script):
        return 2.5
    if plain in group("words", "titles", script) or plain.rstrip(".") in group("words", "titles", script):
        return 3.0
    if plain in roles or (script == "cyrillic" and any(plain.startswith(role) for role in roles)):
        return 2.5
    return 0.0
