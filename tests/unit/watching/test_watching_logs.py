"""The server's log, in a process of its own: text for people, JSON for programs."""

import json
import subprocess
import sys

import pytest

PROGRAM = """
import logging
from engine.watching.logs import set_up_logs
set_up_logs({level!r}, {form!r})
log = logging.getLogger("engine.processing.runner")
log.debug("too small")
log.info("upload %s: completed", "u-1", extra={{"upload_id": "u-1", "pages": 3}})
logging.getLogger("other").info("a library's chatter")
logging.getLogger("other").warning("a library's warning")
"""


def lines_of(level, form):
    """What the program writes to standard error."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(level=level, form=form)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == ""
    return run.stderr.splitlines()


def test_text_lines_have_time_weight_and_place():
    first, second = lines_of("INFO", "text")
    assert first.endswith("Z INFO engine.processing.runner: upload u-1: completed")
    assert second.endswith("WARNING other: a library's warning")


def test_json_lines_carry_what_the_line_is_about():
    first, _ = map(json.loads, lines_of("INFO", "json"))
    assert first["level"] == "INFO"
    assert first["logger"] == "engine.processing.runner"
    assert first["message"] == "upload u-1: completed"
    assert (first["upload_id"], first["pages"]) == ("u-1", 3)
    assert first["timestamp"].endswith("+00:00")


@pytest.mark.parametrize(("level", "count"), [("DEBUG", 3), ("WARNING", 1)])
def test_the_level_says_which_lines_of_ours_are_written(level, count):
    assert len(lines_of(level, "text")) == count
