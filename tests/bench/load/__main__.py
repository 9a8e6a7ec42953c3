"""``python -m tests.bench.load``: sessions and programs mixed, against a server of its own."""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

from tests.bench.load.effort import effort_of
from tests.bench.load.programs import Program, lost_updates
from tests.bench.load.screens import Screens
from tests.bench.load.tally import Tally
from tests.bench.machine import machine

ROOT = Path(__file__).resolve().parents[3]
READS_P95_SECONDS = 1.0
_START_SECONDS = 120.0


def measure(sessions: int, programs: int, seconds: float, folder: Path) -> dict[str, Any]:
    """The figures of one run; ``lost`` and ``failed`` are lists of what went wrong."""
    tally, bills, statements = Tally(), list[str](), list[str]()
    with server(folder) as (url, process_id):
        people: list[Callable[[Event], None]] = [
            *(Screens(number, url, tally).run for number in range(sessions)),
            *(Program(n, url, tally, bills, statements).run for n in range(programs)),
        ]
        before = effort_of(process_id)
        _together(people, seconds)
        spent = effort_of(process_id).since(before, tally.answers)
        missing = lost_updates(url, tally)
    log = (folder / "server.log").read_text("utf-8", "replace")
    if "Traceback" in log:
        tally.failed("server", log[log.index("Traceback") :][:500])
    return {
        "sessions": sessions,
        "programs": programs,
        "seconds": seconds,
        **tally.figures(),
        **spent,
        "lost": missing,
        "failed": tally.failures[:20],
    }


@contextmanager
def server(folder: Path) -> Iterator[tuple[str, int]]:
    """Address and process id of a running app with an empty data folder below ``folder``."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    environment = {
        **os.environ,
        "MATCHBOOK_DATA_DIR": str(folder / "data"),
        "MATCHBOOK_REQUESTS_PER_MINUTE": "0",
    }
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + _START_SECONDS
        while not _is_ready(url):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((folder / "server.log").read_text("utf-8", "replace"))
            time.sleep(0.2)
        yield url, process.pid
    finally:
        process.terminate()
        process.wait(60)


def _is_ready(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/api/ready", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _together(people: list[Callable[[Event], None]], seconds: float) -> None:
    stop = Event()
    threads = [threading.Thread(target=run, args=(stop,), daemon=True) for run in people]
    for thread in threads:
        thread.start()
        time.sleep(0.05)  # people do not come in the same instant
    time.sleep(seconds)
    stop.set()
    for thread in threads:
        thread.join(120)


def main() -> int:
    """Print the report; the exit code is 1 when anything failed, was lost, or was too slow."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load", description=__doc__)
    parser.add_argument("--sessions", type=int, default=25)
    parser.add_argument("--programs", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--out", type=Path, default=Path("test-results/load.json"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(options.sessions, options.programs, options.seconds, Path(folder))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps({"machine": machine(), **figures}, indent=1), "utf-8")
    print(json.dumps(figures, indent=1))  # noqa: T201
    is_well = not figures["failures"] and not figures["lost"]
    return 0 if is_well and figures["reads_p95_seconds"] < READS_P95_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
