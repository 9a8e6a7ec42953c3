"""Browser sessions without a browser: the screens over Streamlit's own WebSocket.

What a browser does with what it is sent costs the person's machine, not the server's.
"""

import random
import time
from threading import Event

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from tests.bench.load.tally import Tally

THINK_SECONDS = (2.0, 8.0)
_MOST_BYTES = 1 << 28
_ANSWER_SECONDS = 60.0


class Screens:
    """One person who goes from screen to screen."""

    def __init__(self, number: int, url: str, tally: Tally) -> None:
        self._url = url.replace("http", "ws", 1) + "/_stcore/stream"
        self._tally = tally
        self._random = random.Random(-number - 1)
        self._pages: dict[str, str] = {}

    def run(self, stop: Event) -> None:
        """Open screens until told to stop."""
        try:
            with connect(
                self._url, subprotocols=["streamlit"], max_size=_MOST_BYTES, origin=None
            ) as socket:
                self._open(socket, "")
                while not stop.wait(self._random.uniform(*THINK_SECONDS)):
                    name = self._random.choice(sorted(self._pages))
                    began = time.perf_counter()
                    self._open(socket, self._pages[name])
                    self._tally.took("screen", time.perf_counter() - began)
                    self._tally.took(f"screen {name}", time.perf_counter() - began)
        except (WebSocketException, OSError, TimeoutError) as error:
            self._tally.failed("screen", repr(error))

    def _open(self, socket: ClientConnection, page: str) -> None:
        """Ask for a screen; returns once it is drawn."""
        asked = BackMsg()
        asked.rerun_script.page_script_hash = page
        socket.send(asked.SerializeToString())
        while True:
            told = ForwardMsg()
            told.ParseFromString(socket.recv(timeout=_ANSWER_SECONDS))
            kind = told.WhichOneof("type")
            if kind == "navigation":
                self._pages = {
                    one.page_name: one.page_script_hash for one in told.navigation.app_pages
                }
            elif kind == "delta" and told.delta.new_element.WhichOneof("type") == "exception":
                self._tally.failed("screen", told.delta.new_element.exception.message)
            elif kind == "script_finished":
                if told.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    continue
                return
