"""Programs of one installation on machines that fail; each says what came of it as JSON.

Run as ``python on_bad_machines.py full_disk|read_only DATA_DIR``: in a process of their own, since
limits and users are the whole process's.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path

from engine.errors import MatchbookError
from engine.processing.pool import InlineExecutor
from engine.services import Services
from engine.settings import Settings
from killed.documents import files

SMALL_BYTES = 60_000


def full_disk(data_dir):
    """No file may grow beyond a little while a large record is to be kept; then there is room."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    engine = Services(Settings(data_dir=data_dir), executor=InlineExecutor())
    first = engine.upload("a.pdf", files()["invoice-0"].content, kind="invoice").upload_id
    engine.wait(first, 60)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL_BYTES, hard))
    second = engine.upload("b.pdf", files()["invoice-5"].content, kind="invoice").upload_id
    waiting = engine.wait(second, 3)
    said = {"waiting": waiting.message, "is_running": waiting.is_running}
    said["others"] = engine.invoice_upload(first).status
    try:
        engine.upload("c.pdf", b"%PDF-1.4" + bytes(100_000), kind="invoice")
    except MatchbookError as error:
        said["refused"] = error.code
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    said["after"] = engine.wait(second, 60).status
    said["checks"] = [check.name for check in engine.store.analytics.checks() if check.rows]
    said["files"] = [file.fault for file in engine.store.check_files()]
    engine.close()
    return said


def read_only(data_dir):
    """Nobody may write into the data folder."""
    data_dir.mkdir()
    data_dir.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)
    try:
        Services(Settings(data_dir=data_dir), executor=InlineExecutor())
    except MatchbookError as error:
        return {"code": error.code, "message": str(error), "hint": error.hint}
    return {"code": None}


if __name__ == "__main__":
    made = {"full_disk": full_disk, "read_only": read_only}[sys.argv[1]](Path(sys.argv[2]))
    sys.stdout.write(json.dumps(made))
