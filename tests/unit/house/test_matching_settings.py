"""A run of the matcher reads its settings without loading all of them, and reads the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import InvalidSettingError
from engine.matching_settings import DEFAULTS, MatchingSettings, matching_settings
from engine.settings import Settings

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in MatchingSettings._fields:
        monkeypatch.delenv(f"MATCHBOOK_{name}".upper(), raising=False)


def test_they_are_those_of_all_settings():
    settings = Settings()
    assert matching_settings() == DEFAULTS
    for name in MatchingSettings._fields:
        assert getattr(DEFAULTS, name) == getattr(settings, name)
    assert DEFAULTS.worker_count == settings.worker_count


def test_a_variable_in_any_case_counts(monkeypatch):
    monkeypatch.setenv("matchbook_match_threshold", "0.9")
    assert matching_settings() == DEFAULTS._replace(match_threshold=0.9)


def test_the_env_file_counts(tmp_path):
    (tmp_path / ".env").write_text("MATCHBOOK_USER_NAME=Ada\n")
    assert matching_settings().user_name == "Ada"


def test_a_value_that_cannot_be_is_refused(monkeypatch):
    monkeypatch.setenv("MATCHBOOK_MATCH_THRESHOLD", "2")
    with pytest.raises(InvalidSettingError, match="MATCHBOOK_MATCH_THRESHOLD"):
        matching_settings()


def test_reconcile_starts_without_what_it_does_not_use():
    code = "import sys, engine.commands.reconciling; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    unused = {"pydantic", "stdnum", "asyncio", "pandas", "scipy", "engine.matching.pair_questions"}
    assert unused.isdisjoint(loaded)
