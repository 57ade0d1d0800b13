"""Internet addresses by number, plain or defanged (RFC 791, RFC 4291); they are no telephone numbers, days or hosts."""

import ipaddress
import re
from collections.abc import Iterator

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.text.cues import announces

_DOT = r"(?:\.|\[\.\]|\(\.\)| ?\[dot\] ?| ?\(dot\) ?)"


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Refanged and in its shortest form; a version number is none."""
    plain = re.sub(r"(?i)[\[( ]*(?:\.|dot)[\]) ]*", ".", candidate.text) if "." in candidate.text else candidate.text
    around = scene.text[candidate.start - 1 : candidate.start], scene.text[candidate.end : candidate.end + 2]
    if around[0] and around[0] in ".:/" and candidate.rule != "v6":
        return
    if re.match(r"\.[0-9]", around[1]):
        return
    try:
        value = str(ipaddress.ip_address(plain))
    except ValueError:
        return
    kind = "" if _is_version(scene.before(candidate.start)) else "ip_address"
    yield Found(candidate.start, candidate.end, kind, value if kind else "", 0.97, candidate.rule, 85)


def _is_version(before: str) -> bool:
    return bool(announces("version", within=9).search(before) or announces("version_mark", within=1).search(before))


selectors.add(
    __name__,
    Selector(
        {
            "v4": rf"(?i)[0-9]{{1,3}}(?:{_DOT}[0-9]{{1,3}}){{3}}",
            "v6": r"[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{0,4}){2,7}",
        },
        check,
    ),
)
