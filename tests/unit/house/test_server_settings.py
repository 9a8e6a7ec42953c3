"""What the server is run with, so that one person's screen does not hold up the others."""

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
