"""A few threads that wait for answers from elsewhere; they never keep the program from ending."""

import queue
import threading
from collections.abc import Callable


class AskingThreads:
    """Calls what it is given, ``width`` calls at once at most. Calls must not raise."""

    def __init__(self, width: int) -> None:
        self._calls: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._width = width
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []

    def submit(self, call: Callable[[], None]) -> None:
        """Have ``call`` called; a thread is started for it while there are fewer than allowed."""
        self._calls.put(call)
        with self._lock:
            if len(self._threads) < self._width:
                thread = threading.Thread(target=self._serve, name="asking", daemon=True)
                self._threads.append(thread)
                thread.start()

    def close(self) -> None:
        """Let the threads end when they are done with what they do now."""
        with self._lock:
            for _ in self._threads:
                self._calls.put(None)

    def _serve(self) -> None:
        while (call := self._calls.get()) is not None:
            call()
