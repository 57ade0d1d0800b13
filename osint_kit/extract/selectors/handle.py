"""Account names with an at sign; e-mail addresses and links are kept away from every other kind."""

from collections.abc import Iterator

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Lower case, with the sign."""
    if candidate.rule != "handle":
        yield Found(candidate.start, candidate.end, "", "", 1.0, candidate.rule, 95)
        return
    name = candidate.text.rstrip(".")
    before = scene.text[candidate.start - 1 : candidate.start]
    if len(name) > 2 and not before.isalnum() and before not in ("@", ".", "_"):  # noqa: PLR2004 - a sign and a letter
        yield Found(candidate.start, candidate.start + len(name), "handle", name.lower(), 0.98, "handle", 90)


selectors.add(
    __name__,
    Selector(
        {
            "email": r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
            "link": r"https?://[^\s<>\"]+",
            "handle": r"@[A-Za-z0-9_][A-Za-z0-9_.]{1,31}",
        },
        check,
        whole_words=False,
    ),
)
