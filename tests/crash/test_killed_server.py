"""A server that is killed at any moment loses nothing that it accepted and nothing that was said.

``CRASH_KILLS=100 CRASH_SEED=7 pytest tests/crash -s`` (``make crash``) plays a longer run.
"""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from killed.documents import files
from killed.server import ROOT, Door, free_port
from killed.trial import Trial, undisturbed

KILLS = int(os.environ.get("CRASH_KILLS", "20"))
SEED = int(os.environ.get("CRASH_SEED", "2026"))
LONGEST_SECONDS = 3.0
READ_SECONDS = 120

pytestmark = pytest.mark.ocr


@pytest.fixture
def door(tmp_path):
    opened = Door(tmp_path / "server.log", MATCHBOOK_OCR_ENGINE="tesseract", MATCHBOOK_WORKERS="2")
    yield opened
    opened.close()


@pytest.mark.timeout(300 + 30 * KILLS)
def test_whatever_moment_it_is_killed_at_the_end_is_the_same(door, tmp_path, capsys):
    reference, _ = undisturbed(door, tmp_path / "undisturbed")
    trial = Trial(door, tmp_path, SEED, LONGEST_SECONDS)
    trial.run(KILLS, reference)
    assert len(trial.moments) == KILLS
    with capsys.disabled():
        sys.stdout.write(f"\n{KILLS} of {KILLS} kills lost nothing, in {trial.batches} batches:\n")
        sys.stdout.write(f"{trial.summary()}\n")


@pytest.fixture
def start_app(tmp_path):
    """Starts the app as people do, over the test's data folder; the process and its address."""
    started = []

    def start():
        port = free_port()
        with (tmp_path / "app.log").open("ab") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"],
                cwd=ROOT,
                env={**os.environ, "MATCHBOOK_DATA_DIR": str(tmp_path / "data")},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        started.append(process)
        return process, f"http://127.0.0.1:{port}/api"

    yield start
    for process in started:
        process.kill()
        process.wait()


def ask(process, url, body=None, headers=None):
    """The JSON answer, as soon as the app listens."""
    ends = time.monotonic() + READ_SECONDS
    while True:
        try:
            request = urllib.request.Request(url, body, headers or {})
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.loads(answer.read())
        except urllib.error.URLError as error:
            assert not isinstance(error, urllib.error.HTTPError), error.read()
            assert process.poll() is None and time.monotonic() < ends, error
            time.sleep(0.1)


def test_the_whole_app_goes_on_where_it_was_killed(start_app):
    scan = files()["scan"]
    form = (
        b'--cut\r\nContent-Disposition: form-data; name="file"; filename="scan.tif"\r\n\r\n'
        + scan.content
        + b"\r\n--cut--\r\n"
    )
    headers = {"Content-Type": "multipart/form-data; boundary=cut"}
    process, url = start_app()
    upload = ask(process, f"{url}/production/invoices/upload?wait=0", form, headers)["upload_id"]
    process.send_signal(signal.SIGKILL)
    process.wait()
    process, url = start_app()
    ends = time.monotonic() + READ_SECONDS
    while (row := ask(process, f"{url}/invoices/{upload}"))["status"] in ("pending", "processing"):
        assert time.monotonic() < ends
        time.sleep(0.1)
    assert row["status"] == "completed"
    assert row["total_invoices_found"] == 2
