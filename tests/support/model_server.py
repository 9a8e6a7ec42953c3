"""A small server that speaks the chat completions protocol and answers as a test tells it."""

import json
import threading
from collections.abc import Callable
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HEADER = (
    "invoice_number", "invoice_date", "due_date", "vendor_name", "vendor_tax_id", "customer_name",
    "currency", "subtotal", "tax_amount", "total_amount", "amount_due", "purchase_order", "iban",
    "payment_reference",
)  # fmt: skip


def told(**values: Any) -> dict[str, Any]:
    """An answer of the schema that says only this."""
    return dict.fromkeys(HEADER) | {"line_items": []} | values


def reply(content: Any, finish_reason: str = "stop") -> bytes:
    """The protocol's JSON around an answer."""
    text = content if isinstance(content, str) else json.dumps(content)
    return json.dumps(
        {
            "choices": [{"message": {"content": text}, "finish_reason": finish_reason}],
            "usage": {"prompt_tokens": 1000, "completion_tokens": 200},
        }
    ).encode()


class ModelServer(ThreadingHTTPServer):
    """``behave`` is called with the handler for each question; ``asked`` has their bodies."""

    daemon_threads = True

    def __init__(self, behave: Callable[["Handler"], None]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behave = behave
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.released = threading.Event()
        """What a slow answer waits for; set when the test is over."""

    @property
    def url(self) -> str:
        """The base URL of the settings."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request, client_address):
        """A client that went away is no news."""


class Handler(BaseHTTPRequestHandler):
    """One question."""

    protocol_version = "HTTP/1.1"
    server: ModelServer

    def do_POST(self):
        """Note the question and answer it."""
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(self.body)
        self.server.headers.append(dict(self.headers))
        self.server.behave(self)

    def send(self, content: bytes, status: int = 200, **headers: str) -> None:
        """Answer with ``content``."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments):
        """Nothing on the test's output."""


def always(content: Any) -> Callable[[Handler], None]:
    """Answers every question alike."""
    return lambda handler: handler.send(reply(content))


def first_then(*answers: Callable[[Handler], None]) -> Callable[[Handler], None]:
    """Answers the first question with the first, and so on; the last one goes on."""

    def behave(handler: Handler) -> None:
        answers[min(len(handler.server.asked), len(answers)) - 1](handler)

    return behave


def failing(status: int, **headers: str) -> Callable[[Handler], None]:
    """Answers with an HTTP error."""
    return lambda handler: handler.send(
        b'{"error": "secret words of the server"}', status, **headers
    )


@contextmanager
def serving(behave: Callable[[Handler], None]):
    """A running server."""
    server = ModelServer(behave)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
