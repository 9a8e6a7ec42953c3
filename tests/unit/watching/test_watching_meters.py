"""Counts, times and values in the text that Prometheus reads."""

import os
import subprocess
import sys

from prometheus_client.parser import text_string_to_metric_families

from engine.watching.memory import resident_bytes
from engine.watching.meters import (
    Gauge,
    count_failure,
    count_page,
    exposition,
    gauge,
    note_stage,
    timed_statement,
)


def sample(name, **labels):
    """The value of one sample of the exposition; 0 when there is none."""
    for family in text_string_to_metric_families(exposition(()).decode()):
        for found in family.samples:
            if found.name == name and found.labels == labels:
                return found.value
    return 0


def test_pages_and_failures_are_counted_by_what_became_of_them():
    pages, failures = sample("matchbook_pages_total", origin="cached"), sample(
        "matchbook_failures_total", where="page", code="worker_lost"
    )  # fmt: skip
    count_page("cached", 7)
    count_failure("page", "worker_lost")
    assert sample("matchbook_pages_total", origin="cached") == pages + 7
    assert sample("matchbook_failures_total", where="page", code="worker_lost") == failures + 1


def test_stages_and_statements_are_timed():
    stage = sample("matchbook_stage_seconds_sum", stage="made_stage")
    note_stage("made_stage", 0.25)
    with timed_statement("made/statement"):
        pass
    assert sample("matchbook_stage_seconds_sum", stage="made_stage") == stage + 0.25
    assert sample("matchbook_statement_seconds_count", statement="made/statement") >= 1


def test_values_as_they_are_now_stand_beside_the_counts():
    rows = Gauge("made_rows", "Rows.", ("kind",), ((("invoice",), 3.0), (("bank",), 0.0)))
    text = exposition((rows, gauge("made_bytes", "Bytes.", 12))).decode()
    found = {
        (one.name, *one.labels.values()): one.value
        for family in text_string_to_metric_families(text)
        for one in family.samples
    }
    assert found["made_rows", "invoice"] == 3
    assert found["made_rows", "bank"] == 0
    assert found["made_bytes",] == 12


def test_memory_of_processes_that_are_gone_is_nothing():
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert resident_bytes([ended.pid]) == 0
    assert resident_bytes([os.getpid(), ended.pid]) > 1_000_000
