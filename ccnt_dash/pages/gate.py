"""Who may come to the desk: the one who sits at this machine, or who has the token?"""

from __future__ import annotations

import hashlib
import hmac
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Request

HEADER = "X-Review-Token"
COOKIE = "review"
LOCAL = ("localhost", "127.0.0.1", "::1")
# What a proxy adds: whoever comes through one only seems to sit here.
PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")


def seal(token: str) -> str:
    """What the cookie holds instead of the token."""
    return hmac.new(token.encode(), b"the desk", hashlib.sha256).hexdigest()


def admitted(request: Request, token: str) -> bool:
    """May this request see the desk? With a token only who sends it; without one only this machine."""
    if token:
        return is_token(request.headers.get(HEADER, ""), token) or _same(request.cookies.get(COOKIE, ""), seal(token))
    return _is_here(request)


def is_token(sent: str, token: str) -> bool:
    """Is it the token? Compared in a time that does not tell how much of it was right."""
    return bool(token) and _same(sent, token)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def _is_here(request: Request) -> bool:
    # The name, too: a page elsewhere may have its own name lead to this machine.
    name = urlsplit(f"//{request.host}").hostname or ""
    if name not in LOCAL or any(each in request.headers for each in PASSED_ON):
        return False
    try:
        return ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False


def same_origin(request: Request, token: str) -> bool:
    """Was the form sent by a page of this site? A program that sends the token need not say where it comes from."""
    if is_token(request.headers.get(HEADER, ""), token):
        return True
    origin = request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.host and urlsplit(origin).scheme in ("http", "https")
    return request.headers.get("Sec-Fetch-Site") == "same-origin"
