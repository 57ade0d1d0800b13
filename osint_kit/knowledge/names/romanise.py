"""One Latin form of a name, and coarser keys under which the spellings of one name meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = (
    "а=a б=b в=v г=g ғ=gh д=d е=e ё=yo ж=zh з=z и=i ӣ=i й=y к=k қ=q л=l м=m н=n о=o п=p р=r с=s т=t у=u ӯ=u ф=f х=kh "
    "ҳ=h ц=ts ч=ch ҷ=j ш=sh щ=shch ъ=' ы=y ь= э=e ю=yu я=ya ў=o і=i є=ye"
)
_ARABIC = (
    "ا=a ب=b پ=p ت=t ث=s ج=j چ=ch ح=h خ=kh د=d ذ=z ر=r ز=z ژ=zh س=s ش=sh ص=s ض=z ط=t ظ=z ع= غ=gh ف=f ق=q "
    "ک=k گ=g ل=l م=m ن=n و=u ه=h ی=i ي=i ك=k آ=a ة=a ء= ئ= ؤ= ۀ=a ى=i"
)
_LETTERS = str.maketrans(dict(pair.split("=") for pair in f"{_CYRILLIC} {_ARABIC}".split()))
_SILENT = re.compile(r"(?<=[بپتثجچحخدذرزژسشصضطظعغفقکگلمنك])ه(?![^\W\d_])")
"""The letter that ends a word for its vowel."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻʼ`-][^\W\d_]+)*\.?")
_FOLDS: tuple[tuple[str, str], ...] = (
    ("dzh", "j"),
    ("dj", "j"),
    ("shch", "sh"),
    ("kh", "h"),
    ("x", "h"),
    ("gh", "g"),
    ("zh", "j"),
    ("ph", "f"),
    ("oo", "u"),
    ("ee", "i"),
    ("ou", "u"),
    ("yu", "iu"),
    ("ya", "ia"),
    ("yo", "ia"),
    ("ye", "i"),
    ("ts", "s"),
    ("q", "k"),
    ("c", "k"),
    ("w", "v"),
    ("y", "i"),
    ("e", "i"),
    ("o", "a"),
)


@lru_cache(maxsize=65536)
def romanise(name: str) -> str:
    """Write a name in lower-case Latin letters: Tajik, Russian and Uzbek Cyrillic, Persian; Latin loses its marks.

    >>> romanise("Фирӯз Ғафуров"), romanise("Jo‘rayev")
    ('firuz ghafurov', "jo'rayev")
    """
    lower = unicodedata.normalize("NFC", name).lower()
    lower = _SILENT.sub("a", lower).translate(_LETTERS)
    plain = unicodedata.normalize("NFD", lower)
    kept = "".join(each for each in plain if not unicodedata.combining(each))
    return kept.replace("‘", "'").replace("’", "'").replace("ʻ", "'").replace("ʼ", "'").replace("`", "'")


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Key of one word under which passport, newspaper and careless spellings of a name meet.

    >>> key("Фирӯз") == key("Firuz") == key("Firooz"), key("Фарҳод") == key("Farhad") == key("Farkhod")
    (True, True)
    """
    plain = romanise(name).replace("'", "")
    plain = re.sub(r"c(?=h)", "\x00", plain)
    for written, folded in _FOLDS:
        plain = plain.replace(written, folded)
    plain = plain.replace("\x00h", "\x00").replace("\x00", "ch")
    plain = re.sub(r"[^a-z]", "", plain)
    plain = re.sub(r"(.)\1+", r"\1", plain)
    return re.sub(r"(?<=[aiu])h$", "", plain)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """Consonants of a key, for blocking: the first letter kept whatever it is.

    >>> skeleton("Фирӯз"), skeleton("Feruz")
    ('frz', 'frz')
    """
    keyed = key(name)
    return keyed[:1] + re.sub(r"[aiu]", "", keyed[1:])


def tokens(name: str) -> tuple[str, ...]:
    """Words of a name as written, initials with their dot.

    >>> tokens("К. Саидов-Раҳимзода")
    ('К.', 'Саидов-Раҳимзода')
    """
    found = (match.group() for match in _WORD.finditer(name.replace("\u200c", "")))
    return tuple(word if len(word) == 2 else word.rstrip(".") for word in found)  # noqa: PLR2004 - a letter and a dot
