"""What every request passes first: the size of its body, and the site that it comes from.

A browser says who its person is to whoever asks, so a page of another site, opened in the browser
of a person who uses Matchbook, must not be able to change anything.
"""

from collections.abc import Collection
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from engine.access.origin import may_pass
from engine.api.answers import error_answer

_FORM_OVERHEAD_BYTES: Final = 100_000


class BodyLimit:
    """Refuses bodies above ``max_bytes`` plus what a form adds, before or while they come in."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self._app = app
        self._limit = max_bytes + _FORM_OVERHEAD_BYTES

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting its bytes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        if not announced.isdecimal() or int(announced) > self._limit:
            await self._refuse(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._limit:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = error_answer(
            413,
            "request_too_large",
            f"The request is larger than {self._limit:,} bytes.",
            "Send smaller files, or raise MATCHBOOK_MAX_UPLOAD_BYTES.",
        )
        answer.headers["connection"] = "close"
        await answer(scope, receive, send)


class SameOrigin:
    """Refuses changes that a browser asks for on behalf of another site."""

    def __init__(self, app: ASGIApp, trusted: Collection[str] = ()) -> None:
        self._app = app
        self._trusted = frozenset(trusted)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on unless it is one of another site's that is not trusted."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if not may_pass(scope["method"], Headers(scope=scope), self._trusted):
            answer = error_answer(
                403,
                "cross_origin",
                "A page of another site asked for this change.",
                "Use Matchbook's own pages, or a program that sends no Origin header.",
            )
            await answer(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault(
                    "Cross-Origin-Resource-Policy",
                    "cross-origin" if self._trusted else "same-origin",
                )
            await send(message)

        await self._app(scope, receive, marked)
