"""What the server's options promise for the screens."""

import tomllib
from pathlib import Path

OPTIONS = Path(__file__).resolve().parents[3] / ".streamlit" / "config.toml"


def test_tables_have_no_export_of_their_own():
    options = tomllib.loads(OPTIONS.read_text("utf-8"))
    assert options["client"]["disableDataExport"] is True
