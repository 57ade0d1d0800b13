"""The core of the network as a picture: what the team drew in grey, what it missed in red."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from osint_kit.messages import _
from osint_kit.report.html import fill, join
from osint_kit.report.layout import HEIGHT, WIDTH, labels, layout
from osint_kit.score import AnswerKey
from osint_kit.score.key import KeyLink
from osint_kit.score.people import name_of

FOUND, MISSED = "#52606d", "#c1121f"
RADIUS, LETTERS = 16, 26

_SVG = """<figure><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{ width }} {{ height }}" role="img"\
 aria-label="{{ title }}" font-family="system-ui, 'Segoe UI', 'Noto Sans', 'Noto Naskh Arabic', sans-serif"\
 font-size="21"><title>{{ title }}</title>
{{ body }}</svg><figcaption>{{ caption }}</figcaption></figure>
"""
_LINE = """<line x1="{{ x1 }}" y1="{{ y1 }}" x2="{{ x2 }}" y2="{{ y2 }}" stroke="{{ colour }}"\
 stroke-width="{{ width }}"{% if dashed %} stroke-dasharray="14 8" class="missed"{% endif %}>\
<title>{{ title }}</title></line>
"""
_NODE = """<circle cx="{{ x }}" cy="{{ y }}" r="{{ r }}" fill="#d5dce3" stroke="#17212b" stroke-width="2"/>
"""
_TEXT = """<text x="{{ x }}" y="{{ y }}" text-anchor="{{ anchor }}" fill="#17212b" stroke="#fff" stroke-width="5"\
 paint-order="stroke">{{ text }}</text>
"""


def drawing(key: AnswerKey, links: Mapping[KeyLink, bool]) -> Markup:
    """The core links of the key, each once; a missed one is red and dashed."""
    ordered = sorted({end for link in links for end in (link.source, link.target)})
    places = layout(ordered, [(link.source, link.target) for link in links])
    texts = {node: name_of(key, node)[:LETTERS] for node in ordered}
    beside = labels(places, texts, RADIUS)
    body = [
        *_lines(key, links, places),
        *(fill(_NODE, x=x, y=y, r=RADIUS) for x, y in places.values()),
        *(fill(_TEXT, x=at.x, y=at.y, anchor=at.anchor, text=texts[node]) for node, at in beside.items()),
    ]
    count = sum(not found for found in links.values())
    caption = _("Core links: {all}; missed, in red and dashed: {missed}").format(all=len(links), missed=count)
    return fill(_SVG, width=WIDTH, height=HEIGHT + 40, title=_("Core of the network"), caption=caption, body=join(body))


def _lines(key: AnswerKey, links: Mapping[KeyLink, bool], places: Mapping[str, tuple[int, int]]) -> Iterator[Markup]:
    """Links found first, so that the missed ones lie on top; several between two people side by side."""
    lanes: dict[tuple[str, ...], int] = {}
    for link, found in sorted(links.items(), key=lambda each: (not each[1], each[0].id)):
        pair = tuple(sorted((link.source, link.target)))
        lane = lanes[pair] = lanes.get(pair, -1) + 1
        (x1, y1), (x2, y2) = places[link.source], places[link.target]
        side = 6 * ((lane + 1) // 2) * (-1) ** lane
        title = f"{name_of(key, link.source)} – {name_of(key, link.target)}: {link.type}"
        colour, width = (FOUND, 3) if found else (MISSED, 5)
        yield fill(
            _LINE,
            x1=x1 + side,
            y1=y1 + side,
            x2=x2 + side,
            y2=y2 + side,
            colour=colour,
            width=width,
            dashed=not found,
            title=title,
        )
