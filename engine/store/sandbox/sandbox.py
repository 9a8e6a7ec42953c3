"""Starts, feeds, asks and ends the process that answers SQL of a person's own.

It is fed again when the database was written since; a question that does not end in time, or
takes the process down, costs that process alone.
"""

import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from engine.errors import QueryFailedError, QueryRefusedError, QueryTooLargeError, QueryTooSlowError
from engine.store.database import Database
from engine.store.sandbox import frames
from engine.store.sandbox.named import named_copies, named_in
from engine.store.sandbox.views import ViewInfo, copies, describe
from engine.store.values import engine_rows

log = logging.getLogger(__name__)

MEMORY_BYTES: Final = 1_500_000_000
"""What the copies of the views and one question may take together."""

MOST_LETTERS: Final = 100_000
_GRACE_SECONDS: Final = 2.0
_START_SECONDS: Final = 60.0
_INSIDE: Final = Path(__file__).with_name("inside.py")


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question; ``has_more`` when there were more than the limit.

    ``types`` are DuckDB's names; Decimals, dates and UTC instants are kept.
    """

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    has_more: bool
    seconds: float


class Sandbox:
    """One process that answers one question at a time. Thread-safe."""

    def __init__(
        self,
        database: Database,
        refresh: Callable[[], None],
        *,
        memory_bytes: int = MEMORY_BYTES,
        grace_seconds: float = _GRACE_SECONDS,
    ) -> None:
        """Nothing is started before the first question.

        Args:
            database: whose views are copied.
            refresh: brings the unnested tables up to the last write.
            memory_bytes: limit of the process's database.
            grace_seconds: after its time limit a question that cannot be stopped ends with the
                process.
        """
        self._database = database
        self._refresh = refresh
        self._memory_bytes = memory_bytes
        self._grace_seconds = grace_seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._version: int | None = None
        self._named: set[str] = set()

    def views(self) -> tuple[ViewInfo, ...]:
        """What can be asked."""
        self._refresh()
        return describe(self._database)

    def ask(self, text: str, *, most_rows: int, seconds: float) -> Answer:
        """The first ``most_rows`` rows of one SELECT over the views and the app's own tables.

        Raises:
            QueryRefusedError: it is more than one statement, or no SELECT.
            QueryFailedError: DuckDB cannot answer it.
            QueryTooSlowError: it took longer than ``seconds``.
            QueryTooLargeError: it needs more memory than it may have.
        """
        if len(text) > MOST_LETTERS:
            raise QueryRefusedError(f"A query has at most {MOST_LETTERS:,} letters.")
        with self._lock:
            self._feed()
            self._feed_named(text)
            started = time.perf_counter()
            head, body = self._exchange(
                {"sql": text, "rows": most_rows, "seconds": seconds}, seconds
            )
            spent = time.perf_counter() - started
        _raise_refusal(head, seconds)
        return _answer(head, body, spent)

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _feed(self) -> None:
        self._refresh()
        version = self._database.version
        alive = self._process is not None and self._process.poll() is None
        if alive and self._version == version:
            return
        self._end()
        started, sent = time.perf_counter(), 0
        process = self._start()
        try:
            for name, body in copies(self._database):
                frames.send(_stdin(process), {"view": name}, body)
                sent += len(body)
        except BrokenPipeError as error:
            self._end()
            raise QueryTooLargeError from error
        self._version = version
        self._named.clear()
        log.debug("copied %d bytes of views in %.3f s", sent, time.perf_counter() - started)

    def _feed_named(self, text: str) -> None:
        wanted = [name for name in named_in(text) if name not in self._named]
        process = self._process
        if not wanted or process is None:
            return
        try:
            for head, body in named_copies(self._database, wanted):
                frames.send(_stdin(process), head, body)
        except BrokenPipeError as error:
            self._end()
            raise QueryTooLargeError from error
        self._named.update(wanted)

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # noqa: S603 (our own program, by its path)
            [sys.executable, "-I", str(_INSIDE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},
            cwd="/",
        )
        self._process = process
        frames.send(_stdin(process), {"memory_bytes": self._memory_bytes})
        with _Deadline(process, _START_SECONDS):
            frames.receive(_stdout(process))
        return process

    def _exchange(self, question: dict[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        process = self._process
        if process is None:
            raise QueryTooLargeError
        deadline = _Deadline(process, seconds + self._grace_seconds)
        try:
            with deadline:
                frames.send(_stdin(process), question)
                return frames.receive(_stdout(process))
        except (EOFError, BrokenPipeError):
            self._end()
            return ({"error": "slow"} if deadline.has_passed else {"error": "large"}), b""

    def _end(self) -> None:
        process, self._process, self._version = self._process, None, None
        if process is not None:
            process.kill()
            process.wait()
            _stdin(process).close()
            _stdout(process).close()


class _Deadline:
    """Ends a process that is still at it when the time is up."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.has_passed = False
        self._process = process
        self._timer = threading.Timer(seconds, self._pass)

    def _pass(self) -> None:
        self.has_passed = True
        self._process.kill()

    def __enter__(self) -> "_Deadline":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()


def _stdin(process: subprocess.Popen[bytes]) -> Any:
    return process.stdin


def _stdout(process: subprocess.Popen[bytes]) -> Any:
    return process.stdout


def _raise_refusal(head: dict[str, Any], seconds: float) -> None:
    kind = head.get("error")
    if kind == "refused":
        raise QueryRefusedError(head["message"])
    if kind == "failed":
        raise QueryFailedError(head["message"])
    if kind == "slow":
        raise QueryTooSlowError(seconds)
    if kind == "large":
        raise QueryTooLargeError


def _answer(head: dict[str, Any], body: bytes, seconds: float) -> Answer:
    names = tuple(name for name, _ in head["columns"])
    types = tuple(kind for _, kind in head["columns"])
    with pa.ipc.open_stream(body) as reader:
        columns = [column.to_pylist() for column in reader.read_all().columns]
    rows = engine_rows(types, list(zip(*columns, strict=True)))
    return Answer(names, types, tuple(rows), bool(head["has_more"]), seconds)
