"""A real Dask scheduler and workers, as processes of their own on this machine."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from distributed import Client

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 90


class Cluster:
    """One scheduler, and workers that can be added and killed."""

    def __init__(self, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self._folder = folder
        self._processes = []
        self.start_scheduler()

    @property
    def scheduler_pid(self):
        """The scheduler's process."""
        return self._processes[0].pid

    def start_scheduler(self):
        """Start the scheduler, at the address of the one that was stopped."""
        self._start("dask_scheduler", "--no-dashboard", f"--port={self.port}", "--host=127.0.0.1")

    def add_worker(self, *, python_path=()):
        """Start a worker and its nanny; returns once the scheduler knows it."""
        before = len(self.workers())
        self._start(
            "dask_worker",
            self.address,
            "--no-dashboard",
            "--nthreads=1",
            "--host=127.0.0.1",
            f"--local-directory={self._folder}",
            python_path=python_path,
        )
        deadline = time.monotonic() + START_SECONDS
        while len(self.workers()) <= before:
            assert time.monotonic() < deadline, "the worker did not come"
            time.sleep(0.1)

    def workers(self):
        """Addresses of the workers with their processes' ids."""
        with Client(self.address, timeout=START_SECONDS, set_as_default=False) as client:
            return {one: pid for one, pid in client.run(os.getpid).items() if pid}

    def kill_worker(self):
        """Kill one worker process with its nanny, as a machine that burns down would."""
        nanny = self._processes.pop()
        os.killpg(nanny.pid, signal.SIGKILL)
        nanny.wait()

    def stop(self):
        """End all of it at once."""
        while self._processes:
            self.kill_worker()

    def _start(self, program, *options, python_path=()):
        path = os.pathsep.join([*map(str, python_path), str(ROOT), str(ROOT / "tests/support")])
        environment = {**os.environ, "PYTHONPATH": path, "OMP_THREAD_LIMIT": "1"}
        log = (self._folder / f"{program}-{len(self._processes)}.log").open("wb")
        with log:
            self._processes.append(
                subprocess.Popen(
                    [
                        sys.executable,
                        "-m",
                        f"distributed.cli.{program}",
                        "--no-dashboard",
                        *options,
                    ],
                    env=environment,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            )
