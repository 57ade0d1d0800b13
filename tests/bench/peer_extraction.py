"""Run by the peers' own interpreter: what each peer finds in each line, as JSON.

No model of spaCy can be installed here under its real name, so that spaCy stands with its rules alone: a blank pipeline
and the attributes of its tokens. natasha brings its models along.
"""

# ruff: noqa: PLC0415 - a peer is imported when it is measured

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

Find = tuple[int, int, str, str]
REGIONS = {"tg": "TJ", "ru": "RU", "uz": "UZ", "fa": "AF", "ps": "AF", "ur": "PK", "ar": "IQ", "ckb": "IQ", "en": "GB"}


def main(sample: Path) -> None:
    """Let every peer read every line."""
    warnings.simplefilter("ignore")
    lines = json.loads(sample.read_text("utf-8"))
    told = {}
    for make in (phonenumbers_alone, dateparser_search, ioc_finder, natasha, spacy_rules):
        read = make()
        told[make.__name__] = [list(read(text, language)) for text, language in lines]
    sys.stdout.write(json.dumps(told))


def phonenumbers_alone() -> Callable[[str, str], Iterator[Find]]:
    """Its own matcher, with the country that the line's language is most spoken in."""
    import phonenumbers

    def read(text: str, language: str) -> Iterator[Find]:
        for match in phonenumbers.PhoneNumberMatcher(text, REGIONS[language]):
            value = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
            yield match.start, match.end, "phone", value

    return read


def dateparser_search() -> Callable[[str, str], Iterator[Find]]:
    """Search with the line's language, where it knows it."""
    from dateparser.search import search_dates

    known = {"tg": "ru", "ckb": "ar", "ps": "fa"}

    def read(text: str, language: str) -> Iterator[Find]:
        languages = [known.get(language, language), "en"]
        settings = {"REQUIRE_PARTS": ["day", "month", "year"]}
        done = 0
        for found, when in search_dates(text, languages=languages, settings=settings) or ():
            start = text.find(found, done)
            if start >= 0:
                done = start + len(found)
                yield start, done, "date", when.date().isoformat()

    return read


def ioc_finder() -> Callable[[str, str], Iterator[Find]]:
    """What it says of a text; it tells no places, so the first one where the value stands is taken."""
    from ioc_finder import find_iocs

    kinds = {
        "email_addresses": "email", "urls": "url", "domains": "domain", "ipv4s": "ip_address", "ipv6s": "ip_address",
    }  # fmt: skip

    def read(text: str, _language: str) -> Iterator[Find]:
        lower = text.lower()
        for name, values in find_iocs(text).items():
            for value in values if name in kinds else ():
                start = lower.find(str(value).lower())
                if start >= 0:
                    yield start, start + len(str(value)), kinds[name], str(value)

    return read


def natasha() -> Callable[[str, str], Iterator[Find]]:
    """Named entities in Russian."""
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
    kinds = {"PER": "person", "ORG": "organization", "LOC": "place"}

    def read(text: str, language: str) -> Iterator[Find]:
        if language == "ru":
            doc = Doc(text)
            doc.segment(segmenter)
            doc.tag_ner(tagger)
            for span in doc.spans:
                yield span.start, span.stop, kinds[span.type], span.text

    return read


def spacy_rules() -> Callable[[str, str], Iterator[Find]]:
    """The attributes of its tokens: what looks like an address."""
    import spacy

    pipeline = spacy.blank("xx")

    def read(text: str, _language: str) -> Iterator[Find]:
        for token in pipeline(text):
            kind = "email" if token.like_email else "url" if token.like_url else ""
            if kind:
                yield token.idx, token.idx + len(token), kind, token.text

    return read


if __name__ == "__main__":
    main(Path(sys.argv[1]))
