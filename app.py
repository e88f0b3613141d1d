"""The dashboard: `python app.py` builds the database if there is none, and serves; WSGI servers take `app:server`."""

from __future__ import annotations

import sys
from typing import Any

from ccnt_dash.__main__ import main
from ccnt_dash.settings import Settings
from ccnt_dash.site import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> Any:
    """`server`, made when a WSGI server first asks for it."""
    if name == "server":
        return create_app(Settings.from_environment()).server
    raise AttributeError(name)


if __name__ == "__main__":
    sys.exit(main(["serve", "--build", *sys.argv[1:]]))
