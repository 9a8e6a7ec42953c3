"""Headers that do not end, by time or by size, end their connection and nobody else's."""

import socket
import threading
import time

import httpx2
import pytest
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from engine.api import limit_heads

BEGINNING = b"GET / HTTP/1.1\r\nHost: here\r\n"


async def hello(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello"})


def serving(**limits):
    """A server of its own, whose connections have these limits."""

    class Limited(HttpToolsProtocol):
        pass

    limit_heads(Limited, **limits)
    limit_heads(Limited, patience_seconds=0.0)  # a second time changes nothing
    config = uvicorn.Config(hello, port=0, http=Limited, lifespan="off", log_level="error")
    return uvicorn.Server(config)


@pytest.fixture
def start():
    """Starts a server; its port."""
    started = []

    def start_it(**limits):
        server = serving(**limits)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        started.append((server, thread))
        while not server.started:
            time.sleep(0.01)
        return server.servers[0].sockets[0].getsockname()[1]

    yield start_it
    for server, thread in started:
        server.should_exit = True
        thread.join()


def answer_to(port, *pieces):
    """The first line of what comes back before the server closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=120) as line:
        for piece in pieces:
            try:
                line.sendall(piece)
            except OSError:  # it is closed already
                break
        with line.makefile("rb") as back:
            return back.readline().decode()


def said(port):
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=120) as client:
        return [client.get("/").text for _ in range(3)]


@pytest.mark.parametrize("pieces", [(), (BEGINNING,), (BEGINNING, b"X-A: 1\r\n" * 3)])
def test_headers_that_never_end_are_given_up(start, pieces):
    port = start(patience_seconds=0.3)
    assert answer_to(port, *pieces).startswith("HTTP/1.1 408")


def test_headers_that_are_too_large_are_refused(start):
    port = start(max_bytes=20_000)
    huge = b"X-Huge: " + b"a" * 9_000 + b"\r\n"
    answer = answer_to(port, BEGINNING, *[huge] * 200)
    assert answer == "" or answer.startswith("HTTP/1.1 431")
    assert said(port) == ["hello"] * 3


def test_many_that_send_no_headers_keep_nobody_out(start):
    port = start(patience_seconds=600.0)
    held = [socket.create_connection(("127.0.0.1", port), timeout=120) for _ in range(200)]
    for line in held:
        line.sendall(BEGINNING)
    assert said(port) == ["hello"] * 3
    for line in held:
        line.close()


def test_requests_that_come_whole_are_answered_again_and_again(start):
    assert said(start(patience_seconds=30.0, max_bytes=2_000)) == ["hello"] * 3


def test_a_second_request_of_a_connection_is_watched_too(start):
    port = start(patience_seconds=0.3)
    with socket.create_connection(("127.0.0.1", port), timeout=120) as line:
        line.sendall(BEGINNING + b"\r\n" + BEGINNING)
        with line.makefile("rb") as back:
            lines = [line for line in back if line.startswith(b"HTTP/1.1")]
    assert [one[9:12] for one in lines] == [b"200", b"408"]
