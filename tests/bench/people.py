"""Invented persons and their records in three scripts, with the noise of real lists; a seed gives one table.

Names are of Tajik spelling and are written out by the rules below, which know nothing of what compares them. Own
compilation; no list of real persons was used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
import pandas as pd


def _words(text: str) -> list[str]:
    return text.split()


MEN = _words(
    "Абдулло Абдурашид Азиз Акбар Акмал Алишер Амир Анвар Аслам Асрор Аҳмад Ашур Баҳодур Баҳром Бахтиёр Бобоҷон "
    "Ботур Гулмурод Давлат Далер Дилшод Довуд Ёқуб Ёр Зайниддин Зафар Зиёд Зоҳир Иброҳим Икром Илҳом Исмоил "
    "Исфандиёр Искандар Камол Карим Комрон Лутфулло Маҳмуд Мирзо Муҳаммад Муҳсин Мурод Мусо Назар Насим Насрулло "
    "Неъмат Низом Нодир Нозим Нурулло Одил Одина Озод Олим Парвиз Раҳим Раҳмон Раҷаб Рашид Ризо Рустам Рӯзӣ Саид "
    "Саидҷон Салим Самад Сафар Саъдӣ Сироҷ Сорбон Субҳон Сӯҳроб Тоҳир Толиб Тоҷиддин Темур Умар Умед Файзулло "
    "Фариддун Фарҳод Фаррух Фирдавс Фирӯз Ҳабиб Ҳайдар Ҳаким Ҳалим Ҳамид Ҳасан Ҳикмат Ҳомид Ҳусейн Холиқ Хуршед "
    "Чамшед Ҷамол Ҷамшед Ҷаҳонгир Ҷовид Ҷумъа Шамс Шариф Шаҳром Шавкат Шероз Шодӣ Шуҳрат Эмом Юнус Юсуф Якуб"
)
WOMEN = _words(
    "Адиба Азиза Амина Анора Барно Баҳор Гулнора Гулчеҳра Дилбар Дилором Дилафрӯз Зайнаб Зарина Зебо Зулайхо "
    "Зӯҳро Лайло Лола Мадина Малика Манзура Марям Матлуба Меҳрангез Мижгон Моҳира Мунира Нигина Нигора Нилуфар "
    "Нозанин Озода Парвина Паришон Раъно Раҳима Рухшона Сабоҳат Садбарг Саодат Ситора Соҷида Тахмина Фарангис "
    "Фарзона Фарида Фотима Ҳалима Хадиҷа Хосият Шаҳло Шаҳноз Шарофат Ширин Шоира Юлдуз"
)
STEMS = _words(
    "Бобо Гадо Ғаффор Давлат Ёдгор Зокир Иззат Қодир Қосим Қурбон Лоиқ Мақсуд Мансур Маъруф Наби Обид Пирмуҳаммад "
    "Раҷаб Сатор Собир Султон Тағой Турсун Усмон Фозил Ҳошим Ҳотам Хоҷа Чориқ Ҷалол Шокир Эргаш Эшон Гулом Восеъ "
    "Миршакар"
)
LATTER = _words("ҷон бек шоҳ мурод алӣ назар хон ёр зод дод мир қул боқӣ бой")
LATTER_OF_WOMEN = _words("ой моҳ гул нисо ҷаҳон бону")
TOWNS = _words(
    "Навзамин Сангдара Обшорон Кӯҳистон Боғизоғон Чашмасор Дараинав Шаҳртеппа Рӯдаки Гулшанобод Пуликабуд "
    "Зарнисор Тоқзор Арчазор Себистон Ангуристон Сафедоб Сурхдашт Кабудҷар Лолазор Навобод Марғзор Сарипул Тутзор "
    "Деҳинав Пайраха Хӯҷазор Оқсой Қизилқум Ҷарбулоқ Шӯроб Талхак Чилдухтар Панҷбоғ Ҳафтоб Дуоба"
)
STREETS = _words("Боғ Чинор Мактаб Бозор Рудак Сомон Баҳор Пахтакор Истиқлол Наврӯз Анҷир Шафтолу Бӯстон Нур Меҳр")

_LETTERS = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшэюяъ"


def _scheme(letters: str) -> dict[int, str]:
    """A way of writing the letters in Latin; a dash stands for nothing."""
    return {ord(letter): plain.strip("-") for letter, plain in zip(_LETTERS, letters.split(), strict=True)}


_PASSPORT = _scheme("a b v g gh d e yo zh z i i y k q l m n o p r s t u u f kh h ch j sh e yu ya '")
_CHAT = _scheme("a b v g g d e yo j z i i y k k l m n o p r s t u u f h h ch j sh e yu ya -")
_NEWS = _scheme("a b v g gh d e io zh z i i i k k l m n o p r s t u u f kh kh tch dj sh e iu ia -")
_RUSSIAN = str.maketrans({"ғ": "г", "ӣ": "и", "қ": "к", "ӯ": "у", "ҳ": "х", "ҷ": "дж"})
_ARABIC = (
    "а= б=ب в=و г=گ ғ=غ д=د е=ی ё=یا ж=ژ з=ز и= ӣ=ی й=ی к=ک қ=ق л=ل м=م н=ن о=ا п=پ р=ر с=س т=ت у= ӯ=و "
    "ф=ف х=خ ҳ=ح ч=چ  "
    "ҷ=ج ш=ش э=ا ю=یو я=یا ъ=ع"
)
_SHAPES = dict(pair.split("=") for pair in _ARABIC.split())


@dataclass(frozen=True, slots=True)
class Noise:
    """How often each thing goes wrong; shares of the records."""

    typo: float = 0.10
    turned: float = 0.25
    patronymic: float = 0.25
    initial: float = 0.03
    missing: dict[str, float] = field(
        default_factory=lambda: {"birth_date": 0.18, "phone": 0.35, "email": 0.75, "place": 0.2, "document": 0.65}
    )
    swapped: float = 0.04
    slip: float = 0.04
    year_only: float = 0.04
    other_number: float = 0.15
    handset: float = 0.30
    recycled: float = 0.02
    shop: float = 0.01
    moved: float = 0.15


STANDARD = Noise()
HARD = Noise(
    typo=0.22,
    initial=0.08,
    missing={"birth_date": 0.3, "phone": 0.4, "email": 0.85, "place": 0.3, "document": 0.8},
    swapped=0.08,
    slip=0.08,
    year_only=0.08,
    other_number=0.25,
    handset=0.45,
    recycled=0.05,
    shop=0.03,
    moved=0.25,
)


class Chance:
    """Seeded chance, drawn in blocks: a table of millions asks often."""

    def __init__(self, seed: int) -> None:
        self._generator = np.random.default_rng(seed)
        self._drawn: list[float] = []

    def random(self) -> float:
        """Between 0 and 1."""
        if not self._drawn:
            self._drawn = self._generator.random(100_000).tolist()
        return self._drawn.pop()

    def integers(self, low: int, high: int) -> int:
        """A whole number from `low`, below `high`."""
        return low + int((high - low) * self.random())

    def choice(self, shares: tuple[float, ...]) -> int:
        """A place in the list of shares."""
        left = self.random()
        for place, share in enumerate(shares):
            left -= share
            if left < 0:
                return place
        return len(shares) - 1


def people(size: int, *, seed: int = 1, noise: Noise = STANDARD) -> pd.DataFrame:
    """Records of invented persons: `id`, `person` (who it is), `script`, and the columns to compare."""
    rng = Chance(seed)
    rows: list[dict[str, str]] = []
    number = 0
    while len(rows) < size:
        for person in household(rng, number, noise):
            rows += [written(person, rng, noise) for _ in range(rng.choice(_TIMES) + 1)]
        number += 1
    table = pd.DataFrame(rows[:size])
    table = table.iloc[np.random.default_rng(seed).permutation(len(table))].reset_index(drop=True)
    table.insert(0, "id", [f"R{row:07d}" for row in range(len(table))])
    return table


_TIMES = (0.45, 0.3, 0.15, 0.06, 0.04)
_LATER = (0.35, 0.25, 0.2, 0.12, 0.08)


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person."""

    key: str
    woman: bool
    given: str
    father: str
    stem: str
    born: date
    phones: tuple[str, ...]
    email: str
    town: str
    street: str
    document: str
    handset: str


