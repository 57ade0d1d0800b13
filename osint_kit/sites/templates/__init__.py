"""What the pages of all sites share: the layout (`*.html`), the answers (`answer.py`) and the items (`items.py`).

Everything is escaped by the engine; an item's text stands in one element, verbatim, with `<br>` for a new line.
"""

from __future__ import annotations

import jinja2
from markupsafe import Markup, escape


def as_html(text: str) -> Markup:
    """Escape a text and turn its new lines into `<br>`."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


_ENGINE = jinja2.Environment(
    loader=jinja2.PackageLoader(__name__, ""),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    auto_reload=False,
)
_ENGINE.filters["lines"] = as_html


def render(template: str, **values: object) -> str:
    """Fill one template of this folder."""
    return _ENGINE.get_template(template).render(**values)
