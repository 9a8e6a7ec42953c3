"""Workers that have loaded what they need before the first task comes."""

import sys
from functools import partial

import pytest

from engine.processing.executor import WorkerExecutor
from engine.processing.warming import load


def loaded(name):
    return name in sys.modules


def warmed(kinds):
    """A worker's answer whether it knows invoices and statements."""
    executor = WorkerExecutor(1, ready=partial(load, kinds))
    try:
        names = ("engine.extraction.invoices.extract", "engine.extraction.statements.assemble")
        return tuple(executor.submit(loaded, name).result() for name in names)
    finally:
        executor.shutdown()


def test_a_worker_loads_what_the_kinds_of_files_take():
    assert warmed(("bank", "bank")) == (False, True)
    assert warmed(("invoice",)) == (True, False)


def test_where_the_content_decides_no_kind_is_loaded():
    assert warmed(("auto",)) == (False, False)


@pytest.mark.parametrize("kind", ["auto", "invoice", "bank"])
def test_what_is_loaded_exists(kind):
    load((kind,))
