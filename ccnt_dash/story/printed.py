"""How does a story become a PDF? A browser on this machine prints its offline file, a slide on each page."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from ccnt_dash.noting import ToldError

# Where a browser is looked for: what CHROMIUM names, then these in PATH.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
SWITCHES = (
    *("--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
# How long a browser may take, in seconds, and how far its clock runs before it prints, in ms.
LONGEST, CLOCK = 180, 30_000


class PrintError(ToldError):
    """No browser, or one that does not print."""


def printed(page: bytes) -> bytes:
    """The PDF of an offline file; PrintError with what to do where there is no browser or it fails."""
    browser = _browser()
    with TemporaryDirectory() as folder:
        source, made = Path(folder) / "slides-to-print.html", Path(folder) / "slides-to-print.pdf"
        source.write_bytes(page)
        # A browser that the administrator runs refuses its own sandbox.
        alone = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        call = [browser, *SWITCHES, *alone, f"--user-data-dir={folder}/home", f"--virtual-time-budget={CLOCK}"]
        try:
            done = subprocess.run(
                [*call, f"--print-to-pdf={made}", f"{source.as_uri()}"],
                capture_output=True,
                text=True,
                timeout=LONGEST,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise PrintError(f"{browser} did not print within {LONGEST} s; print the offline file by hand") from None
        if not made.is_file():
            last = (done.stderr.strip().splitlines() or ["without a word"])[-1]
            raise PrintError(f"{browser} did not print: {last}; name another browser in CHROMIUM")
        return made.read_bytes()


def _browser() -> str:
    named = os.environ.get("CHROMIUM", "")
    found = which(named) if named else next((path for name in BROWSERS if (path := which(name))), None)
    if found:
        return found
    wrong = f"CHROMIUM is {named!r}, which can't be run" if named else "there is no browser in PATH"
    right = "name Chromium, Chrome or Edge in CHROMIUM, write .pptx, or print the file of `bundle` by hand"
    raise PrintError(f"{wrong}; {right}")
