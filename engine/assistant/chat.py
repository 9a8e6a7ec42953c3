"""An endpoint that speaks the chat completions protocol over HTTP.

The answer is bounded in time and in bytes, redirections are not followed (the words would go to a
machine that nobody chose), and neither the key nor the endpoint's own words reach a log.
"""

import datetime as dt
import threading
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx2
import msgspec
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt
from tenacity.nap import sleep_using_event
from tenacity.stop import stop_when_event_set
from tenacity.wait import wait_exponential_jitter

from engine.assistant.deadline import Deadline
from engine.assistant.endpoint import Answer, Question
from engine.assistant.options import AssistantOptions
from engine.assistant.replies import answer_of
from engine.errors import (
    AssistantNonsenseError,
    AssistantRefusedError,
    AssistantUnavailableError,
)

_MOST_BYTES: Final = 4_000_000
_LONGEST_WAIT_SECONDS: Final = 60.0
_CONNECT_SECONDS: Final = 10.0
_BUSY: Final = frozenset((408, 409, 425, 429))
_NOT_UNDERSTOOD: Final = frozenset((400, 422))

_DIALECTS: Final = (("json_schema", "max_tokens"), ("json_schema", "max_completion_tokens"),
                    ("json_object", "max_tokens"))  # fmt: skip
"""Ways to ask, the strictest first; the next one is tried when the endpoint knows no better."""


class ChatEndpoint:
    """The model that ``options`` name. Safe for several threads."""

    def __init__(self, options: AssistantOptions) -> None:
        self._options = options
        self._url = f"{options.base_url.rstrip('/')}/chat/completions"
        self._closed = threading.Event()
        self._dialect = 0
        self._client = httpx2.Client(
            timeout=httpx2.Timeout(
                options.timeout_seconds, connect=min(_CONNECT_SECONDS, options.timeout_seconds)
            ),
            # Each question has its own connection, which can be cut when its time is over.
            limits=httpx2.Limits(max_keepalive_connections=0),
            follow_redirects=False,
            trust_env=False,
        )

    @property
    def host(self) -> str:
        """Where the data goes."""
        return self._options.host

    @property
    def model(self) -> str:
        """Which model answers."""
        return self._options.model

    def close(self) -> None:
        """Ask nothing more; a pause between two tries ends at once."""
        self._closed.set()
        self._client.close()

    def ask(self, question: Question) -> Answer:
        """The model's answer, after as many tries as the options allow.

        Raises: as ``Endpoint.ask`` does.
        """
        options = self._options
        tries = Retrying(
            stop=stop_after_attempt(options.attempts) | stop_when_event_set(self._closed),
            wait=self._pause,
            retry=retry_if_exception(_may_pass),
            sleep=sleep_using_event(self._closed),
            reraise=True,
        )
        answer: Answer = tries(self._ask_once, question)
        return answer

    def _ask_once(self, question: Question) -> Answer:
        while True:
            dialect = self._dialect
            status, content = self._post(self._body(question, dialect))
            if status not in _NOT_UNDERSTOOD or dialect + 1 == len(_DIALECTS):
                break
            self._dialect = max(self._dialect, dialect + 1)
        if status != 200:
            raise AssistantRefusedError(self.host, _meaning(status))
        return answer_of(content)

    def _body(self, question: Question, dialect: int) -> dict[str, Any]:
        response_format, limit = _DIALECTS[dialect]
        task = question.task
        form: dict[str, Any] = {"type": response_format}
        if response_format == "json_schema":
            form["json_schema"] = {"name": "invoice", "strict": True, "schema": question.schema}
        else:
            task = f"{task}\n\nThe schema:\n{msgspec.json.encode(question.schema).decode()}"
        body = {
            "model": self._options.model,
            "messages": [
                {"role": "system", "content": task},
                {"role": "user", "content": question.data},
            ],
            limit: question.max_output_tokens,
            "response_format": form,
        }
        if limit == "max_tokens":
            body["temperature"] = 0
        return body

    def _post(self, body: Mapping[str, Any]) -> tuple[int, bytes]:
        """Status and content of one reply.

        Raises:
            AssistantUnavailableError: nothing came, not in time, or "later".
        """
        if self._closed.is_set():
            raise AssistantUnavailableError(self.host, "is not asked any more")
        headers = {"Accept-Encoding": "identity"}
        if self._options.api_key:
            headers["Authorization"] = f"Bearer {self._options.api_key}"
        with Deadline(self._options.timeout_seconds) as deadline:
            return self._exchange(body, headers, deadline)

    def _exchange(
        self, body: Mapping[str, Any], headers: Mapping[str, str], deadline: Deadline
    ) -> tuple[int, bytes]:
        watched = {"trace": deadline.watch}
        try:
            with self._client.stream(
                "POST", self._url, json=body, headers=headers, extensions=watched
            ) as response:
                status = response.status_code
                if status in _BUSY or status >= 500:
                    raise AssistantUnavailableError(
                        self.host, _meaning(status), _wait_asked(response.headers)
                    )
                return status, self._content(response) if status == 200 else b""
        except httpx2.TimeoutException as error:
            raise AssistantUnavailableError(self.host, self._too_slow()) from error
        except (httpx2.HTTPError, httpx2.InvalidURL, RuntimeError, ValueError) as error:
            # The error's own words may hold the key, so only its kind is told.
            cause = f"cannot be reached ({type(error).__name__})"
            why = self._too_slow() if deadline.is_over else cause
            raise AssistantUnavailableError(self.host, why) from None

    def _content(self, response: httpx2.Response) -> bytes:
        """The whole content, while it keeps within its size."""
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise AssistantNonsenseError("is compressed, which was not asked for")
        content = bytearray()
        for chunk in response.iter_raw():
            content += chunk
            if len(content) > _MOST_BYTES:
                raise AssistantNonsenseError("is far too long")
        return bytes(content)

    def _too_slow(self) -> str:
        return f"did not answer within {self._options.timeout_seconds:g} seconds"

    def _pause(self, state: RetryCallState) -> float:
        """Seconds until the next try: as the endpoint asks, else twice as long each time."""
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, AssistantUnavailableError) and error.retry_after_seconds is not None:
            return error.retry_after_seconds
        first = self._options.first_wait_seconds
        grown = wait_exponential_jitter(multiplier=first, max=_LONGEST_WAIT_SECONDS, jitter=first)
        return grown(state)


def _may_pass(error: BaseException) -> bool:
    """Whether another try could help, soon enough to be worth the wait."""
    if not isinstance(error, AssistantUnavailableError):
        return False
    asked = error.retry_after_seconds
    return asked is None or asked <= _LONGEST_WAIT_SECONDS


def _wait_asked(headers: httpx2.Headers) -> float | None:
    """Seconds that a Retry-After header asks for; None when it does not say."""
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return max(0.0, (moment - dt.datetime.now(dt.UTC)).total_seconds())


def _meaning(status: int) -> str:
    if 300 <= status < 400:
        return f"sends elsewhere (HTTP {status}), which is not followed"
    if status in (401, 403):
        return f"does not accept the key (HTTP {status})"
    if status == 404:
        return "does not know the address or the model (HTTP 404)"
    if status == 429:
        return "has too much to do (HTTP 429)"
    return f"answered with HTTP {status}"
