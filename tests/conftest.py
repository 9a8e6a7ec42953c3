"""What every test starts from: its own data folder and none of the developer's settings."""

import os

import pytest


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch, tmp_path_factory):
    for name in [name for name in os.environ if name.startswith("MATCHBOOK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("MATCHBOOK_DATA_DIR", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(scope="session")
def s3_address():
    """An S3 server on this machine, started when the first test wants it."""
    from s3_server import s3_server

    with s3_server() as address:
        yield address
