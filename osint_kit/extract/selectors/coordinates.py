"""Coordinates, as decimal degrees or as degrees, minutes and seconds."""

import re
from collections.abc import Iterator

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors

_HEMISPHERE = (
    r"(?:[NSEW](?:orth|outh|ast|est)?|[СЮВЗ]\.? ?(?:[ШД]\.?)?|север(?:ной)? широты|восточной долготы|южной широты|"
    r"западной долготы|sh\.? ?k\.?|sh\.? ?u\.?|شمالی?|شرقی?|جنوبی?|غربی?|باکوور|رۆژهەڵات)"
)
_ANGLE = (
    r"[0-9]{1,3}(?: ?(?:°|\*|deg(?:rees)?\.?|градус\pL*|град\.?|гр\.?|درجه|дараҷа|daraja|پله) ?[0-9]{1,2}(?:[.,][0-9]{1,6})?"
    r" ?(?:'|min(?:utes)?\.?|минут\pL*|мин\.?|دقیقه|дақиқа|daqiqa|m)?"
    r"(?: ?[0-9]{1,2}(?:[.,][0-9]{1,6})? ?(?:\"|''|”|“|sec(?:onds)?\.?|секунд\pL*|сек\.?|ثانیه|сония|soniya|s)?)?)"
)
_DECIMAL = r"[-+]?[0-9]{1,3}[.,][0-9]{2,9} ?°?"
_BETWEEN = r"(?: ?[,;/|:x&]? ?|, ?|\n| ва | и | and | و | va )"
_LABEL = (
    r"(?:lat(?:itude)?|широта|арз|عرض(?: جغرافیایی| البلد)?|دائره العرض|kenglik|кенглик|latitud)[ :=.]{0,3}",
    r"(?:lon(?:g|gitude)?|lng|долгота|тӯл|طول(?: جغرافیایی| البلد)?|خط الطول|uzunlik|узунлик)[ :=.]{0,3}",
)
_CUE = re.compile(
    r"(?:коорд|локатс|gps|geo:|точк|локац|геолок|lat|широт|маркер|📍|🗺|coord|location|position|waypoint|pin\b|point|map|карт|нуқта|"
    r"координ|lokatsiya|joylashuv|nuqta|локация|жойлашув|مختصات|موقعیت|لوکیشن|نقطه|کوئۆردینات|شوێن|موقع|لوکیشن|ځای|مقام|"
    r"احداث|احداثیات|کوآرد|کواردینات|جی پی ایس|مواقع|@|ҷой)"
)
_PARTS = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_WORD_HEMISPHERES = {
    "n": "N", "s": "S", "e": "E", "w": "W", "с": "N", "ю": "S", "в": "E", "з": "W", "شم": "N", "شر": "E", "جن": "S",
    "غر": "W", "با": "N", "ڕۆ": "E", "رۆ": "E", "sh": "N",
}  # fmt: skip
_SIDE = re.compile(
    r"(?i)sh\.? ?k|sh\.? ?u|شم|شر|جن|غر|باکوور|رۆژ|ڕۆژ|(?<![^\W\d_])(?:north|south|east|west|[nsew]|с|ю|в|з|север\w*|восточ\w*|южн\w*"
    r"|западн\w*)(?=[\W\d_]|$|[шд])"
)
_RANK, _FIRM = 86, 4


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """`lat,lon` with five decimals; both within their range, written precisely or announced."""
    start, end = _trimmed(candidate)
    if _continues(scene, start, end):
        return
    text = scene.text[start:end]
    read = _sexagesimal(text) if candidate.rule == "degrees" else _decimals(text)
    if read is None:
        return
    first, second, sided, digits = read
    cued = bool(_CUE.search(scene.before(start, 40)))
    if not (sided or cued or candidate.rule in ("degrees", "labelled") or digits >= _FIRM):
        return
    if abs(first) <= 90 and abs(second) <= 180 and (first, second) != (0, 0):  # noqa: PLR2004 - degrees
        value = f"{first:.5f},{second:.5f}"
        yield Found(start, end, "coordinates", value, 0.95 if cued or sided else 0.85, candidate.rule, _RANK)