def household(rng: Chance, number: int, noise: Noise) -> Iterator[Person]:
    """One to five persons of one surname, town and street, some of whom use one handset."""
    size = rng.choice(_LATER) + 1
    father, stem = _man(rng), _man(rng) if rng.random() < 0.6 else _pick(rng, STEMS)
    town, street, handset = _pick(rng, TOWNS), f"{_pick(rng, STREETS)} {rng.integers(1, 120)}", _number(rng, noise)
    taken: set[str] = set()
    for member in range(size):
        woman = rng.random() < 0.5
        given = _woman(rng) if woman else _man(rng)
        if given in taken:
            continue
        taken.add(given)
        born = date(1945, 1, 1) + timedelta(days=rng.integers(0, 60 * 365))
        own = tuple(_number(rng, noise) for _ in range(2))
        mail = f"{_latin(given, _CHAT)}{rng.integers(1, 9999)}@post{rng.integers(1, 9)}.example"
        document = f"{'ABCEKMT'[rng.integers(0, 7)]}{rng.integers(10**6, 10**7)}"
        yield Person(
            f"P{number}-{member}", woman, given, father, stem, born, own, mail, town, street, document, handset
        )


def written(person: Person, rng: Chance, noise: Noise) -> dict[str, str]:
    """One record of a person, in some script, with some of the noise."""
    script = ("cyrillic", "latin", "arabic")[rng.choice((0.45, 0.35, 0.2))]
    phone = person.phones[int(rng.random() < noise.other_number)]
    phone = person.handset if rng.random() < noise.handset else phone
    town = _pick(rng, TOWNS) if rng.random() < noise.moved else person.town
    place = f"{town}, {person.street}" if rng.random() < 0.4 and town == person.town else town
    row = {
        "person": person.key,
        "script": script,
        "name": _name(person, script, rng, noise),
        "birth_date": _birth(person.born, script, rng, noise),
        "phone": _spelt_number(phone, rng),
        "email": person.email,
        "place": _SCRIPTS[script](place, rng),
        "document": _slipped(person.document, rng) if rng.random() < noise.slip else person.document,
    }
    return row | {name: "" for name, share in noise.missing.items() if rng.random() < share}


