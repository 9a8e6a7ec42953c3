"""Backups made while the app runs bring everything back, or say what is not whole."""

import subprocess
import sys
import threading

import pytest

from engine.__main__ import main
from engine.errors import BackupUnusableError, DatabaseDamagedError, NotEmptyError
from engine.keeping.backup import back_up
from engine.keeping.restore import backups_in, restore
from engine.keeping.side_door import held, socket_path
from engine.services import Services
from engine.services.storage import files_of
from engine.settings import Settings
from engine.store.filing import FolderFiles
from engine.store.store import utc_now


@pytest.fixture
def backup(engine, tmp_path):
    """Makes a backup of the running installation."""

    def make():
        return back_up(engine.database_path, engine.store.files, tmp_path / "kept", utc_now)

    return make


@pytest.fixture
def bring_back(tmp_path):
    """Restores into a folder of its own."""

    def bring(into="restored", of=None):
        settings = Settings(data_dir=tmp_path / into)
        return restore(tmp_path / "kept", settings.database_path, files_of(settings), name=of)

    return bring


def test_everything_comes_back_and_compares_equal(
    engine, backup, bring_back, open_engine, everything
):
    before = everything(engine.store)
    report = backup()
    assert report.manifest.rows == engine.store.counts()
    assert report.new_files == len(report.manifest.files) == 7
    restored = bring_back()
    assert all(check.passed for check in restored.checks)
    assert restored.files == ()
    again = open_engine("restored")
    assert everything(again.store) == before
    for document in again.store.documents.list():
        again.store.files.verify(document.file_path, document.file_hash)
        content = engine.store.files.open_path(document.file_path).read_bytes()
        assert again.store.files.open_path(document.file_path).read_bytes() == content
    assert all(trail.broken_at is None for trail in again.store.check_trails())


def test_the_command_backs_up_a_running_app_from_another_process(engine, tmp_path, bring_back):
    command = [sys.executable, "-m", "engine", "backup", str(tmp_path / "kept")]
    environment = {"MATCHBOOK_DATA_DIR": str(engine.settings.data_dir), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "7 files, 7 of them new" in done.stdout
    assert engine.last_backup().folder == str(tmp_path / "kept")
    assert bring_back().files == ()


def test_a_backup_in_the_middle_of_writing_is_one_moment(engine, backup, bring_back):
    stop = threading.Event()

    def write():
        while not stop.is_set():
            engine.store.access_log.add("exported", "rows", by="somebody")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(3):
            backup()
    finally:
        stop.set()
        writer.join()
    assert all(check.passed for check in bring_back().checks)


def test_a_file_is_copied_once_for_all_backups(engine, backup, invoice_like, tmp_path):
    backup()
    engine.wait(engine.upload("new.pdf", invoice_like("NEW-1"), kind="invoice").upload_id, 60)
    second = backup()
    assert second.new_files == 1
    assert len(second.manifest.files) == 8
    assert len(backups_in(tmp_path / "kept")) == 2


@pytest.fixture
def invoice_like():
    from killed.documents import invoice_lines, pdf

    return lambda number: pdf(invoice_lines("New Ltd", number, "2026-03-01", "10.00"))


def test_an_older_backup_can_be_chosen(engine, backup, bring_back, invoice_like):
    first = backup()
    engine.wait(engine.upload("new.pdf", invoice_like("NEW-1"), kind="invoice").upload_id, 60)
    backup()
    restored = bring_back("older", of=first.folder.name)
    assert len(restored.manifest.files) == 7


def test_a_backup_without_the_app_is_the_same(engine, backup, tmp_path, bring_back):
    engine.close()
    report = back_up(
        engine.database_path, FolderFiles(engine.upload_dir), tmp_path / "kept", utc_now
    )
    assert report.manifest.missing == ()
    assert all(check.passed for check in bring_back().checks)


def test_a_missing_file_is_told_and_the_rest_is_kept(engine, backup, tmp_path):
    lost = engine.store.documents.list()[0]
    (engine.upload_dir / lost.file_path).unlink()
    report = backup()
    assert report.manifest.missing == (lost.file_path,)
    assert len(report.manifest.files) == 6


@pytest.mark.parametrize("part", ["manifest.json", "matchbook.duckdb", "file"])
def test_a_backup_that_was_changed_is_refused(backup, bring_back, tmp_path, part):
    report = backup()
    path = (
        tmp_path / "kept" / "files" / report.manifest.files[0].name
        if part == "file"
        else report.folder / part
    )
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(BackupUnusableError):
        bring_back()
    assert not (tmp_path / "restored" / "matchbook.duckdb").exists()


def test_what_was_not_finished_is_no_backup(backup, bring_back, tmp_path):
    report = backup()
    report.folder.rename(report.folder.with_name(report.folder.name + ".partial"))
    with pytest.raises(BackupUnusableError, match="there is none"):
        bring_back()
    backup()
    assert not list((tmp_path / "kept" / "backups").glob("*.partial"))


def test_nothing_is_restored_over_what_is_there(backup, tmp_path):
    backup()
    with pytest.raises(NotEmptyError):
        restore(
            tmp_path / "kept",
            tmp_path / "data" / "matchbook.duckdb",
            FolderFiles(tmp_path / "elsewhere"),
        )
    with pytest.raises(NotEmptyError):
        restore(
            tmp_path / "kept",
            tmp_path / "elsewhere" / "matchbook.duckdb",
            FolderFiles(tmp_path / "data" / "uploads"),
        )


def test_a_damaged_database_is_named_and_its_backup_offered(engine, backup, tmp_path):
    backup()
    engine.close()
    engine.database_path.write_bytes(b"not a database" * 1000)
    with pytest.raises(DatabaseDamagedError, match=r"matchbook\.duckdb") as caught:
        Services(engine.settings)
    assert f"python -m engine restore {tmp_path / 'kept'}" in caught.value.hint


def test_commands_restore_list_and_export(engine, backup, tmp_path, monkeypatch, capsys):
    report = backup()
    monkeypatch.setenv("MATCHBOOK_DATA_DIR", str(tmp_path / "restored"))
    assert main(["restore", str(tmp_path / "kept"), "--list"]) == 0
    assert capsys.readouterr().out == f"{report.folder.name}\n"
    assert main(["restore", str(tmp_path / "kept")]) == 0
    assert "7 files" in capsys.readouterr().out
    assert main(["check"]) == 0
    assert main(["restore", str(tmp_path / "kept")]) == 1
    assert "not_empty" in capsys.readouterr().err


def test_the_side_door_is_for_the_owner_alone_and_goes_with_the_app(engine):
    path = socket_path(engine.database_path)
    assert path.stat().st_mode & 0o777 == 0o600
    with held(engine.database_path) as is_running:
        assert is_running
    engine.close()
    assert not path.exists()
    with held(engine.database_path) as is_running:
        assert not is_running


def test_a_socket_that_a_killed_app_left_is_no_hindrance(open_engine):
    first = open_engine()
    path = socket_path(first.database_path)
    first.close()
    path.write_bytes(b"")
    second = open_engine()
    with held(second.database_path) as is_running:
        assert is_running
