"""How is the dashboard served? By waitress, after a database has been made sure of."""

from __future__ import annotations

import sys
from typing import Any

from waitress import create_server

from ccnt_dash.build import build, version_of
from ccnt_dash.geography import PROVINCES
from ccnt_dash.noting import ToldError
from ccnt_dash.settings import Settings
from ccnt_dash.site import create_app
from ccnt_dash.store import Store, StoreError

THREADS = 8


class ServeError(ToldError):
    """The server can't start; the message says why and what to do."""


def serve(settings: Settings, build_first: bool = False) -> None:
    """Serve until interrupted.

    With `build_first` a database that is missing or not made from the present text files is built
    before. Raises ServeError if the address is taken or the assets are spoiled, StoreError or
    BuildError if there is no database, OSError if an asset is missing.
    """
    if build_first and _outdated(settings):
        made = build(settings.data, settings.database, settings.geometry)
        print(f"built {made.database}, version {made.version}, {len(made.warnings)} warnings")
    server = _listening(settings)
    print(f"serving on http://{settings.host}:{settings.port}", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)


def _listening(settings: Settings) -> Any:
    (settings.assets / "geo" / PROVINCES).stat()  # or nobody would notice before a browser asks for it
    try:
        app = create_app(settings)
    except (KeyError, ValueError) as error:
        what = f"{settings.assets} and {settings.database} don't fit this program"
        named = f"{type(error).__name__}: {error}"
        raise ServeError(f"{what} ({named}); restore the folder and build the database again") from None
    try:
        return create_server(app.server, host=settings.host, port=settings.port, threads=THREADS)
    except (OSError, ValueError) as error:
        address, reason = f"{settings.host}:{settings.port}", getattr(error, "strerror", None) or error
        raise ServeError(f"{address} can't be listened on ({reason}); choose another --host or --port") from None


def _outdated(settings: Settings) -> bool:
    try:
        return Store(settings.database).version() != version_of(settings.data)
    except StoreError:
        return True
