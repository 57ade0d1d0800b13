"""Seals captures so that anybody can check them with a tool of their own.

In:  Capture, CustodyEntry
Out: WARC 1.1 bytes, signed CustodyEntry
"""

from osint_kit.preserve.collection import collection_data, fields
from osint_kit.preserve.custody import Signer, new_entry, verify
from osint_kit.preserve.warc import Sealed, read, records, write

__all__ = ["Sealed", "Signer", "collection_data", "fields", "new_entry", "read", "records", "verify", "write"]
