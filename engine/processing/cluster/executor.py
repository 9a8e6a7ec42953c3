"""The Executor of an installation with a cluster: pages go there, everything else stays here.

A unit whose worker is lost is done by another one. While the cluster is away, or when it answers
what cannot be right, units are done here: a cluster only ever makes reading faster.
"""

import hashlib
import logging
import pickle
import threading
import time
import warnings
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, Final, TypeVar

from distributed import Client
from distributed import Future as Remote
from distributed.scheduler import KilledWorker

from engine.errors import ClusterAwayError, ClusterVersionError, MatchbookError
from engine.processing.cluster.unit import VERSION, Unit, UnitAnswer, do_unit, version_here
from engine.processing.executor import TaskFailedError, WorkerHungError, WorkerLostError
from engine.processing.tasks import read, reread

T = TypeVar("T")

log = logging.getLogger(__name__)

SHIPPED: Final[tuple[Callable[..., Any], ...]] = (read, reread)
"""What is done in the cluster: tasks of seconds about one file, whose ``path`` they name."""

_MOST_FILES: Final = 8
_CONNECT_SECONDS: Final = 15.0
_LOOK_SECONDS: Final = 1.0
_AGAIN_SECONDS: Final = 10.0


class ClusterExecutor(Executor):
    """Runs pages' tasks on the Dask cluster of ``address``, others on ``here``, which it owns.

    Args:
        address: of the scheduler, as tcp://host:8786 or tls://….
        here: for all other tasks, and for all while the cluster is away.
        task_timeout_seconds: a unit that takes longer is given up with its worker.

    Raises:
        ClusterAwayError: the scheduler does not answer.
        ClusterVersionError: a worker could not do the same work.
    """

    def __init__(
        self, address: str, here: Executor, *, task_timeout_seconds: float = 300.0
    ) -> None:
        self._address = address
        self._here = here
        self._timeout_seconds = task_timeout_seconds
        self._client = _connected(address)
        self._lock = threading.Lock()
        self._files: OrderedDict[str, tuple[str, Remote[bytes]]] = OrderedDict()
        self._open: dict[Any, tuple[float, Remote[UnitAnswer]]] = {}
        self._is_closed = threading.Event()
        _refuse_other_versions(self._client)
        threading.Thread(target=self._look_at_clock, name="cluster-clock", daemon=True).start()

    @property
    def cores(self) -> int:
        """Units that the cluster does at once: one in each worker process."""
        try:
            return len(self._client.scheduler_info(n_workers=-1)["workers"])
        except (OSError, KeyError):
            return 0

    @property
    def here(self) -> Executor:
        """Who does what is not done in the cluster."""
        return self._here

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Queue ``fn(*args)``; see ``concurrent.futures.Executor.submit``."""
        if fn not in SHIPPED or not self.cores:
            return self._here.submit(fn, *args, **kwargs)
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        (task,) = args
        try:
            remote = self._send(fn, task)
        except OSError:
            return self._here.submit(fn, task)
        remote.add_done_callback(lambda done: self._settle(future, fn, task, done))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster and end the workers here."""
        self._is_closed.set()
        with self._lock:
            remotes = [remote for _, remote in self._open.values()]
            self._files.clear()
        if cancel_futures and remotes:
            self._client.cancel(remotes, force=True)
        self._client.close(timeout=5)
        self._here.shutdown(wait=wait, cancel_futures=cancel_futures)

    def _send(self, fn: Callable[..., Any], task: Any) -> "Remote[UnitAnswer]":
        file_hash, content = self._file(task.path)
        with warnings.catch_warnings():
            # A file's bytes are part of the graph on purpose: whatever is lost can be made again.
            warnings.filterwarnings("ignore", message="Sending large graph")
            remote = self._client.submit(
                do_unit, Unit(fn, task, file_hash), content, pure=False, retries=1
            )
        with self._lock:
            self._open[remote.key] = (time.monotonic() + self._timeout_seconds, remote)
        return remote

    def _file(self, path: str) -> "tuple[str, Remote[bytes]]":
        with self._lock:
            known = self._files.get(path)
            if known is None or known[1].status in ("error", "cancelled", "lost"):
                content = Path(path).read_bytes()
                file_hash = hashlib.sha256(content).hexdigest()
                with warnings.catch_warnings():
                    warnings.filterwarnings("ignore", message="Sending large graph")
                    remote = self._client.submit(bytes, content, key=f"file-{file_hash}")
                known = self._files[path] = (file_hash, remote)
            self._files.move_to_end(path)
            while len(self._files) > _MOST_FILES:
                self._files.popitem(last=False)
            return known

    def _settle(
        self, future: "Future[T]", fn: Callable[..., T], task: Any, done: "Remote[UnitAnswer]"
    ) -> None:
        with self._lock:
            deadline, _ = self._open.pop(done.key, (0.0, done))
        answer = _answer_of(done)
        if self._is_closed.is_set():
            future.set_exception(WorkerLostError("the cluster was left"))
        elif isinstance(answer, UnitAnswer):
            self._take(future, fn, task, answer)
        elif isinstance(answer, KilledWorker):
            future.set_exception(WorkerLostError(f"it ended several workers: {answer}"))
        elif time.monotonic() >= deadline:
            late = f"no answer after {self._timeout_seconds:g} seconds"
            future.set_exception(WorkerHungError(late))
        else:
            self._do_here(future, fn, task, f"the cluster lost it: {answer!r}")

    def _take(
        self, future: "Future[T]", fn: Callable[..., T], task: Any, answer: UnitAnswer
    ) -> None:
        if answer.version != VERSION:
            self._do_here(future, fn, task, f"a worker runs {answer.version}, not {VERSION}")
        elif hashlib.sha256(answer.packed).hexdigest() != answer.packed_hash:
            self._do_here(future, fn, task, "the answer was changed on its way")
        elif answer.is_success:
            future.set_result(pickle.loads(answer.packed))  # noqa: S301 (from our own cluster)
        else:
            future.set_exception(TaskFailedError(*pickle.loads(answer.packed)))  # noqa: S301

    def _do_here(self, future: "Future[T]", fn: Callable[..., T], task: Any, why: str) -> None:
        log.warning("a unit of the cluster is done here: %s", why)
        try:
            local = self._here.submit(fn, task)
        except RuntimeError as error:  # it is being shut down
            future.set_exception(WorkerLostError(str(error)))
            return
        local.add_done_callback(lambda done: _pass_on(done, future))

    def _look_at_clock(self) -> None:
        """Give up units that take too long, with the workers that do them."""
        while not self._is_closed.wait(_LOOK_SECONDS):
            if self._client.status == "closed":
                self._join_again()
                continue
            now = time.monotonic()
            with self._lock:
                late = {key: one for key, (deadline, one) in self._open.items() if deadline <= now}
            if late:
                try:
                    self._give_up(late)
                except OSError as error:
                    log.warning("workers that hang were not started anew: %s", error)

    def _join_again(self) -> None:
        try:
            client = _connected(self._address)
            _refuse_other_versions(client)
        except MatchbookError as error:
            log.info("pages are read here: %s", error)
            self._is_closed.wait(_AGAIN_SECONDS)
            return
        with self._lock:
            self._files.clear()
            self._client = client
        log.info("the cluster %s is back", self._address)

    def _give_up(self, late: "dict[Any, Remote[UnitAnswer]]") -> None:
        doing = self._client.processing()
        busy = [worker for worker, keys in doing.items() if late.keys() & set(keys)]
        self._client.cancel(list(late.values()), force=True)
        if busy:
            log.warning("%d workers of the cluster hang and are started anew", len(busy))
            self._client.restart_workers(busy, timeout=60, raise_for_error=False)


def _connected(address: str) -> "Client":
    try:
        return Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterAwayError(address) from error


def _refuse_other_versions(client: "Client") -> None:
    answers: dict[str, Any] = client.run(version_here, on_error="return")
    for worker, found in answers.items():
        if found != VERSION:
            client.close()
            raise ClusterVersionError(worker, str(found), VERSION)


def _answer_of(done: "Remote[UnitAnswer]") -> UnitAnswer | BaseException:
    try:
        return done.result()
    except BaseException as error:  # a lost one raises what is no Exception
        return error


def _pass_on(done: "Future[T]", future: "Future[T]") -> None:
    if done.cancelled():
        future.set_exception(WorkerLostError("the workers were shut down"))
    elif (error := done.exception()) is not None:
        future.set_exception(error)
    else:
        future.set_result(done.result())
