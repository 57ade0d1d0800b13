"""The style sheet of the report."""

from __future__ import annotations

from markupsafe import Markup

STYLE = Markup("""
:root { --ink: #17212b; --soft: #52606d; --line: #d5dce3; --ground: #f5f7f9; --card: #fff; --accent: #0b5c8a;
  --mark: #ffe9a8; --alarm: #9b1c1c; --alarm-ground: #fdecec; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 3.2rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans",
  "Noto Naskh Arabic", sans-serif; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { inset-inline-start: 1rem; top: 3rem; background: var(--card); padding: .5rem 1rem; z-index: 3; }
.watermark { margin: 0; padding: .45rem 1rem; background: #17212b; color: #fff; text-align: center; font-weight: 600;
  letter-spacing: .04em; }
p.watermark { position: sticky; top: 0; z-index: 2; }
.stamp { display: none; }
header { padding: 2rem clamp(1rem, 4vw, 3rem) 1rem; }
h1 { margin: 0 0 .4rem; font-size: clamp(1.6rem, 3vw, 2.4rem); line-height: 1.2; }
h2 { margin: 0 0 1rem; font-size: 1.4rem; }
h3 { margin: 1.4rem 0 .5rem; font-size: 1.1rem; }
.about { margin: 0; color: var(--soft); display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; }
.columns { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 1.5rem;
  padding: 0 clamp(1rem, 4vw, 3rem) 3rem; }
nav { position: sticky; top: 3.2rem; align-self: start; font-size: .95rem; }
nav ol { list-style: none; margin: 0; padding: 0; border-inline-start: 2px solid var(--line); }
nav a { display: block; padding: .35rem .9rem; color: var(--ink); text-decoration: none; }
nav a:hover, nav a:focus-visible { color: var(--accent); text-decoration: underline; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.4rem 1.6rem;
  margin: 0 0 1.4rem; }
.lead { font-size: 1.08rem; max-width: 65ch; white-space: pre-line; }
.note { color: var(--soft); max-width: 70ch; }
.method { border-inline-start: .3rem solid var(--accent); padding: .2rem 1rem; font-weight: 600; max-width: 70ch; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .8rem; margin: 1rem 0; }
.tiles div { border: 1px solid var(--line); border-radius: .5rem; padding: .7rem .9rem; }
.tiles dt { color: var(--soft); font-size: .9rem; }
.tiles dd { margin: 0; font-size: 1.6rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { text-align: start; color: var(--soft); padding: 0 0 .5rem; }
th, td { text-align: start; vertical-align: top; padding: .5rem .7rem; border-bottom: 1px solid var(--line);
  font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
thead th { border-bottom: 2px solid var(--ink); }
tbody th { font-weight: 600; }
td { overflow-wrap: anywhere; min-width: 4.2rem; }
blockquote { margin: 0 0 .6rem; padding: .1rem .8rem; border-inline-start: 3px solid var(--line); }
blockquote p { margin: 0; }
td blockquote { min-width: 24rem; }
blockquote footer, code { color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; padding: 0 .15em; border-radius: .2em; }
details { margin: .3rem 0; }
summary { cursor: pointer; color: var(--accent); }
.alarm { background: var(--alarm-ground); border-inline-start: .3rem solid var(--alarm); padding: .6rem 1rem;
  color: var(--alarm); font-weight: 600; }
.calm { border-inline-start: .3rem solid #2a7f4f; padding: .6rem 1rem; }
figure { margin: 0; }
figure svg { direction: ltr; width: 100%; height: auto; background: #fff; border: 1px solid var(--line);
  border-radius: .5rem; }
figure text { unicode-bidi: plaintext; }
figcaption { color: var(--soft); padding-top: .5rem; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (max-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr); } nav { position: static; } }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print {
  body { background: #fff; font-size: 10pt; }
  nav, .skip { display: none; }
  .columns { display: block; padding: 0; }
  section { border: 0; padding: 0; margin: 0 0 1.2rem; }
  p.watermark { position: static; }
  .stamp { display: block; position: fixed; inset: 45% 0 auto; text-align: center; font-size: 26pt; font-weight: 700;
    transform: rotate(-24deg); opacity: .12; margin: 0; }
  thead { display: table-header-group; }
  tr, blockquote, figure, .tiles div { break-inside: avoid; }
  .scroll { overflow: visible; }
  @page { margin: 16mm; }
}
""")
