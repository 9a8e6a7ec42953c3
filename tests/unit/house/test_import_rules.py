"""The house's import rules, read from the source and proven in fresh interpreters."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ENGINE = ROOT / "engine"

# What a package of the engine may import from the engine; absent means anything below services.
ALLOWED = {
    "records": {"records", "errors"},
    "reading": {"reading", "records", "errors"},
    "extraction": {"extraction", "reading", "records", "errors"},
    "assistant": {"assistant", "extraction", "reading", "records", "errors"},
    "matching": {"matching", "records", "errors"},
    "store": {"store", "watching", "records", "errors"},
    "processing": {
        "processing", "reading", "extraction", "assistant", "matching", "store", "watching",
        "records", "errors",
    },
    "keeping": {"keeping", "store", "records", "errors"},
    "errors": {"errors"},
    "watching": {"watching"},
    "machine": set(),
    "settings": {"errors", "matching_settings", "machine"},
    "matching_settings": {"settings", "errors", "machine"},
    "access": {"access", "records", "errors"},
    "presentation": {"presentation", "records", "errors"},
    "reports": {"reports", "exports", "presentation", "store", "records", "errors"},
    "exports": {"exports", "presentation", "records", "errors"},
}  # fmt: skip

# What screens may import from the engine; ``app.py`` also puts up the API.
FOR_SCREENS = {
    "access",
    "services",
    "presentation",
    "exports",
    "records",
    "store",
    "errors",
    "settings",
    "watching",
}

# Who alone may import a library.
OWNERS = {
    "duckdb": "store",
    "fsspec": "store",
    "s3fs": "store",
    "botocore": "store",
    "fastapi": "api",
    "itsdangerous": "access",
    "limits": "access",
    "httpx2": "assistant",
    "tenacity": "assistant",
    "pypdfium2": "reading",
    "pytesseract": "reading",
    "pdf2image": "reading",
    "PIL": "reading",
    "pypdf": "reading",
    "lxml": "extraction",
    "facturx": "-",
    "python_calamine": "extraction",
    "rapidocr": "reading",
    "onnxruntime": "reading",
    "cv2": "reading",
    "distributed": "processing",
    "scipy": "matching",
    "rapidfuzz": None,
    "xlsxwriter": "exports",
    "pyarrow": None,
    "reportlab": "reports",
    "prometheus_client": "watching",
    "pythonjsonlogger": "watching",
    "streamlit": "-",
    "plotly": "-",
    "pages": "-",
    "app": "-",
}


def part_of(path: Path) -> str:
    """The package or module of the engine that a file belongs to."""
    return path.relative_to(ENGINE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    """Dotted names that a file imports, at any depth of its code."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


SOURCES = sorted(ENGINE.rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_engine_imports_go_downwards(path):
    allowed = ALLOWED.get(part_of(path))
    if allowed is None:
        return
    engine_parts = {
        name.split(".")[1] for name in imports_of(path) if name.startswith("engine.")
    } - {"__version__"}
    assert engine_parts <= allowed


SCREENS = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]


@pytest.mark.parametrize("path", SCREENS, ids=lambda p: str(p.relative_to(ROOT)))
def test_screens_call_services_and_know_records_only(path):
    allowed = FOR_SCREENS | {"api"} if path.name == "app.py" else FOR_SCREENS
    parts = {name.split(".")[1] for name in imports_of(path) if name.startswith("engine.")}
    assert parts - {"__version__"} <= allowed


@pytest.mark.parametrize("path", SCREENS, ids=lambda p: str(p.relative_to(ROOT)))
def test_screens_take_nothing_but_row_types_from_the_store(path):
    names = {name for name in imports_of(path) if name.startswith("engine.store")}
    assert names <= {"engine.store", "engine.store.UploadLine", "engine.store.ListQuery"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_each_library_has_one_importer(path):
    for name in imports_of(path):
        owner = OWNERS.get(name.split(".")[0])
        assert owner is None or owner == part_of(path), f"{name} belongs to {owner}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_only_settings_read_the_environment(path):
    if part_of(path) in {"settings", "matching_settings"}:
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        reads = isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
        assert not reads, f"{path.name}:{node.lineno} reads the environment"


def loaded_by(module: str) -> set[str]:
    """Top-level modules in memory after importing ``module`` in a fresh interpreter."""
    code = f"import sys, {module}; print(*sorted({{m.split('.')[0] for m in sys.modules}}))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("engine.records", {"duckdb", "streamlit", "fastapi", "pandas", "pypdfium2", "scipy"}),
        ("engine.reading.reader", {"duckdb", "streamlit", "fastapi", "pandas", "onnxruntime"}),
        ("engine.extraction", {"lxml", "numpy", "stdnum"}),
        *(
            (f"engine.extraction.{room}", {"duckdb", "streamlit", "pypdfium2", "PIL", "httpx2"})
            for room in ("invoices.extract", "statements", "einvoice", "memory", "second_opinion")
        ),
        ("engine.assistant", {"duckdb", "streamlit", "fastapi", "pypdfium2", "PIL"}),
        ("engine.matching", {"duckdb", "streamlit", "fastapi", "pypdfium2", "httpx2"}),
        ("engine.store", {"streamlit", "fastapi", "pypdfium2"}),
        ("engine.processing", {"streamlit", "fastapi"}),
        ("engine.services", {"streamlit", "fastapi"}),
        ("engine.exports", {"streamlit", "fastapi", "pandas", "pyarrow", "xlsxwriter"}),
        ("engine.api", {"streamlit"}),
    ],
)
def test_a_part_loads_without_what_it_must_not_know(module, forbidden):
    assert not loaded_by(module) & forbidden


def test_pages_hold_no_sql_and_open_no_files():
    for path in (ROOT / "pages").rglob("*.py"):
        names = imports_of(path)
        assert not {"duckdb", "sqlite3", "threading", "subprocess"} & names, path.name
        calls = [
            node.func.id
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        ]
        assert "open" not in calls, path.name
