"""Whatever a server answers, slowly, hugely or not at all, ends in one sentence and in time."""

import gzip
import logging
import socket

import pytest
from asked_endpoint import KEY, QUESTION
from model_server import always, failing, reply, serving, told

from engine.errors import (
    AssistantError,
    AssistantNonsenseError,
    AssistantRefusedError,
    AssistantUnavailableError,
)


def test_redirections_are_not_followed(endpoint):
    with (
        serving(always(told())) as other,
        serving(failing(307, Location=f"{other.url}/chat/completions")) as server,
        pytest.raises(AssistantRefusedError, match="not followed"),
    ):
        endpoint(server.url).ask(QUESTION)
    assert other.asked == []


def test_an_endpoint_that_is_not_there_is_said(endpoint):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(AssistantUnavailableError, match="cannot be reached"):
        endpoint(url).ask(QUESTION)


def test_an_answer_that_does_not_come_ends_in_time(endpoint):
    with (
        serving(lambda handler: handler.server.released.wait(30)) as server,
        pytest.raises(AssistantUnavailableError, match=r"within 0\.2 seconds"),
    ):
        endpoint(server.url, timeout_seconds=0.2, attempts=1).ask(QUESTION)


def test_an_answer_that_drips_ends_in_time(endpoint):
    def drip(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        while not handler.server.released.wait(0.05):
            handler.wfile.write(b" ")
            handler.wfile.flush()

    with (
        serving(drip) as server,
        pytest.raises(AssistantUnavailableError, match=r"within 0\.3 seconds"),
    ):
        endpoint(server.url, timeout_seconds=0.3, attempts=1).ask(QUESTION)


def test_a_huge_answer_is_not_taken_in(endpoint):
    with (
        serving(lambda handler: handler.send(b"[" * 8_000_000)) as server,
        pytest.raises(AssistantNonsenseError, match="too long"),
    ):
        endpoint(server.url).ask(QUESTION)


def test_a_compressed_answer_is_not_unpacked(endpoint):
    packed = gzip.compress(b" " * 50_000_000)
    with (
        serving(lambda handler: handler.send(packed, Content_Encoding="gzip")) as server,
        pytest.raises(AssistantNonsenseError, match="compressed"),
    ):
        endpoint(server.url).ask(QUESTION)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>gateway</html>",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": 7}}]}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": ""}}]}',
        b"\xff\xfe\x00",
        b'{"choices":' + b"[" * 100_000,
        b'{"choices": [{"message": {"content": "{}"}}], "usage": {"prompt_tokens": -5}}',
    ],
)
def test_what_is_not_the_protocol_is_nonsense(endpoint, content):
    with (
        serving(lambda handler: handler.send(content)) as server,
        pytest.raises(AssistantNonsenseError),
    ):
        endpoint(server.url).ask(QUESTION)
    assert len(server.asked) == 1


def test_an_answer_that_was_cut_off_is_nonsense_that_was_paid_for(endpoint):
    with (
        serving(lambda handler: handler.send(reply("{", finish_reason="length"))) as server,
        pytest.raises(AssistantNonsenseError, match="cut off") as caught,
    ):
        endpoint(server.url).ask(QUESTION)
    assert (caught.value.tokens_in, caught.value.tokens_out) == (1000, 200)


def test_a_connection_that_breaks_is_said(endpoint):
    def hang_up(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"{")
        handler.close_connection = True

    with serving(hang_up) as server, pytest.raises(AssistantUnavailableError):
        endpoint(server.url, attempts=1).ask(QUESTION)


@pytest.mark.parametrize(
    "start",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X-More: yes\r\n" * 5_000,
        b"HTTP/1.1 100 Continue\r\n\r\n" * 5_000,
        b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + b" " * 9_000,
    ],
    ids=["headers", "interim answers", "content"],
)
def test_an_answer_that_trickles_in_is_cut_off_at_its_time(endpoint, start):
    sent = []

    def trickle(handler):
        handler.close_connection = True
        for byte in start:
            if handler.server.released.wait(0.005):
                return
            try:
                handler.wfile.write(bytes([byte]))
            except OSError:
                return
            sent.append(byte)

    with (
        serving(trickle) as server,
        pytest.raises(AssistantUnavailableError, match=r"within 0\.3 seconds"),
    ):
        endpoint(server.url, timeout_seconds=0.3, attempts=1).ask(QUESTION)
    assert len(sent) < len(start) / 10


@pytest.mark.parametrize("behave", [failing(500), failing(401), failing(302, Location="/x")])
def test_neither_key_nor_the_servers_words_are_told_or_logged(endpoint, caplog, behave):
    caplog.set_level(logging.DEBUG)
    with serving(behave) as server:
        one = endpoint(server.url, attempts=1)
        with pytest.raises(AssistantError) as caught:
            one.ask(QUESTION)
    told_or_logged = f"{caught.value} {caught.value.hint} {caplog.text} {one._options!r}"
    assert KEY not in told_or_logged
    assert "secret words" not in told_or_logged
