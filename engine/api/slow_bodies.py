"""Refuses bodies that come too slowly: a sender that never ends would hold its place for ever."""

from typing import Final

import anyio
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LEAST_BYTES_PER_SECOND: Final = 1_000
"""What even a bad line carries. Slower bodies end when the patience with them does."""


class SlowBodies:
    """Ends a request whose body makes the server wait for longer than it is worth.

    Args:
        app: what the requests are for.
        patience_seconds: longest wait for the next piece of a body, and for all of its pieces
            together beside what they take at 1,000 bytes a second.
    """

    def __init__(self, app: ASGIApp, patience_seconds: float) -> None:
        self._app = app
        self._patience = patience_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, watching how its body comes in."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        waited, received, is_complete = 0.0, 0, False

        async def in_time() -> Message:
            nonlocal waited, received, is_complete
            if is_complete:  # whoever asks now waits for the other side to go
                return await receive()
            left = self._patience + received / LEAST_BYTES_PER_SECOND - waited
            began = anyio.current_time()
            try:
                with anyio.fail_after(min(self._patience, left)):
                    message = await receive()
            except TimeoutError as error:
                raise HTTPException(408, headers={"Connection": "close"}) from error
            waited += anyio.current_time() - began
            received += len(message.get("body", b""))
            is_complete = not message.get("more_body", False)
            return message

        await self._app(scope, in_time, send)
