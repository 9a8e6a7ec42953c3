"""Full disks, folders that cannot be written, clocks that jump: told, and nothing is lost."""

import datetime as dt
import json
import os
import subprocess
import sys

import pytest
from killed.documents import files
from killed.server import ROOT

from engine.processing.pool import InlineExecutor
from engine.services import Services
from engine.settings import Settings

PROGRAM = ROOT / "tests" / "support" / "killed" / "on_bad_machines.py"


@pytest.fixture
def on_machine(tmp_path):
    """Runs one of the programs; what it says."""

    def run(name):
        tmp_path.chmod(0o755)
        path = os.pathsep.join((str(ROOT), str(ROOT / "tests" / "support")))
        done = subprocess.run(
            [sys.executable, str(PROGRAM), name, str(tmp_path / "data")],
            env={**os.environ, "PYTHONPATH": path},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def test_what_was_read_is_kept_as_soon_as_there_is_room(on_machine):
    said = on_machine("full_disk")
    assert "There is no space left" in said["waiting"]
    assert said["waiting"].endswith("(disk_full)")
    assert said["is_running"]
    assert said["others"] == "completed"
    assert said["refused"] == "disk_full"
    assert said["after"] == "completed"
    assert said["checks"] == said["files"] == []


def test_a_folder_that_cannot_be_written_is_named(on_machine, tmp_path):
    said = on_machine("read_only")
    assert said["code"] == "folder_unusable"
    assert str(tmp_path / "data") in said["message"]
    assert "MATCHBOOK_DATA_DIR" in said["hint"]


@pytest.mark.parametrize("step", [dt.timedelta(hours=-1), dt.timedelta(days=400)])
def test_a_clock_that_jumps_harms_nothing(tmp_path, step):
    now = [dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)]

    def clock():
        now[0] += step
        return now[0]

    engine = Services(Settings(data_dir=tmp_path), executor=InlineExecutor(), clock=clock)
    ids = []
    for name, kind in (("invoice-0", "invoice"), ("statement", "bank")):
        ids.append(engine.upload(files()[name].name, files()[name].content, kind=kind).upload_id)
        assert engine.wait(ids[-1], 60).status == "completed"
    row = engine.invoice_upload(ids[0])
    assert row.processing_duration_seconds >= 0
    assert row.document.processing_info.duration_seconds >= 0
    engine.confirm(ids[0])
    engine.reconcile([ids[0]], [ids[1]])
    assert [check.name for check in engine.store.analytics.checks() if check.rows] == []
    assert all(trail.broken_at is None for trail in engine.store.check_trails())
    engine.close()
    again = Services(Settings(data_dir=tmp_path), executor=InlineExecutor())
    assert again.invoice_upload(ids[0]).status == "confirmed"
    again.close()
