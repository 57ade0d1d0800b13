"""The page around the sections."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from osint_kit.messages import _
from osint_kit.model import Product
from osint_kit.report.html import fill
from osint_kit.report.sections import Block, ReportInput, sections
from osint_kit.report.style import STYLE

NAME = "report.html"

RIGHT_TO_LEFT = frozenset({"ar", "fa", "prs", "ps", "ur", "ckb"})

_PAGE = """<!doctype html>
<html lang="{{ language }}" dir="{{ direction }}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{{ title }}</title>
<style>{{ style }}</style>
</head>
<body>
{% if watermark %}<p class="watermark" role="note" dir="auto">{{ watermark }}</p>
<p class="stamp" aria-hidden="true">{{ watermark }}</p>{% endif %}
<a class="skip" href="#content">{{ words.skip }}</a>
<header>
<h1 dir="auto">{{ title }}</h1>
<p class="about">{% for name, value in about if value %}\
<span><b>{{ name }}</b> <bdi>{{ value }}</bdi></span>{% endfor %}</p>
</header>
<div class="columns">
<nav aria-label="{{ words.contents }}"><ol>
{% for block in blocks %}<li><a href="#{{ block.id }}">{{ block.title }}</a></li>
{% endfor %}</ol></nav>
<main id="content">
{% for block in blocks %}
<section id="{{ block.id }}" aria-labelledby="{{ block.id }}-title">
<h2 id="{{ block.id }}-title">{{ block.title }}</h2>
{{ block.body }}
</section>
{% endfor %}
</main>
</div>
{% if watermark %}<footer class="watermark" dir="auto">{{ watermark }}</footer>{% endif %}
</body>
</html>
"""


def render(given: ReportInput) -> Product:
    """Render the report."""
    blocks = [block for name in sections if (block := sections[name](given)) is not None]
    about = ((_("Case"), given.case), (_("Team"), given.team), (_("Made"), given.made))
    text = page(given.title, blocks, about, language=given.language, watermark=given.watermark)
    return Product(NAME, "text/html", given.watermark, text.encode("utf-8"))


def page(
    title: str, blocks: Iterable[Block], about: Iterable[tuple[str, str]], *, language: str, watermark: str
) -> Markup:
    """One self-contained page that loads nothing: blocks in their order, a list of contents, the watermark around them.

    Args:
        about: what the page is about, by name; empty values are left out.
        language: of the page's own words; it decides the direction of writing.
    """
    return fill(
        _PAGE,
        title=title,
        blocks=sorted(blocks, key=lambda block: (block.order, block.id)),
        about=tuple(about),
        language=language,
        direction="rtl" if language in RIGHT_TO_LEFT else "ltr",
        watermark=watermark,
        words={"skip": _("To the content"), "contents": _("Contents")},
        style=STYLE,
    )
