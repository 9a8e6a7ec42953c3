"""An S3 server on this machine, as a process of its own, for the tests of files in a bucket."""

import contextlib
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
from fsspec import filesystem

from engine.store import FilesPlace

BUCKET = "books-of-tests"
KEYS = {"access_key": "matchbook", "secret_key": "not-a-secret"}


@contextlib.contextmanager
def s3_server() -> Iterator[str]:
    """The address of a running server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait()


def storage(address: str) -> Any:
    """The server's buckets, to look into them and to spoil what is there."""
    return filesystem(
        "s3",
        key=KEYS["access_key"],
        secret=KEYS["secret_key"],
        client_kwargs={"endpoint_url": address},
        use_listings_cache=False,
    )


def new_prefix(address: str) -> str:
    """The address of an empty place in a bucket."""
    there = storage(address)
    if not there.exists(BUCKET):
        there.call_s3("create_bucket", Bucket=BUCKET)
    return f"s3://{BUCKET}/{uuid.uuid4().hex}"


def place_in(address: str, url: str, folder: Path) -> FilesPlace:
    """Files at ``url``, with copies in ``folder``."""
    return FilesPlace(
        folder=folder / "unused",
        url=url,
        endpoint=address,
        copies=folder / "copies",
        **KEYS,
    )


def settings_in(address: str, url: str) -> dict[str, str]:
    """The variables that have an installation keep its files there."""
    return {
        "MATCHBOOK_FILES_URL": url,
        "MATCHBOOK_FILES_ENDPOINT": address,
        "MATCHBOOK_FILES_ACCESS_KEY": KEYS["access_key"],
        "MATCHBOOK_FILES_SECRET_KEY": KEYS["secret_key"],
    }


def _wait_for(address: str, process: subprocess.Popen) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, "the S3 server ended"
        with contextlib.suppress(httpx2.TransportError):
            httpx2.get(address, timeout=5)
            return
        time.sleep(0.05)
    raise TimeoutError("the S3 server did not start")
