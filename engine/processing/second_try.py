"""A task whose worker was lost is done once more: by another worker, from the beginning.

Workers are lost to other things than their task: memory that something else took, a person's hand.
"""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from engine.processing.executor import WorkerLostError
from engine.processing.pool import FairPool

T = TypeVar("T")


def submit_twice(pool: FairPool, lane: str, function: Callable[..., T], *args: Any) -> "Future[T]":
    """``pool.submit``, and once more if the worker was lost. Its second loss is the exception."""
    answer: Future[T] = Future()

    def pass_on(done: "Future[T]", *, is_last: bool) -> None:
        if done.cancelled():
            answer.cancel()
            return
        error = done.exception()
        if isinstance(error, WorkerLostError) and not is_last:
            attempt(is_last=True)
        elif error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(done.result())

    def attempt(*, is_last: bool) -> None:
        future = pool.submit(lane, function, *args)
        future.add_done_callback(lambda done: pass_on(done, is_last=is_last))

    attempt(is_last=False)
    return answer
