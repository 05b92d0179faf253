"""All that is measured: `python -m benchmarks [crowd [VIEWERS …]] [PART …]`, the parts as in README.md."""

import datetime
import importlib.metadata
import os
import platform
import sys

from benchmarks import (
    before_after,
    cold,
    crowd,
    first_visit,
    growth,
    hall,
    live,
    meanwhile,
    pages,
    peers,
    proposed_links,
    turnaround,
    uploads,
    worst_files,
)


def machine() -> str:
    """Day, cores, load and versions: without them no figure means anything."""
    versions = " ".join(f"{name} {importlib.metadata.version(name)}" for name in ("streamlit", "duckdb"))
    load = " ".join(f"{average:.1f}" for average in os.getloadavg())
    python = f"Python {platform.python_version()}"
    return f"{datetime.date.today()} · {os.cpu_count()} cores · load average {load} · {python} {versions}"


def main(asked: list[str]) -> None:
    """Run what is asked for, or all of it; numbers are crowds of so many viewers."""
    crowds = [int(word) for word in asked if word.isdigit()]
    print(machine(), flush=True)
    if not asked or "crowd" in asked:
        for viewers in crowds or crowd.CROWDS:
            crowd.main(viewers)
    if not asked or "hall" in asked:
        hall.main()
    if not asked or "live" in asked:
        for viewers in crowds or live.CROWDS:
            live.main(viewers)
    if not asked or "cold" in asked:
        cold.main()
    if not asked or "first-visit" in asked:
        first_visit.main()
    if not asked or "pages" in asked:
        pages.main()
    if "growth" in asked:
        growth.main(crowds)
    if not asked or "peers" in asked:
        peers.main()
    if not asked or "turnaround" in asked:
        turnaround.main()
    if not asked or "proposed-links" in asked:
        proposed_links.main()
    if not asked or "uploads" in asked:
        uploads.main()
    if not asked or "meanwhile" in asked:
        meanwhile.main()
    if not asked or "worst-files" in asked:
        worst_files.main()
    if not asked or "before-after" in asked:
        before_after.main()
    print(machine())


if __name__ == "__main__":
    main(sys.argv[1:])
