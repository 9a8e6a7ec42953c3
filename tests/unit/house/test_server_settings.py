"""What the server is run with, so that one person's screen does not hold up the others."""

import re
import tomllib
from pathlib import Path

import uvicorn

ROOT = Path(__file__).resolve().parents[3]


def test_no_drawing_of_a_screen_ends_with_a_whole_collection():
    options = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    assert options["runner"]["postScriptGC"] is False


def test_small_answers_of_kept_connections_do_not_wait_for_an_acknowledgement():
    config = uvicorn.Config(app="app:app")
    assert config.get_loop_factory().__module__.startswith("uvloop")
    assert config.http == "auto"
    from uvicorn.protocols.http.auto import AutoHTTPProtocol

    assert "httptools" in AutoHTTPProtocol.__module__


def test_small_answers_do_not_wait_long_turns_of_screens_that_are_drawn():
    text = (ROOT / "app.py").read_text("utf-8")
    turn = re.search(r"^TURN_SECONDS = ([\d.]+)$", text, re.M)
    assert turn is not None
    assert float(turn[1]) <= 0.001
    assert "sys.setswitchinterval(TURN_SECONDS)" in text
