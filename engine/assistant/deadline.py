"""The time by which one exchange with an endpoint is over, whatever the other side does.

A socket's own timeout begins anew with every byte: an endpoint that sends one now and then would
never be done.
"""

import socket
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Final, Self

_CONNECTED: Final = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})


class Deadline:
    """Cuts the connection of one exchange after ``seconds``; used as a context.

    ``watch`` is what the HTTP client reports its steps to; the connection must be a new one.
    """

    def __init__(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._socket: socket.socket | None = None
        self._is_over = threading.Event()

    @property
    def is_over(self) -> bool:
        """Whether the time has run out."""
        return self._is_over.is_set()

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()

    def watch(self, step: str, details: Mapping[str, Any]) -> None:
        """Remember the connection as soon as there is one."""
        if step in _CONNECTED:
            self._socket = details["return_value"].get_extra_info("socket")
            if self.is_over:
                self._cut()

    def _cut(self) -> None:
        self._is_over.set()
        if self._socket is not None:
            try:
                # The plain socket's: that of an encrypted one changes what its reader is using.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
            except OSError:  # it is closed already
                return
