"""The network as SVG: shapes for schemas, colours for types of link, dashes for what is only proposed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from osint_kit.messages import _
from osint_kit.report.html import fill, join
from osint_kit.report.layout import HEIGHT, WIDTH, Label, labels, layout
from osint_kit.report.sections import ReportInput

NODES, LETTERS, RADIUS = 40, 22, 18

SHAPES = {"Person": "circle", "Organization": "square", "Company": "square", "LegalEntity": "square"}
"""Schema → shape; anything else, a bare selector above all, is a diamond."""

FILLS = {"circle": "#56b4e9", "square": "#e69f00", "diamond": "#d5dce3"}
STROKES = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#5d4a00", "#17212b")
"""Colours that most people can tell apart, one a type of link in alphabetical order."""

_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{ width }} {{ height }}" role="img" \
 aria-label="{{ title }}" font-family="system-ui, 'Segoe UI', 'Noto Sans', sans-serif" font-size="21">
<title>{{ title }}</title>
<defs>{% for type, colour in colours.items() %}<marker id="to-{{ loop.index }}" viewBox="0 0 10 10" refX="9" refY="5"\
 markerWidth="14" markerHeight="14" markerUnits="userSpaceOnUse" orient="auto">\
<path d="M0 0 10 5 0 10z" fill="{{ colour }}"/></marker>{% endfor %}</defs>
{{ body }}
</svg>"""
_LINE = """<line x1="{{ x1 }}" y1="{{ y1 }}" x2="{{ x2 }}" y2="{{ y2 }}" stroke="{{ colour }}" \
stroke-width="{{ width }}"{% if dashed %} stroke-dasharray="9 7"{% endif %} stroke-opacity=".8"\
{% if marker %} marker-end="url(#to-{{ marker }})"\
{% endif %}>{% if title %}<title>{{ title }}</title>{% endif %}</line>
"""
_TEXT = """<text x="{{ x }}" y="{{ y }}" text-anchor="{{ anchor }}" fill="#17212b" stroke="#fff" stroke-width="5"\
 paint-order="stroke">{{ text }}</text>
"""
_SHAPE = {
    "circle": '<circle cx="{{ x }}" cy="{{ y }}" r="{{ r }}" fill="{{ fill }}" stroke="#17212b" stroke-width="2"/>\n',
    "square": '<rect x="{{ x - r }}" y="{{ y - r }}" width="{{ 2 * r }}" height="{{ 2 * r }}" rx="3" fill="{{ fill }}"'
    ' stroke="#17212b" stroke-width="2"/>\n',
    "diamond": '<path d="M{{ x }} {{ y - r }} {{ x + r }} {{ y }} {{ x }} {{ y + r }} {{ x - r }} {{ y }}z"'
    ' fill="{{ fill }}" stroke="#17212b" stroke-width="2"/>\n',
}


