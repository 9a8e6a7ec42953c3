"""A socket beside the database: a program of the same person may ask that nobody writes.

No other process can open a database that the app has open, but its bytes can be copied while they
stand still. Only who owns the data folder may open the socket. A program that goes, or is too slow,
lets go.
"""

import contextlib
import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

log = logging.getLogger(__name__)

_HELD: Final = b"held\n"
_LONGEST_SECONDS: Final = 600.0
_ANSWER_SECONDS: Final = 60.0


def socket_path(database_path: Path) -> Path:
    """Where the socket of an open database is."""
    return database_path.with_suffix(".sock")


class SideDoor:
    """Answers programs that want to copy the database; one at a time.

    Args:
        database_path: the open database.
        hold: nobody writes to it while this is open.
    """

    def __init__(
        self, database_path: Path, hold: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._path = socket_path(database_path)
        self._hold = hold
        self._socket: socket.socket | None = None
        self._thread = threading.Thread(target=self._serve, name="side-door", daemon=True)

    def open(self) -> None:
        """Let programs in; where the folder takes no socket, backups wait until the app is shut."""
        listener = socket.socket(socket.AF_UNIX)
        try:
            self._path.unlink(missing_ok=True)
            with _short(self._path) as name:
                listener.bind(name)
            self._path.chmod(0o600)
            listener.listen()
        except OSError as error:
            log.warning("no backup can be made while the app runs: %s", error)
            listener.close()
            return
        self._socket = listener
        self._thread.start()

    def close(self) -> None:
        """Let nobody in any more."""
        if self._socket is None:
            return
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._socket.close()
        self._path.unlink(missing_ok=True)

    def _serve(self) -> None:
        assert self._socket is not None  # noqa: S101 (the thread is started with one)
        while True:
            try:
                visitor, _ = self._socket.accept()
            except OSError:
                return
            visitor.settimeout(_LONGEST_SECONDS)
            with visitor, contextlib.suppress(OSError), self._hold():
                visitor.sendall(_HELD)
                visitor.recv(1)


@contextmanager
def held(database_path: Path) -> Iterator[bool]:
    """Nobody writes to the database of a running app meanwhile; False when no app has it open."""
    with socket.socket(socket.AF_UNIX) as visitor:
        visitor.settimeout(_ANSWER_SECONDS)
        try:
            with _short(socket_path(database_path)) as name:
                visitor.connect(name)
            is_held = visitor.recv(len(_HELD)) == _HELD
        except OSError:
            is_held = False
        yield is_held


@contextmanager
def _short(path: Path) -> Iterator[str]:
    """A name of ``path`` that fits into a socket's address, however deep its folder is."""
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
