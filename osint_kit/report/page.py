"""The page around the sections."""

from __future__ import annotations

from osint_kit.messages import _
from osint_kit.model import Product
from osint_kit.report.html import fill
from osint_kit.report.sections import ReportInput, sections
from osint_kit.report.style import STYLE

NAME = "report.html"

RIGHT_TO_LEFT = frozenset({"ar", "fa", "prs", "ps", "ur", "ckb"})

_PAGE = """<!doctype html>
<html lang="{{ given.language }}" dir="{{ direction }}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{{ given.title }}</title>
<style>{{ style }}</style>
</head>
<body>
{% if given.watermark %}<p class="watermark" role="note" dir="auto">{{ given.watermark }}</p>
<p class="stamp" aria-hidden="true">{{ given.watermark }}</p>{% endif %}
<a class="skip" href="#content">{{ words.skip }}</a>
<header>
<h1 dir="auto">{{ given.title }}</h1>
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
{% if given.watermark %}<footer class="watermark" dir="auto">{{ given.watermark }}</footer>{% endif %}
</body>
</html>
"""


def render(given: ReportInput) -> Product:
    """Render the report."""
    blocks = [block for name in sections if (block := sections[name](given)) is not None]
    page = fill(
        _PAGE,
        given=given,
        blocks=sorted(blocks, key=lambda block: (block.order, block.id)),
        direction="rtl" if given.language in RIGHT_TO_LEFT else "ltr",
        about=((_("Case"), given.case), (_("Team"), given.team), (_("Made"), given.made)),
        words={"skip": _("To the content"), "contents": _("Contents")},
        style=STYLE,
    )
    return Product(NAME, "text/html", given.watermark, page.encode("utf-8"))
