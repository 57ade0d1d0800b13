"""Account names: with an at sign, or announced by the name of a service."""

import re
from collections.abc import Iterator

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.text.cues import words
from osint_kit.knowledge.text.spelt import refang, sign

_SERVICE = "|".join(re.escape(word) for word in words("service"))
_NAME = r"[A-Za-z0-9_][A-Za-z0-9_.]{1,31}"
_TELLS = re.compile(r"[0-9_.]")
"""What a word of a language does not have: a bare name needs it."""
_SHORTEST = 3


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Lower case, with the sign."""
    at = max(candidate.text.find("@"), 0)
    text = candidate.text[at:].rstrip(".")
    before = scene.text[candidate.start + at - 1 : candidate.start + at] if at or candidate.start else ""
    if candidate.rule == "handle":
        name, start = text, candidate.start + at
        if before.isalnum() or (before in ("@", ".", "_", "/") and before):
            return
    elif candidate.rule == "spelt":
        name, start = refang(text), candidate.start
        name = name[name.find("@") :]
    else:
        bare = re.search(rf"{_NAME}$", candidate.text)
        if bare is None or not _TELLS.search(bare.group().rstrip(".")):
            return
        name, start = "@" + bare.group().rstrip("."), candidate.start + bare.start()
        text = bare.group().rstrip(".")
    if len(name) >= _SHORTEST:
        yield Found(start, start + len(text), "handle", name.lower(), 0.98, candidate.rule, 74)


selectors.add(
    __name__,
    Selector(
        {
            "handle": rf"@{_NAME}",
            "spelt": rf"(?i)[\[({{](?:at|@|собака|ат|ایت|ات)[\])}}] ?{_NAME}(?:{sign('underscore')}{_NAME})*",
            "spelt under": rf"(?i)@[A-Za-z0-9]+(?:{sign('underscore')}[A-Za-z0-9]+)+",
            "announced": rf"(?i)(?:{_SERVICE}) ?[:=-] ?{_NAME}",
        },
        check,
        whole_words=False,
    ),
)
