"""The endpoint: whatever a server does, there is one answer or one sentence, in bounded time."""

import json

import pytest
from asked_endpoint import KEY, QUESTION
from model_server import always, failing, first_then, serving, told

from engine.assistant.prompt import SCHEMA
from engine.errors import (
    AssistantRefusedError,
    AssistantUnavailableError,
)


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
    "wait",
    ["Mon, 01 Jan 2024 00:00:00 +99999999999999", "Fri, 31 Dec 9999 23:59:59 -2359", "9" * 40],
)
def test_a_pause_that_no_clock_has_is_no_pause(endpoint, wait):
    with (
        serving(failing(429, Retry_After=wait)) as server,
        pytest.raises(AssistantUnavailableError),
    ):
        endpoint(server.url, attempts=1).ask(QUESTION)
