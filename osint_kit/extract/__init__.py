"""Read exhibits into documents, and documents into statements.

In:  Capture
Out: Document, Statement
"""

from osint_kit.extract.extraction import Extraction, extract, extract_text
from osint_kit.extract.finding import Mention, find
from osint_kit.extract.mapping import Mapping, load_mapping
from osint_kit.extract.reading import read

__all__ = ["Extraction", "Mapping", "Mention", "extract", "extract_text", "find", "load_mapping", "read"]
