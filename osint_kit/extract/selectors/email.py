"""E-mail addresses, plain, defanged or spelt out."""

from collections.abc import Iterator

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.text.hosts import is_host
from osint_kit.knowledge.text.spelt import host, refang, sign, starts

_WORD = r"[A-Za-z0-9_+%-]+"
_LOCAL = rf"{_WORD}(?:(?:\.|{sign('underscore')}|{sign('dash')}|{sign('dot')}){_WORD})*"
_LONGEST = 64


def check(candidate: Candidate, _scene: Scene) -> Iterator[Found]:
    """A local part and a host under which names are registered; the shortest local part that a spelt sign leaves."""
    for start in starts(candidate.text):
        value = refang(candidate.text[start:]).lower()
        local, _, domain = value.partition("@")
        if 0 < len(local) <= _LONGEST and is_host(domain) and "@" not in domain:
            first = candidate.start + start
            yield Found(first, candidate.end, "email", value, 0.98, candidate.rule, 88)
            return


selectors.add(
    __name__,
    Selector(
        {
            "plain": r"[A-Za-z0-9_][A-Za-z0-9_.+%-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
            "hidden": rf"(?i){_LOCAL}{sign('at')}{host()}",
            "spaced": r"[A-Za-z0-9_][A-Za-z0-9_.+%-]* ?@ ?[A-Za-z0-9-]+(?: ?\. ?[A-Za-z0-9-]+)+",
        },
        check,
        alone=True,
    ),
)
