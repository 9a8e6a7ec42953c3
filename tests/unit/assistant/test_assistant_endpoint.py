"""The endpoint: whatever a server does, there is one answer or one sentence, in bounded time."""

import gzip
import json
import logging
import socket

import pytest
from model_server import always, failing, first_then, reply, serving, told

from engine.assistant import AssistantOptions, ChatEndpoint, Question
from engine.assistant.prompt import SCHEMA, TASK
from engine.errors import (
    AssistantError,
    AssistantNonsenseError,
    AssistantRefusedError,
    AssistantUnavailableError,
)

KEY = "sk-very-secret-0123456789"
QUESTION = Question(TASK, '{"pages": []}', SCHEMA, 500)


@pytest.fixture
def endpoint():
    """Opens endpoints and closes them again."""
    opened = []

    def open_one(url, **options):
        values = {"timeout_seconds": 5.0, "first_wait_seconds": 0.001, "api_key": KEY} | options
        opened.append(ChatEndpoint(AssistantOptions(url, "reader-1", **values)))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


def test_a_question_carries_the_model_the_key_the_schema_and_the_data(endpoint):
    with serving(always(told(invoice_number="A-1"))) as server:
        answer = endpoint(server.url).ask(QUESTION)
    assert json.loads(answer.text)["invoice_number"] == "A-1"
    assert (answer.tokens_in, answer.tokens_out) == (1000, 200)
    body = server.asked[0]
    assert body["model"] == "reader-1"
    assert body["messages"][1] == {"role": "user", "content": QUESTION.data}
    assert body["response_format"]["json_schema"]["strict"] is True
    assert body["response_format"]["json_schema"]["schema"] == dict(SCHEMA)
    assert "tools" not in body
    assert server.headers[0]["Authorization"] == f"Bearer {KEY}"


def test_without_a_key_no_key_is_sent(endpoint):
    with serving(always(told())) as server:
        endpoint(server.url, api_key="").ask(QUESTION)
    assert "Authorization" not in server.headers[0]


def test_an_endpoint_without_schemas_is_asked_for_an_object_and_told_the_schema(endpoint):
    def old(handler):
        if handler.body["response_format"]["type"] == "json_schema":
            failing(400)(handler)
        else:
            always(told())(handler)

    with serving(old) as server:
        asked = endpoint(server.url)
        asked.ask(QUESTION)
        count = len(server.asked)
        asked.ask(QUESTION)
    last = server.asked[-1]
    assert last["response_format"] == {"type": "json_object"}
    assert "additionalProperties" in last["messages"][0]["content"]
    assert len(server.asked) == count + 1, "what the endpoint knows is remembered"


def test_a_model_that_knows_only_the_newer_limit_is_asked_with_it(endpoint):
    def modern(handler):
        (failing(400) if "max_tokens" in handler.body else always(told()))(handler)

    with serving(modern) as server:
        endpoint(server.url).ask(QUESTION)
    assert server.asked[-1]["max_completion_tokens"] == 500
    assert server.asked[-1]["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize("status", [500, 502, 503, 429, 408])
def test_a_busy_endpoint_is_asked_again(endpoint, status):
    with serving(first_then(failing(status), failing(status), always(told()))) as server:
        assert endpoint(server.url).ask(QUESTION).text
    assert len(server.asked) == 3


def test_tries_end(endpoint):
    with (
        serving(failing(500)) as server,
        pytest.raises(AssistantUnavailableError, match="HTTP 500"),
    ):
        endpoint(server.url, attempts=2).ask(QUESTION)
    assert len(server.asked) == 2


def test_the_pause_that_an_endpoint_asks_for_is_kept(endpoint, monkeypatch):
    pauses = []
    with serving(first_then(failing(429, Retry_After="0"), always(told()))) as server:
        one = endpoint(server.url, first_wait_seconds=30.0)
        monkeypatch.setattr(one._closed, "wait", lambda timeout: pauses.append(timeout))
        one.ask(QUESTION)
    assert pauses == [0.0]


@pytest.mark.parametrize("asked", ["86400", "Wed, 21 Oct 2099 07:28:00 GMT"])
def test_a_pause_of_a_day_is_not_waited_for(endpoint, asked):
    with (
        serving(failing(429, Retry_After=asked)) as server,
        pytest.raises(AssistantUnavailableError),
    ):
        endpoint(server.url).ask(QUESTION)
    assert len(server.asked) == 1


def test_a_pause_in_the_past_or_in_no_known_form_does_no_harm(endpoint):
    for asked in ("Wed, 21 Oct 2015 07:28:00 GMT", "soon", "-1", "1e9"):
        with serving(first_then(failing(503, Retry_After=asked), always(told()))) as server:
            assert endpoint(server.url).ask(QUESTION).text


def test_a_refused_key_is_not_tried_twice(endpoint):
    with serving(failing(401)) as server, pytest.raises(AssistantRefusedError, match="key"):
        endpoint(server.url).ask(QUESTION)
    assert len(server.asked) == 1


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


def test_a_closed_endpoint_is_not_asked(endpoint):
    with serving(always(told())) as server:
        one = endpoint(server.url)
        one.close()
        with pytest.raises(AssistantUnavailableError):
            one.ask(QUESTION)
    assert server.asked == []


def test_closing_ends_a_pause(endpoint):
    with serving(lambda handler: (one.close(), failing(503, Retry_After="50")(handler))) as server:
        one = endpoint(server.url)
        with pytest.raises(AssistantUnavailableError):
            one.ask(QUESTION)
    assert len(server.asked) == 1


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


@pytest.mark.parametrize(
    "wait",
    ["Mon, 01 Jan 2024 00:00:00 +99999999999999", "Fri, 31 Dec 9999 23:59:59 -2359", "9" * 40],
)
def test_a_pause_that_no_clock_has_is_no_pause(endpoint, wait):
    with (
        serving(failing(429, Retry_After=wait)) as server,
        pytest.raises(AssistantUnavailableError),
    ):
        endpoint(server.url, attempts=1).ask(QUESTION)