def _name(person: Person, script: str, rng: Chance, noise: Noise) -> str:
    ending = ("зода" if rng.random() < 0.25 else "ов") + ("а" if person.woman else "")
    surname = person.stem + ending.replace("зодаа", "зода")
    words = [person.given, surname]
    if rng.random() < noise.initial:
        words[0] = person.given[0]
    elif rng.random() < noise.patronymic:
        words.insert(1, person.father + ("овна" if person.woman else "ович"))
    words = [_SCRIPTS[script](word, rng) for word in words]
    if rng.random() < noise.typo:
        place = rng.integers(0, len(words))
        words[place] = _slipped(words[place], rng)
    return " ".join(reversed(words) if rng.random() < noise.turned else words)


def _birth(born: date, script: str, rng: Chance, noise: Noise) -> str:
    day, month, year = born.day, born.month, born.year
    if rng.random() < noise.swapped and day <= 12:
        day, month = month, day
    if rng.random() < noise.year_only:
        return str(year)
    if script == "arabic" and rng.random() < 0.5:
        return _solar(born)
    form = rng.integers(0, 4)
    text = (
        f"{year}-{month:02d}-{day:02d}",
        f"{day:02d}.{month:02d}.{year}",
        f"{day}/{month}/{year}",
        f"{day:02d}.{month:02d}.{year % 100:02d}",
    )[form]
    if rng.random() < noise.slip:
        places = [place for place, letter in enumerate(text) if letter.isdigit()]
        place = places[rng.integers(0, len(places))]
        text = f"{text[:place]}{rng.integers(0, 10)}{text[place + 1 :]}"
    return text


