"""The table of hostile inputs names the tests that there are."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TEXT = (ROOT / "docs/security.md").read_text("utf-8")
HOSTILE = ("api/test_api_hostile_files.py", "api/test_api_hostile_words.py",
           "pages/test_hostile_words_everywhere.py")  # fmt: skip


def names_in(paths):
    return {
        name
        for path in paths
        for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.M)
    }


def named():
    return set(re.findall(r"`(test_\w+)`", TEXT))


def test_every_test_that_the_table_names_exists():
    assert named()
    assert named() - names_in((ROOT / "tests").rglob("test_*.py")) == set()


def test_every_test_of_hostile_input_is_in_the_table():
    assert names_in(ROOT / "tests" / name for name in HOSTILE) - named() == set()


def test_every_file_that_is_named_exists():
    files = re.findall(r"tests/[\w/]+(?:\.py)?", TEXT)
    assert [name for name in files if not (ROOT / name).exists()] == []
    code = re.findall(
        r"`((?:api|reading|processing|store|exports|extraction)/[\w/]+(?:\.py)?)", TEXT
    )
    assert [name for name in code if not (ROOT / "engine" / name).exists()] == []


def test_every_row_says_what_comes_of_it_and_where():
    rows = [line for line in TEXT.partition("## Hostile input")[2].splitlines() if line[:2] == "| "]
    assert len(rows) > 20
    assert all(
        len([cell for cell in row.strip("|").split("|") if cell.strip()]) == 4 for row in rows
    )