def _trimmed(candidate: Candidate) -> tuple[int, int]:
    text = candidate.text.rstrip(" ,;/|:")
    lead = len(candidate.text) - len(candidate.text.lstrip(" "))
    return candidate.start + lead, candidate.start + len(text)


def _continues(scene: Scene, start: int, end: int) -> bool:
    """Whether more digits or a currency stand beside: a list of prices, a version, a longer number."""
    before, after = scene.before(start, 3), scene.after(end, 8)
    return bool(
        re.search(r"[0-9][.,]?$|[0-9][,;] ?$|[$€£₽]$|[a-z_]$", before)
        or re.match(r"[0-9]|[.,][0-9]|, ?[0-9]{1,3}\.[0-9]{4}| ?(?:[$€£₽%]|usd|eur|руб|сом|долл|kg|кг|mm|мм|м\b)", after)
    )


def _decimals(text: str) -> tuple[float, float, bool, int] | None:
    numbers = re.findall(r"[-+]?[0-9]{1,3}[.,][0-9]{2,9}", text)
    if len(numbers) != 2:  # noqa: PLR2004 - latitude and longitude
        return None
    digits = min(len(each) - each.replace(",", ".").index(".") - 1 for each in numbers)
    values = [float(each.replace(",", ".")) for each in numbers]
    sides = [_side(each) for each in _SIDE.findall(_unlabelled(text))]
    return (*_placed(values, sides), bool(sides), digits)


def _unlabelled(text: str) -> str:
    return re.sub("|".join(_LABEL), " ", text, flags=re.IGNORECASE)


def _sexagesimal(text: str) -> tuple[float, float, bool, int] | None:
    sides = [_side(each) for each in _SIDE.findall(text)]
    halves = [match.group() for match in re.finditer(_ANGLE.replace(r"\pL", r"[^\W\d_]"), text, re.IGNORECASE)]
    if len(halves) != 2:  # noqa: PLR2004 - latitude and longitude
        return None
    values = []
    for half in halves:
        parts = [float(each.replace(",", ".")) for each in _PARTS.findall(half)]
        if any(each >= 60 for each in parts[1:]):  # noqa: PLR2004 - minutes and seconds
            return None
        values.append(sum(each / 60**power for power, each in enumerate(parts)))
    return (*_placed(values, sides), bool(sides), _FIRM)


def _placed(values: list[float], sides: list[str]) -> tuple[float, float]:
    """Latitude and longitude: signs by the hemispheres, longitude last."""
    if len(sides) == len(values):
        values = [-abs(value) if side in "SW" else value for value, side in zip(values, sides, strict=True)]
        if sides[0] in "EW" and sides[1] in "NS":
            values.reverse()
    return values[0], values[1]


def _side(word: str) -> str:
    low = word.lower()
    if low.startswith("sh"):
        return "E" if low.endswith("u") else "N"
    return _WORD_HEMISPHERES.get(low[:2]) or _WORD_HEMISPHERES.get(low[:1], "N")


selectors.add(
    __name__,
    Selector(
        {
            "decimal": rf"(?i)(?:{_HEMISPHERE} ?)?{_DECIMAL} ?(?:{_HEMISPHERE})?{_BETWEEN}(?:{_HEMISPHERE} ?)?{_DECIMAL} ?(?:{_HEMISPHERE})?",
            "labelled": rf"(?i){_LABEL[0]}{_DECIMAL} ?(?:{_HEMISPHERE})?{_BETWEEN}{_LABEL[1]}{_DECIMAL} ?(?:{_HEMISPHERE})?",
            "degrees": rf"(?i)(?:{_HEMISPHERE} ?)?{_ANGLE} ?(?:{_HEMISPHERE})?{_BETWEEN}(?:{_HEMISPHERE} ?)?{_ANGLE} ?(?:{_HEMISPHERE})?",
        },
        check,
        whole_words=False,
    ),
)
