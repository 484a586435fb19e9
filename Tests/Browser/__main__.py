"""Builds both sites, holds them to every bar and walks the paths of users: python Tests/Browser TOOL. Exits with 1 on any fault."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import bars
import forms
import hostile
import paths
import search
from browsing import Browsing
from built import Site, html_errors

TOOL = Path(sys.argv[1]).resolve()
CONTENT = Path(__file__).resolve().parents[2] / "content"


def build(library: Path, output: Path, is_hostile: bool = False) -> Site:
    """The site of a library. What the library does wrong is no failure here."""
    command = [TOOL, "build", "--library", library, "--output", output, "--fail-on", "never"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return Site(output, is_hostile)


def main() -> int:
    faults: list[str] = []

    def judge(name: str, found: list[str]) -> None:
        print(f"browser: {name}: {len(found) or 'no'} fault{'s' * (len(found) != 1)} ({time.monotonic() - start:.0f} s)", flush=True)
        faults.extend(f"{name}: {fault}" for fault in found)

    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="augury-browser-") as scratch:
        hostile.write(Path(scratch, "hostile"))
        forms.write(Path(scratch, "forms"))
        ours = build(CONTENT, Path(scratch, "ours"))
        theirs = build(Path(scratch, "hostile"), Path(scratch, "theirs"), is_hostile=True)
        judge("HTML", html_errors(ours) + html_errors(theirs))
        judge("links", ours.broken_links() + theirs.broken_links())
        judge("twins in Markdown", ours.missing_twins() + theirs.missing_twins())
        judge("titles", ours.shared_titles() + theirs.shared_titles())
        judge("weight", ours.heavy_pages())
        with Browsing() as browsing:
            for name, site in [("ours", ours), ("hostile", theirs)]:
                for bar in bars.ALL:
                    judge(f"{name}, {bar.__doc__}", bar(browsing, site))
            judge("hostile, inert and intact", hostile.faults(browsing, theirs))
            judge(search.hostile.__doc__, search.hostile(browsing, theirs))
            for path in paths.ALL + search.ALL:
                judge(path.__doc__, path(browsing, ours))
            asked = build(Path(scratch, "forms"), Path(scratch, "asked"))
            for path in forms.ALL:
                judge(path.__doc__, path(browsing, asked, TOOL, Path(scratch, "forms")))
            judge(forms.every.__doc__, forms.every(browsing, ours, TOOL, CONTENT))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
