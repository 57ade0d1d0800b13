"""Collection data: what the Berkeley Protocol asks to be recorded with every capture (BP-COL-1 … 8)."""

from __future__ import annotations

from collections.abc import Mapping

from osint_kit.model import Capture, Json, to_dict

UNKNOWN = "not recorded"

_NO_PICTURE = "no browser renders the page: source, headers and both clocks are kept instead of a picture"
_NO_MEDIA = "the collector fetches text and tables only: media that the page embeds are named in its source"
_NO_CONTEXT = "a file, not a page: it has no surroundings"
_NO_BODY = "nothing was served: there is no body"


def collection_data(capture: Capture, info: Mapping[str, str]) -> dict[str, Json]:
    """Everything known of a capture but its body, and who collected it with what."""
    data = to_dict(capture)
    del data["body"]
    return {
        "capture": data,
        "digest": capture.digest,
        "collector": info.get("operator", UNKNOWN),
        "machine": info.get("machine", UNKNOWN),
        "clock": info.get("clock", UNKNOWN),
        "identity": _identity(capture),
        "fields": fields(capture, info),
    }


def fields(capture: Capture, info: Mapping[str, str]) -> dict[str, Json]:
    """The eight data points; one that could not be taken carries the reason instead of a value."""
    page = capture.media_type in ("text/html", "application/xhtml+xml")
    return {
        "BP-COL-1": capture.served or capture.asked,
        "BP-COL-2": f"response record, {len(capture.body)} bytes as served" if capture.body else _because(_NO_BODY),
        "BP-COL-3": _because(_NO_PICTURE),
        "BP-COL-4": _because(_NO_MEDIA),
        "BP-COL-5": "; ".join(f"{name}: {value}" for name, value in capture.headers) or _because(_NO_BODY),
        "BP-COL-6": f"whole page around the item, asked as {capture.asked}" if page else _because(_NO_CONTEXT),
        "BP-COL-7": _who_and_when(capture, info),
        "BP-COL-8": capture.digest,
    }


def _because(reason: str) -> dict[str, Json]:
    return {"reason": reason}


def _identity(capture: Capture) -> str:
    return next((value for name, value in capture.request if name.lower() == "user-agent"), UNKNOWN)


def _who_and_when(capture: Capture, info: Mapping[str, str]) -> str:
    served = capture.served_at.isoformat() if capture.served_at else UNKNOWN
    return "; ".join(
        (
            f"collector {info.get('operator', UNKNOWN)}",
            f"machine {info.get('machine', UNKNOWN)}",
            f"virtual identity {_identity(capture)}",
            f"retrieved at {capture.retrieved_at.isoformat()} ({info.get('clock', UNKNOWN)})",
            f"served at {served}",
        )
    )
