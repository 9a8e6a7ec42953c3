"""A task whose worker was lost is done again: by another worker, from the beginning, a bit later.

Workers are lost to other things than their task: memory that something else took, a person's hand.
What took too long, or failed by itself, would do so again and is not tried twice.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Final, TypeVar

from engine.processing.executor import WorkerHungError, WorkerLostError
from engine.processing.pool import FairPool

T = TypeVar("T")

ATTEMPTS: Final = 3
"""How often a task is started at most."""

_PAUSES_SECONDS: Final = (0.0, 1.0)


def may_pass(error: BaseException | None, attempts: int) -> bool:
    """Whether a task that ended so, begun ``attempts`` times by now, is worth another one."""
    is_lost = isinstance(error, WorkerLostError) and not isinstance(error, WorkerHungError)
    return is_lost and attempts < ATTEMPTS


def after_a_pause(attempts: int, again: Callable[[], None]) -> None:
    """Call ``again``: at once after the first attempt, from another thread later after more."""
    seconds = _PAUSES_SECONDS[min(attempts, len(_PAUSES_SECONDS)) - 1]
    if not seconds:
        again()
        return
    timer = threading.Timer(seconds, again)
    timer.daemon = True
    timer.start()


def submit_again(pool: FairPool, lane: str, function: Callable[..., T], *args: Any) -> "Future[T]":
    """``pool.submit``, and again while that may help; the last loss is the exception."""
    answer: Future[T] = Future()

    def pass_on(done: "Future[T]", attempts: int) -> None:
        if done.cancelled():
            answer.cancel()
            return
        error = done.exception()
        if may_pass(error, attempts):
            after_a_pause(attempts, lambda: attempt(attempts + 1))
        elif error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(done.result())

    def attempt(number: int) -> None:
        future = pool.submit(lane, function, *args)
        future.add_done_callback(lambda done: pass_on(done, number))

    attempt(1)
    return answer