def _solar(born: date) -> str:
    """The date in the solar calendar, by counting on from its new year; right between 1900 and 2020."""
    year = born.year if (born.month, born.day) >= (3, 21) else born.year - 1
    from_ = date(year, 3, 21) + timedelta(days=-1 if year % 4 == 0 and year >= 1996 else 0)
    count = (born - from_).days
    if count < 0:
        return f"{born.year}"
    month, day = divmod(count, 31) if count < 186 else divmod(count - 186, 30)
    month = month + (1 if count < 186 else 7)
    return f"{year - 621}/{min(month, 12)}/{day + 1}"


def _cyrillic(text: str, rng: Chance) -> str:
    lower = text.lower()
    return (lower.translate(_RUSSIAN) if rng.random() < 0.4 else lower).title()


def _roman(text: str, rng: Chance) -> str:
    return _latin(text, (_PASSPORT, _CHAT, _NEWS)[rng.choice((0.5, 0.3, 0.2))]).title().replace("'", "")


def _latin(text: str, scheme: dict[int, str]) -> str:
    return text.lower().translate(scheme)


def _arabic(text: str, _rng: Chance) -> str:
    return " ".join(_arabic_word(word) for word in text.lower().split(" "))


def _arabic_word(word: str) -> str:
    """Letters as Arabic script has them: short vowels unwritten, long ones mostly in a last closed "
    "syllable."""
    if word.endswith(("ов", "ова")):
        stem, ending = word.removesuffix("а").removesuffix("ов"), "وف" + ("ا" if word.endswith("а") else "")
        return _arabic_word(stem) + ending
    word = "".join(letter for place, letter in enumerate(word) if letter != word[place - 1 : place])
    first = {"а": "ا", "о": "آ", "и": "ا", "у": "ا", "э": "ا", "е": "ای", "ё": "یا", "ӣ": "ای", "ӯ": "او"}.get(
        word[:1], ""
    )
    last = "ه" if word.endswith("а") and len(word) > 2 else ""
    inner = word[1 if first else 0 : -1 if last else None]
    if inner[-2:-1] in ("и", "у") and inner[-1:] not in "аоиуеёӣӯэюя":
        inner = inner[:-2] + {"и": "ӣ", "у": "ӯ"}[inner[-2]] + inner[-1]
    return first + "".join(_SHAPES.get(letter, letter) for letter in inner) + last


_SCRIPTS: dict[str, Callable[[str, Chance], str]] = {"cyrillic": _cyrillic, "latin": _roman, "arabic": _arabic}


def _slipped(word: str, rng: Chance) -> str:
    """A slip of the pen: a letter lost, doubled, changed, or turned with the next."""
    if len(word) < 3:
        return word
    place, kind = rng.integers(1, len(word)), rng.integers(0, 4)
    other = word[rng.integers(0, len(word))]
    return (
        word[:place] + word[place + 1 :],
        word[:place] + other + word[place:],
        word[:place] + other + word[place + 1 :],
        word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :],
    )[kind]


def _number(rng: Chance, noise: Noise) -> str:
    """A number, seldom one that somebody else had before, or a shop's."""
    chance = rng.random()
    if chance < noise.shop:
        return f"90{rng.integers(0, 400):07d}"
    return f"93{rng.integers(0, 40_000 if chance < noise.shop + noise.recycled else 10**7):07d}"


def _spelt_number(number: str, rng: Chance) -> str:
    return (f"+992{number}", f"{number[:2]} {number[2:5]} {number[5:]}", f"00992-{number[:2]}-{number[2:]}", number)[
        rng.integers(0, 4)
    ]


def _man(rng: Chance) -> str:
    """A man's name, one in three with a second part."""
    name = _pick(rng, MEN)
    return name + _pick(rng, LATTER) if rng.random() < 0.35 and name[-1] not in "ӣоаъ" else name


def _woman(rng: Chance) -> str:
    name = _pick(rng, WOMEN)
    return f"{name}{_pick(rng, LATTER_OF_WOMEN)}" if rng.random() < 0.2 and name[-1] not in "оа" else name


def _pick(rng: Chance, words: list[str]) -> str:
    """One of the words; the first in a fixed order of the list are the most frequent."""
    return words[int(len(words) * rng.random() ** 1.7)]
