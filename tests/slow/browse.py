"""Opens pages in a real browser without a network, and says what they asked for and what went wrong.

Runs in the judges' environment: `python browse.py CHROMIUM FOLDER PAGE…`; prints JSON, a row a page.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

DEAD_DNS = "--host-resolver-rules=MAP * ~NOTFOUND"


def visit(page: Page, path: Path, folder: Path) -> dict[str, object]:
    """Open a page; its own file is the only thing that it may ask for."""
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto(path.as_uri())
    page.screenshot(path=str(folder / f"{path.stem}.png"), full_page=False)
    beyond = [url for url in asked if url != path.as_uri()]
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    shown = page.evaluate("document.body.innerText")
    return {"page": path.name, "asked": beyond, "wrong": wrong, "wide": wide, "text": shown}


def main() -> None:
    """Visit every page named on the command line."""
    chromium, folder, *pages = sys.argv[1:]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", DEAD_DNS])
        rows = []
        for each in pages:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            rows.append(visit(page, Path(each), Path(folder)))
            page.close()
        browser.close()
    sys.stdout.write(json.dumps(rows))


main()
