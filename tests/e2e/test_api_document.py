"""The examples in docs/api.md run against the server."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs/api.md").read_text("utf-8")


def examples(language):
    """The blocks of one language in the document."""
    found = re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.M | re.S)
    assert found
    return found


def run(command, url):
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "MATCHBOOK": url},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, f"{command[-1]}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_examples_work_as_they_stand(live_app):
    for block in examples("bash"):
        for line in block.splitlines():
            assert '"success":true' in run(["bash", "-c", line], live_app)
    for block in examples("python"):
        run([sys.executable, "-c", block], live_app)
