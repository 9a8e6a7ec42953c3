"""Who asks: found for every request before anything of it is done."""

import re
from typing import Final
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from engine.access import Person, acting, is_among
from engine.access.pace import Pace
from engine.api.answers import error_answer_for
from engine.api.opened import installation_of
from engine.errors import MatchbookError

UPLOADING: Final = "upload"
"""The subject of a signed key with which a screen's upload box may send files."""

_DOCUMENT: Final = re.compile(r"/documents/([0-9A-Za-z-]{1,64})/(?:pages/|file$|thumbnail$)")
_UPLOADS: Final = re.compile(r"/(?:upload|ocr|documents/?)$")
_KEY_HEADER: Final = "x-matchbook-key"


class SignIn:
    """Finds the person of a request by token, signed key or headers, and counts their requests.

    An unknown token or key is refused here; somebody unknown without one goes on as nobody, whom
    the engine lets do nothing.
    """

    def __init__(self, app: ASGIApp, requests_per_minute: int) -> None:
        self._app = app
        self._pace = Pace(requests_per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on in the name of who asks."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            person = await _person(scope)
            client = scope.get("client")
            self._pace.count(person.name or (client[0] if client else "local"))
        except MatchbookError as error:
            answer = error_answer_for(error)
            if error.http_status == 401:
                answer.headers["WWW-Authenticate"] = "Bearer"
            await answer(scope, receive, send)
            return
        with acting(person):
            await self._app(scope, receive, send)


class TrustedProxy:
    """Takes identity headers out of requests that do not come from the proxy.

    Args:
        app: the whole app, screens and API.
        headers: names of the headers by which a proxy tells who asks.
        addresses: addresses and networks of the proxy.
    """

    def __init__(self, app: ASGIApp, headers: tuple[str, ...], addresses: tuple[str, ...]) -> None:
        self._app = app
        self._headers = headers
        self._addresses = addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with the headers that count."""
        if scope["type"] in ("http", "websocket"):
            client = scope.get("client")
            if not is_among(client[0] if client else None, self._addresses):
                headers = MutableHeaders(scope=scope)
                for name in self._headers:
                    while name in headers:
                        del headers[name]
        await self._app(scope, receive, send)


async def _person(scope: Scope) -> Person:
    engine = installation_of(scope["app"])
    headers = Headers(scope=scope)
    scheme, _, credentials = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return await run_in_threadpool(engine.person_by_token, credentials.strip())
    key = headers.get(_KEY_HEADER) or _query_key(scope)
    if key:
        return engine.person_by_key(key, _subject(scope))
    return engine.person_by_headers(headers)


def _query_key(scope: Scope) -> str | None:
    if scope["method"] not in ("GET", "HEAD"):
        return None
    return next(iter(parse_qs(scope["query_string"].decode("latin-1")).get("key", ())), None)


def _subject(scope: Scope) -> str:
    """What a key has to be made for; an empty text, which no key is for, anywhere else."""
    if scope["method"] == "POST":
        return UPLOADING if _UPLOADS.search(scope["path"]) else ""
    found = _DOCUMENT.search(scope["path"])
    return found[1] if found and scope["method"] in ("GET", "HEAD") else ""
