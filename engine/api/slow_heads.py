"""Ends connections whose request never gets to the end of its headers, by time or by size.

An ASGI app is asked once the headers are there, so the limits are put into the server's own class
of connections: uvicorn with httptools has neither, and would keep whatever comes in memory.
"""

import asyncio
from typing import Any, Final
from weakref import WeakKeyDictionary

LARGEST_HEAD_BYTES: Final = 65_536
HEAD_SECONDS: Final = 30.0
_GRACE_SECONDS: Final = 0.1

_LIMITED: Final = "_has_limited_heads"


class _Watch:
    """Where one connection is: bytes of a head that is not whole yet, and when it must be."""

    __slots__ = ("received", "timer")

    def __init__(self) -> None:
        self.received = 0
        self.timer: asyncio.TimerHandle | None = None


def limit_heads(
    protocol: type[Any],
    *,
    patience_seconds: float = HEAD_SECONDS,
    max_bytes: int = LARGEST_HEAD_BYTES,
) -> None:
    """Have every connection of ``protocol``, uvicorn's for httptools, keep the limits.

    Args:
        protocol: the class; it is limited once.
        patience_seconds: from the connection, or a request's first byte, to the end of its
            headers; then it is answered with 408.
        max_bytes: of a head; what is larger is answered with 431.
    """
    if _LIMITED in vars(protocol):
        return
    made, lost = protocol.connection_made, protocol.connection_lost
    began, whole = protocol.on_message_begin, protocol.on_headers_complete
    received = protocol.data_received
    watches: WeakKeyDictionary[Any, _Watch] = WeakKeyDictionary()

    def connection_made(self: Any, transport: Any) -> None:
        made(self, transport)
        watches[self] = _Watch()
        wait(self)

    def connection_lost(self: Any, exc: Exception | None) -> None:
        rest(self)
        lost(self, exc)

    def on_message_begin(self: Any) -> None:
        wait(self)
        began(self)

    def on_headers_complete(self: Any) -> None:
        rest(self)
        whole(self)

    def data_received(self: Any, data: bytes) -> None:
        received(self, data)
        watch = watches[self]
        if watch.timer is not None:
            watch.received += len(data)
            if watch.received > max_bytes:
                end(self, b"431 Request Header Fields Too Large")

    def wait(self: Any) -> None:
        rest(self)
        watches[self].timer = self.loop.call_later(patience_seconds, look_once_more, self)

    def look_once_more(self: Any) -> None:
        # A loop that was busy runs what is due before it reads what has come meanwhile.
        status = b"408 Request Timeout"
        watches[self].timer = self.loop.call_later(_GRACE_SECONDS, end, self, status)

    def rest(self: Any) -> None:
        watch = watches[self]
        if watch.timer is not None:
            watch.timer.cancel()
        watch.timer, watch.received = None, 0

    def end(self: Any, status: bytes) -> None:
        rest(self)
        if not self.transport.is_closing():
            head = b"HTTP/1.1 " + status + b"\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
            self.transport.write(head)
            self.transport.close()

    for method in (
        connection_made,
        connection_lost,
        on_message_begin,
        on_headers_complete,
        data_received,
    ):
        setattr(protocol, method.__name__, method)
    setattr(protocol, _LIMITED, True)
