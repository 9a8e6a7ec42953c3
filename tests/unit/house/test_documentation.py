"""The documents say what the code says."""

import re
from pathlib import Path

from engine.settings import Settings

ROOT = Path(__file__).resolve().parents[3]


def packages(file_name):
    lines = (ROOT / file_name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r"))]


def test_every_requirement_is_pinned_and_justified():
    text = (ROOT / "docs/dependencies.md").read_text("utf-8")
    first_cells = " ".join(re.findall(r"^\| ([^|]+) \|", text, re.M))
    named = set(re.split(r"[,\s]+", first_cells))
    files = ("requirements.txt", "requirements-dev.txt", "requirements-bench.txt")
    for line in [line for file in files for line in packages(file)]:
        name, _, version = line.partition("==")
        assert version, f"{name} has no exact version"
        assert re.split(r"\[", name)[0] in named, f"{name} is not in docs/dependencies.md"


def test_every_setting_is_documented_with_its_default():
    text = (ROOT / "docs/settings.md").read_text("utf-8")
    for name, field in Settings.model_fields.items():
        row = re.search(rf"^\| `MATCHBOOK_{name.upper()}` \|.*$", text, re.M)
        assert row, f"{name} is not in docs/settings.md"
        assert field.description in row.group(), f"the sentence of {name} is another one"


def test_documents_link_to_files_that_exist():
    for document in [ROOT / "README.md", *(ROOT / "docs").glob("**/*.md")]:
        text = document.read_text("utf-8")
        for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", text):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"