@dataclass(frozen=True, slots=True)
class Edge:
    """One link in the picture."""

    source: str
    target: str
    type: str
    directed: bool
    count: int
    decided: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn: node → (label, schema), `Thing` if it has no name; `linked` is how many there are in all."""

    nodes: Mapping[str, tuple[str, str]]
    edges: tuple[Edge, ...]
    linked: int


def shown(given: ReportInput) -> Shown:
    """Choose the entities to draw and the links between them."""
    names = ("source", "target", "type", "directed", "count", "decided")
    edges = [Edge(*row) for row in zip(*(given.links[name].tolist() for name in names), strict=True)]
    rank = {name: at for at, name in enumerate(given.measures["entity"])} if not given.measures.empty else {}
    linked = {end for edge in edges for end in (edge.source, edge.target)}
    sure = {end for edge in edges if edge.decided for end in (edge.source, edge.target)}
    chosen = sorted(linked, key=lambda node: (node not in sure, rank.get(node, len(rank)), node))[:NODES]
    about = {
        row["id"]: (row["caption"], row["schema"] if row["names"] else "Thing")
        for row in given.entities.to_dict("records")
    }
    nodes = {node: about.get(node, (node[:8], "Thing")) for node in chosen}
    kept = [edge for edge in edges if edge.source in nodes and edge.target in nodes and edge.source != edge.target]
    return Shown(nodes, tuple(kept), len(linked))


def picture(given: ReportInput) -> Markup:
    """The network of a case; empty where nothing is linked."""
    chosen = shown(given)
    return draw(chosen) if chosen.nodes else Markup("")


def draw(chosen: Shown) -> Markup:
    """Draw the network; the same entities and links give the same picture."""
    names = sorted({edge.type for edge in chosen.edges})
    colours = {name: STROKES[min(at, len(STROKES) - 1)] for at, name in enumerate(names)}
    ordered = list(chosen.nodes)
    places = layout(ordered, [(edge.source, edge.target) for edge in chosen.edges])
    texts = {node: _short(label) for node, (label, _schema) in chosen.nodes.items()}
    beside = labels(places, texts)
    body = [
        *_edges(chosen, places, colours),
        *(_node(places[node], chosen.nodes[node][1]) for node in ordered),
        *(_text(beside[node], texts[node]) for node in ordered),
        *_legend(colours),
    ]
    title = _("Network of {nodes} entities and {edges} links").format(nodes=len(ordered), edges=len(chosen.edges))
    return fill(
        _SVG,
        width=WIDTH,
        height=HEIGHT + 65 + 38 * ((len(names) - 1) // 6),
        title=title,
        colours=colours,
        body=join(body),
    )


def _edges(chosen: Shown, places: Mapping[str, tuple[int, int]], colours: Mapping[str, str]) -> Iterator[Markup]:
    """Links side by side where two entities have several."""
    order = list(colours)
    lanes: dict[tuple[str, str], int] = {}
    for edge in sorted(chosen.edges, key=lambda each: (each.decided, each.type, each.source, each.target)):
        pair = min(edge.source, edge.target), max(edge.source, edge.target)
        lane = lanes[pair] = lanes.get(pair, -1) + 1
        side = 7 * ((lane + 1) // 2) * (-1) ** lane * (1 if edge.source < edge.target else -1)
        ends = _shift(places[edge.source], places[edge.target], side)
        yield fill(
            _LINE,
            **dict(zip(("x1", "y1", "x2", "y2"), ends, strict=True)),
            colour=colours[edge.type],
            width=round(min(9.0, 2 + math.log2(max(1, edge.count))), 1),
            dashed=not edge.decided,
            marker=order.index(edge.type) + 1 if edge.directed else 0,
            title=f"{chosen.nodes[edge.source][0]} – {chosen.nodes[edge.target][0]}: {edge.type} ×{edge.count}",
        )


def _shift(one: tuple[int, int], two: tuple[int, int], lane: int) -> tuple[int, int, int, int]:
    """Ends of a line from rim to rim, moved sideways into its lane."""
    dx, dy = two[0] - one[0], two[1] - one[1]
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    rim = RADIUS + 3
    return (
        round(one[0] + ux * rim - uy * lane),
        round(one[1] + uy * rim + ux * lane),
        round(two[0] - ux * rim - uy * lane),
        round(two[1] - uy * rim + ux * lane),
    )


def _node(place: tuple[int, int], schema: str) -> Markup:
    shape = SHAPES.get(schema, "diamond")
    return fill(_SHAPE[shape], x=place[0], y=place[1], r=RADIUS - 2, fill=FILLS[shape])


def _text(label: Label, text: str) -> Markup:
    return fill(_TEXT, x=label.x, y=label.y, anchor=label.anchor, text=text)


def _legend(colours: Mapping[str, str]) -> Iterator[Markup]:
    kinds = {"circle": _("person"), "square": _("organisation"), "diamond": _("selector or thing")}
    y, x = HEIGHT, 40
    for shape, text in kinds.items():
        yield fill(_SHAPE[shape], x=x, y=y, r=11, fill=FILLS[shape])
        yield _text(Label(x + 22, y + 7, "start"), text)
        x += 60 + 12 * len(text)
    for text, dashed in ((_("decided"), False), (_("proposed"), True)):
        yield fill(_LINE, x1=x, y1=y, x2=x + 50, y2=y, colour="#17212b", width=3, dashed=dashed, marker=0, title="")
        yield _text(Label(x + 60, y + 7, "start"), text)
        x += 100 + 12 * len(text)
    for at, (text, colour) in enumerate(colours.items()):
        left, top = 40 + (at % 6) * 255, y + 38 * (1 + at // 6)
        yield fill(
            _LINE, x1=left, y1=top, x2=left + 50, y2=top, colour=colour, width=5, dashed=False, marker=0, title=""
        )
        yield _text(Label(left + 60, top + 7, "start"), text)


def _short(label: str) -> str:
    return label if len(label) <= LETTERS else label[: LETTERS - 1] + "…"
