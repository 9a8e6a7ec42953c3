"""A password is handed on and forgotten: no record of it says it, wherever one may be printed."""

import importlib
import pkgutil
from dataclasses import fields, is_dataclass

import pytest
from made_locked import locked

import engine
from engine.errors import WrongPasswordError
from engine.processing.batch import BatchFile, Failure, read_batch
from engine.processing.executor import WorkerExecutor
from engine.processing.options import run_options
from engine.settings import Settings

SECRET = "open-sesame-4711"


def holders():
    """Every dataclass of the engine that has a field for a password."""
    found = set()
    for module in pkgutil.walk_packages(engine.__path__, "engine."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, type) and is_dataclass(value):
                    found.add(value)
    return [kind for kind in found if any(field.name == "password" for field in fields(kind))]


def test_no_record_prints_the_password_that_it_carries():
    kinds = holders()
    assert len(kinds) >= 6
    for kind in kinds:
        record = kind(**{field.name: SECRET for field in fields(kind)})
        assert repr(record).count(SECRET) < len(fields(kind)), kind
        shown = next(field for field in fields(kind) if field.name == "password")
        assert "__repr__" in vars(kind)
        assert not shown.repr or kind.__name__ == "Source"


def test_settings_know_no_password():
    assert not [name for name in Settings.model_fields if "password" in name]


def test_a_run_names_its_file_without_the_password():
    from engine.processing.workshop import Source

    source = Source("u", "p", "f", "h", "bank", "bank", SECRET)
    assert SECRET not in repr(source)


@pytest.mark.parametrize("password", [SECRET, "wrong-" + SECRET])
def test_no_worker_is_started_with_it_and_no_failure_says_it(
    tmp_path, invoice_pdf, password, caplog, capfd
):
    caplog.set_level("DEBUG")
    path = tmp_path / "locked.pdf"
    path.write_bytes(locked(invoice_pdf(), SECRET))
    executor = WorkerExecutor(1)
    files = [BatchFile(path, "invoice", password)]
    (result,) = read_batch(files, run_options(Settings()), 1, executor)
    assert isinstance(result.outcome, Failure) == (password != SECRET)
    said = (repr(result), str(result.outcome), caplog.text, *capfd.readouterr())
    assert not any(SECRET in words for words in said)


def test_an_error_of_a_worker_comes_back_without_it(tmp_path, invoice_pdf):
    from engine.processing.tasks import InspectTask, inspect
    from engine.reading.document import Limits

    path = tmp_path / "locked.pdf"
    path.write_bytes(locked(invoice_pdf(), SECRET))
    with WorkerExecutor(1) as pool:
        for password in ("wrong-" + SECRET, SECRET + "\udcff", SECRET + "\ud800", SECRET + "\0"):
            task = InspectTask(str(path), "a.pdf", Limits(), password=password)
            error = pool.submit(inspect, task).exception()
            assert isinstance(error, WrongPasswordError)
            assert SECRET not in repr(error)
            assert SECRET not in str(error)
