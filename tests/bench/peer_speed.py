# ruff: noqa: PLC0415 - a peer is imported when it is measured
"""Run by the peers' own interpreter: bytes per second of each peer over a sample of posts, as JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

SECONDS = 15.0
"""How long each peer may take; it reads as much of the sample as it can."""


def main(sample: Path) -> None:
    """Measure every peer on the sample."""
    given = json.loads(sample.read_text("utf-8"))
    makers: dict[str, tuple[Callable[[dict[str, list[str]]], Callable[[str], object]], str]] = {
        "ioc-finder": (ioc_finder, "folded"),
        "iocextract": (iocextract, "folded"),
        "presidio": (presidio, "folded"),
        "natasha": (natasha, "russian"),
        "flashtext": (flashtext, "folded"),
    }
    told = {name: rate(make(given), given[texts]) for name, (make, texts) in makers.items()}
    sys.stdout.write(json.dumps(told))


def rate(read: Callable[[str], object], texts: list[str]) -> float:
    """Bytes of UTF-8 per second."""
    for text in texts[:5]:
        read(text)
    begun, done = time.perf_counter(), 0
    for text in texts[5:]:
        read(text)
        done += len(text.encode())
        if time.perf_counter() - begun > SECONDS:
            break
    return done / (time.perf_counter() - begun)


def ioc_finder(_given: dict[str, list[str]]) -> Callable[[str], object]:
    from ioc_finder import find_iocs

    return find_iocs


def iocextract(_given: dict[str, list[str]]) -> Callable[[str], object]:
    from iocextract import extract_iocs

    return lambda text: list(extract_iocs(text))


def presidio(_given: dict[str, list[str]]) -> Callable[[str], object]:
    from presidio_analyzer import predefined_recognizers as known

    names = "Email Url Ip Iban CreditCard Crypto Date MacAddress UsSsn UsPassport UkNhs Phone"
    classes: Iterable[type | None] = (getattr(known, f"{name}Recognizer", None) for name in names.split())
    recognizers = [each() for each in classes if each is not None]
    return lambda text: [each.analyze(text, each.supported_entities, None) for each in recognizers]


def natasha(_given: dict[str, list[str]]) -> Callable[[str], object]:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def read(text: str) -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return doc.spans

    return read


def flashtext(given: dict[str, list[str]]) -> Callable[[str], object]:
    from flashtext import KeywordProcessor

    keywords = KeywordProcessor()
    for term in given["terms"]:
        keywords.add_keyword(term)
    return lambda text: keywords.extract_keywords(text, span_info=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
