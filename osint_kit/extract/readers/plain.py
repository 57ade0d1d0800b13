"""Plain text, and the last resort for any other text."""

from osint_kit.extract.decoding import decode
from osint_kit.extract.readers import Reader, readers
from osint_kit.knowledge.text import guess
from osint_kit.model import Capture, Document, Part


def read(capture: Capture) -> tuple[Document, ...]:
    """One document, the text verbatim."""
    text = decode(capture)
    if not text.strip():
        return ()
    whole = Part("text", "#char=0", 0, len(text))
    return (Document(capture.id, "plain", text, "#char=0", (whole,), item=capture.served, language=guess(text)),)


readers.add(__name__, Reader(("text/plain",), (".txt", ".log"), read))
