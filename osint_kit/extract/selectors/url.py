"""Web addresses with a scheme, a path or `www.`, plain or defanged."""

from collections.abc import Iterator

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.text.hosts import is_host
from osint_kit.knowledge.text.spelt import SCHEME, host, refang

_AUTHORITY = "/?#:"
_TRAILING = ".,;:!?'\"»…*_~|"
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
_TAIL = r"(?::[0-9]{2,5})?(?:[/?#][^\s<>\"'«»\x1e]*)?"
_ADDRESS = r"(?:[0-9]{1,3}\[?\.\]?){3}[0-9]{1,3}"


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Refanged, as written otherwise, without the punctuation of the sentence around it."""
    text = _trimmed(candidate.text)
    plain = refang(text)
    scheme, found, rest = plain.partition("://")
    rest = rest if found else plain
    name = rest
    for mark in _AUTHORITY:
        name = name.partition(mark)[0]
    named = is_host(name.lower()) or (bool(found) and _numbered(name))
    told = bool(found) or len(rest) > len(name) or name.lower().startswith("www.")
    before = scene.text[candidate.start - 1 : candidate.start]
    if named and told and before not in ("@", "/"):
        value = f"{scheme.lower()}://{rest}" if found else rest
        end = candidate.start + len(text)
        yield Found(candidate.start, end, "url", _host_lowered(value, name), 0.97, candidate.rule, 87)


def _host_lowered(value: str, name: str) -> str:
    return value.replace(name, name.lower(), 1)


def _trimmed(text: str) -> str:
    while text and (text[-1] in _TRAILING or _unopened(text)):
        text = text[:-1]
    return text


def _unopened(text: str) -> bool:
    """Whether the text ends with a bracket that it did not open."""
    last = text[-1]
    return last in _PAIRS and text.count(last) > text.count(_PAIRS[last])


def _numbered(name: str) -> bool:
    parts = name.split(".")
    return len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)  # noqa: PLR2004 - IPv4


selectors.add(
    __name__,
    Selector(
        {
            "scheme": rf"{SCHEME}(?:{host()}|{_ADDRESS}){_TAIL}",
            "path": r"(?i)[A-Za-z0-9-]+(?:\[?\.\]?[A-Za-z0-9-]+)+(?::[0-9]{2,5})?/[^\s<>\"'«»\x1e]*",
            "www": rf"(?i)www\[?\.\]?{host()}{_TAIL}",
        },
        check,
    ),
)
