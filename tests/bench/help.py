"""How long `osint-kit --help` takes beside importing Click alone: python tests/bench/help.py [pairs]."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

KIT = [str(Path(sys.executable).with_name("osint-kit")), "--help"]
CLICK = [sys.executable, "-c", "import click"]


def main(pairs: int) -> None:
    """Run the two in turn and print the ratio of each pair's wall times."""
    seconds(KIT), seconds(CLICK)  # once each, so that neither pays for a cold disk
    found = [(seconds(KIT), seconds(CLICK)) for _ in range(pairs)]
    ratios = sorted(kit / click for kit, click in found)
    print(f"osint-kit --help {statistics.median(kit for kit, _ in found) * 1000:.0f} ms")
    print(f"import click     {statistics.median(click for _, click in found) * 1000:.0f} ms")
    print(f"ratio            {statistics.median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f}, {pairs} pairs)")


def seconds(command: list[str]) -> float:
    """Wall time of a process from start to end."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
