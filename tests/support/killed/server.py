"""Starts servers over one data folder, and kills them or one of their workers."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
START_SECONDS = 120


class Door:
    """A process that has loaded everything and makes servers in a fraction of a second."""

    def __init__(self, log: Path, **settings: str) -> None:
        self.log = log
        environment = {
            **os.environ,
            "OPENBLAS_NUM_THREADS": "1",
            "PYTHONPATH": str(ROOT),
            **settings,
        }
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("serving.py"))],
                cwd=log.parent,  # no .env of a developer
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=output,
                text=True,
            )

    def ask(self, line: str) -> str:
        """The program's answer."""
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline().strip()
        assert answer, self.log.read_text("utf-8")
        return answer

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()


class Server:
    """One server process; it may be killed from another thread at any moment."""

    def __init__(self, door: Door, data_dir: Path) -> None:
        self._door = door
        self.port = free_port()
        self.began = time.monotonic()
        self.pid = int(door.ask(f"{data_dir} {self.port}"))

    def wait_until_ready(self) -> bool:
        """Whether it listens; False when it ended before."""
        ends = time.monotonic() + START_SECONDS
        while time.monotonic() < ends:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
                return True
            if self.is_gone():
                return False
            time.sleep(0.01)
        raise AssertionError(f"the server did not start:\n{self._door.log.read_text('utf-8')}")

    def is_gone(self) -> bool:
        state = state_of(self.pid)
        return state is None or state == "Z"

    def kill(self) -> None:
        """End it at once, as ``kill -9`` does."""
        os.kill(self.pid, signal.SIGKILL)

    def kill_a_worker(self, choice: int) -> bool:
        """End one of its workers, or what they are forked from; False when there is none now."""
        nurseries = children_of(self.pid)
        forked = [pid for nursery in nurseries for pid in children_of(nursery)]
        workers = sorted(nurseries + forked)
        if not workers:
            return False
        with contextlib.suppress(ProcessLookupError):
            os.killpg(workers[choice % len(workers)], signal.SIGKILL)
        return True

    def stop(self) -> None:
        """End it in peace."""
        os.kill(self.pid, signal.SIGTERM)

    def wait_until_gone(self) -> None:
        self._door.ask(f"wait {self.pid}")

    def call(self, method, path, body=None, headers=None):
        """Status, headers and body of an answer; OSError or HTTPException where it is gone."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, f"/api{path}", body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def state_of(pid: int) -> str | None:
    """``R``, ``S``, ``Z`` … of a process; None when there is none."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    return None


def children_of(pid: int) -> list[int]:
    """The processes that a process started and that still are."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):
                found += map(int, (task / "children").read_text("ascii").split())
    return found
