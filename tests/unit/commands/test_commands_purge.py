"""``python -m engine purge`` removes what was deleted long enough ago, and says so."""

import pytest
from test_commands_check import bill

from engine.__main__ import main
from engine.processing.pool import InlineExecutor
from engine.services import Services
from engine.settings import Settings


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A data folder with a bill in the bin that need not be kept there."""
    monkeypatch.setenv("MATCHBOOK_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MATCHBOOK_RETENTION_DAYS", "0")
    engine = Services(Settings(), executor=InlineExecutor())
    receipt = engine.upload("old.pdf", bill("A-1"))
    engine.wait(receipt.upload_id, 60)
    engine.delete(receipt.upload_id)
    engine.close()
    return tmp_path


def stored(data):
    return [path for path in (data / "uploads").rglob("*") if path.is_file()]


def test_a_dry_run_lists_what_would_go(data, capsys):
    assert main(["purge", "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "would go: " in said
    assert "old.pdf" in said
    assert "1 document would go, deleted before " in said
    assert len(stored(data)) == 1


def test_a_purge_removes_rows_files_and_what_was_read(data, capsys):
    assert main(["purge"]) == 0
    assert "1 document gone" in capsys.readouterr().out
    assert stored(data) == []
    assert not [path for path in (data / "cache").rglob("*") if path.is_file()]
    assert main(["purge"]) == 0
    assert "0 documents gone" in capsys.readouterr().out


def test_what_is_not_old_enough_stays(data, capsys, monkeypatch):
    monkeypatch.setenv("MATCHBOOK_RETENTION_DAYS", "7")
    assert main(["purge"]) == 0
    assert "0 documents gone" in capsys.readouterr().out
    assert main(["purge", "--days", "3"]) == 1
    assert "What is deleted is kept for 7 days." in capsys.readouterr().err
    assert len(stored(data)) == 1
