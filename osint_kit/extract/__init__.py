"""Read exhibits into documents, and documents into statements.

In:  Capture
Out: Document, Statement
"""

from osint_kit.extract.explaining import explain_text
from osint_kit.extract.extraction import Extraction, extract, extract_text, extract_texts
from osint_kit.extract.finding import find, find_many
from osint_kit.extract.mapping import Mapping, load_mapping
from osint_kit.extract.mention import Mention
from osint_kit.extract.reading import read

__all__ = [
    "Extraction",
    "Mapping",
    "Mention",
    "explain_text",
    "extract",
    "extract_text",
    "extract_texts",
    "find",
    "find_many",
    "load_mapping",
    "read",
]
