"""What a worker's answer makes of the future that waits for it."""

import pickle
from concurrent.futures import Future
from typing import Any, Final

_OUT_OF_MEMORY: Final = frozenset({"MemoryError", "_ArrayMemoryError"})


class TaskFailedError(Exception):
    """The task raised an exception in its worker; ``trace`` is the traceback's text.

    Errors that can be explained (``MatchbookError``) come as they are instead.
    """

    def __init__(self, kind: str, message: str, trace: str) -> None:
        super().__init__(f"{kind}: {message}")
        self.kind = kind
        self.trace = trace

    @property
    def is_out_of_memory(self) -> bool:
        """Whether the task wanted more memory than a worker has."""
        return self.kind in _OUT_OF_MEMORY


def settle(future: "Future[Any]", is_success: bool, outcome: Any) -> None:
    """Give ``future`` the result of its task, or the error that the worker told."""
    if is_success:
        future.set_result(outcome)
        return
    packed, kind, message, trace = outcome
    if packed is None:
        future.set_exception(TaskFailedError(kind, message, trace))
    else:
        future.set_exception(pickle.loads(packed))  # noqa: S301 (from our own worker)
