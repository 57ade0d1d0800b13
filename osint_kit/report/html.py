"""Pieces of HTML that sections share; everything that is not markup is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

_ENVIRONMENT = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)

_TABLE = """<div class="scroll" role="region" aria-label="{{ caption }}" tabindex="0"><table>
<caption>{{ caption }}</caption>
<thead><tr>{% for column in columns %}<th scope="col">{{ column }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in rows %}
<tr>{% for cell in row %}{% if loop.first %}<th scope="row" dir="auto">{{ cell }}</th>{% else %}<td dir="auto">\
{{ cell }}</td>{% endif %}{% endfor %}</tr>
{% endfor %}
</tbody></table></div>
"""
_QUOTE = """<blockquote><p dir="auto"{% if language %} lang="{{ language }}"{% endif %}>{{ before }}\
<mark>{{ original }}</mark>{{ after }}</p><footer>{{ reference }} <code>{{ locator }}</code></footer></blockquote>
"""
_FIGURE = """<figure>{{ drawing }}<figcaption>{{ caption }}</figcaption></figure>
"""
_MORE = """<details><summary>{{ label }}</summary>{{ body }}</details>
"""
_TILES = """<dl class="tiles">{% for name, value in tiles %}\
<div><dt>{{ name }}</dt><dd>{{ value }}</dd></div>{% endfor %}</dl>
"""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a document with a little of what stands around it."""

    before: str
    original: str
    after: str
    reference: str
    locator: str
    language: str = ""


def fill(template: str, **values: object) -> Markup:
    """Fill a template; values are escaped unless they are markup."""
    return Markup(_ENVIRONMENT.from_string(template).render(**values))  # noqa: S704 - the environment escapes


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Markup:
    """A table; the first cell of each row is its heading."""
    return fill(_TABLE, caption=caption, columns=columns, rows=list(rows))


def paragraph(text: str, kind: str = "") -> Markup:
    """A paragraph, of a kind that the style sheet knows."""
    return fill('<p{% if kind %} class="{{ kind }}"{% endif %} dir="auto">{{ text }}</p>\n', text=text, kind=kind)


def quote(found: Quote) -> Markup:
    """A quotation with its source."""
    values = {name: getattr(found, name) for name in Quote.__slots__}
    return fill(_QUOTE, **values)


def figure(drawing: Markup, caption: str) -> Markup:
    """A drawing with its caption."""
    return fill(_FIGURE, drawing=drawing, caption=caption)


def more(label: str, body: Markup) -> Markup:
    """A part that opens on demand."""
    return fill(_MORE, label=label, body=body)


def tiles(figures: Iterable[tuple[str, object]]) -> Markup:
    """A row of figures."""
    return fill(_TILES, tiles=list(figures))


def join(parts: Iterable[Markup]) -> Markup:
    """Markup one after another."""
    return Markup("").join(parts)
