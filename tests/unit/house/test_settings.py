"""A setting that cannot be used is named in one sentence wherever Matchbook is started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.__main__ import main
from engine.errors import InvalidSettingError
from engine.settings import Settings

ROOT = Path(__file__).resolve().parents[3]


def test_the_variable_its_value_and_the_cause_are_named(monkeypatch):
    monkeypatch.setenv("MATCHBOOK_OCR_DPI", "banana")
    with pytest.raises(InvalidSettingError, match=r"MATCHBOOK_OCR_DPI cannot be “banana”: .*int"):
        Settings()


def test_a_time_without_an_end_is_refused(monkeypatch):
    monkeypatch.setenv("MATCHBOOK_OCR_TIMEOUT_SECONDS", "inf")
    with pytest.raises(InvalidSettingError, match="MATCHBOOK_OCR_TIMEOUT_SECONDS"):
        Settings()


def test_an_empty_variable_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("MATCHBOOK_DATA_DIR", "")
    assert Settings().data_dir == ROOT / "data"


def test_the_command_line_says_it_in_one_line(monkeypatch, capsys):
    monkeypatch.setenv("MATCHBOOK_PORT", "99999")
    assert main(["check"]) == 1
    line = capsys.readouterr().err
    assert line.startswith("check: invalid_setting: MATCHBOOK_PORT cannot be “99999”")
    assert line.count("\n") == 1


def test_one_setting_in_force_is_printed(monkeypatch, capsys):
    monkeypatch.setenv("MATCHBOOK_PORT", "8600")
    assert main(["settings", "port"]) == 0
    assert capsys.readouterr().out == "8600\n"


def test_all_settings_in_force_are_printed_by_their_variables(monkeypatch, capsys):
    monkeypatch.setenv("MATCHBOOK_OWN_TAX_IDS", "DE1; IE2")
    assert main(["settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "MATCHBOOK_OWN_TAX_IDS=DE1;IE2" in lines
    assert len(lines) == len(Settings.model_fields)


@pytest.mark.parametrize(
    ("variable", "value"), [("MATCHBOOK_WORKERS", "-1"), ("MATCHBOOK_DATA_DIR", __file__)]
)
def test_the_app_ends_with_one_sentence_when_it_cannot_open(variable, value):
    run = subprocess.run(
        [sys.executable, "-c", "import app"],
        cwd=ROOT,
        env={**os.environ, variable: value},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "Matchbook cannot start: " in run.stderr
    assert value in run.stderr
    assert "Traceback" not in run.stderr


def test_a_key_is_never_printed(monkeypatch, capsys):
    monkeypatch.setenv("MATCHBOOK_LLM_API_KEY", "sk-secret-123")
    assert main(["settings"]) == 0
    assert "sk-secret" not in capsys.readouterr().out
    assert "sk-secret" not in repr(Settings())


def test_a_key_that_cannot_be_sent_is_refused_without_being_shown(monkeypatch):
    monkeypatch.setenv("MATCHBOOK_LLM_API_KEY", "sk-secret 123")
    with pytest.raises(InvalidSettingError, match="MATCHBOOK_LLM_API_KEY") as caught:
        Settings()
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "url", ["ftp://x/v1", "http://user:word@x/v1", "https://x/v1?key=1", "x.test/v1", "http://"]
)
def test_an_address_is_a_plain_one(monkeypatch, url):
    monkeypatch.setenv("MATCHBOOK_LLM_BASE_URL", url)
    with pytest.raises(InvalidSettingError, match="MATCHBOOK_LLM_BASE_URL"):
        Settings()


def test_the_app_does_not_listen_to_other_machines_while_nobody_signs_in(tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address=0.0.0.0"],
        cwd=ROOT,
        env={**os.environ, "MATCHBOOK_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "Matchbook cannot start: The server would listen on 0.0.0.0" in run.stderr
    assert "Traceback" not in run.stderr


def test_roles_that_cannot_be_read_stop_the_start(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", "import app"],
        cwd=ROOT,
        env={**os.environ, "MATCHBOOK_DATA_DIR": str(tmp_path), "MATCHBOOK_ROLES": "ana=king"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "MATCHBOOK_ROLES cannot be “ana=king”: “king” is no role." in run.stderr
