"""What happened since the process started: counted and timed where it happens, read as text.

Names and units follow Prometheus' conventions: base units (seconds, bytes), ``_total`` on counters.
Labels have few values: no upload, page, person or field value is ever one.
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Literal

from prometheus_client import CollectorRegistry, Counter, Histogram, Summary
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
PageOrigin = Literal["read", "cached", "failed"]

_REGISTRY: Final = CollectorRegistry()
ProcessCollector(registry=_REGISTRY)

_PAGES: Final = Counter(
    "matchbook_pages",
    "Pages of files by where they came from: read by a worker, kept by the cache, or failed.",
    ["origin"],
    registry=_REGISTRY,
)
_STAGES: Final = Histogram(
    "matchbook_stage_seconds",
    "Time that a worker took for one piece of work, by stage.",
    ["stage"],
    buckets=(0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0),
    registry=_REGISTRY,
)
_STATEMENTS: Final = Summary(
    "matchbook_statement_seconds",
    "Time of the database for one statement, by the statement's name.",
    ["statement"],
    registry=_REGISTRY,
)
_REQUESTS: Final = Histogram(
    "matchbook_request_seconds",
    "Time of one API request, by method, route and status.",
    ["method", "route", "status"],
    buckets=(0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0),
    registry=_REGISTRY,
)
_FAILURES: Final = Counter(
    "matchbook_failures",
    "Failures by where they were met (upload, page, request, screen) and their code.",
    ["where", "code"],
    registry=_REGISTRY,
)


@dataclass(frozen=True, slots=True)
class Gauge:
    """A value as it is now. ``samples`` are label values, in the order of ``labels``, and value."""

    name: str
    description: str
    labels: tuple[str, ...] = ()
    samples: tuple[tuple[tuple[str, ...], float], ...] = field(default=())


def gauge(name: str, description: str, value: float) -> Gauge:
    """One value without labels."""
    return Gauge(name, description, (), (((), value),))


def count_page(origin: PageOrigin, pages: int = 1) -> None:
    """Count pages of a file."""
    _PAGES.labels(origin).inc(pages)


def count_failure(where: str, code: str) -> None:
    """Count a failure; ``code`` is an error's stable code."""
    _FAILURES.labels(where, code).inc()


def note_stage(stage: str, seconds: float) -> None:
    """Note how long a worker took."""
    _STAGES.labels(stage).observe(seconds)


def note_request(method: str, route: str, status: int, seconds: float) -> None:
    """Note how long an API request took; ``route`` is its pattern, never its address."""
    _REQUESTS.labels(method, route, str(status)).observe(seconds)


@contextmanager
def timed_statement(name: str) -> Iterator[None]:
    """Note how long the statement ``name`` takes, its failure too."""
    began = time.perf_counter()
    try:
        yield
    finally:
        _STATEMENTS.labels(name).observe(time.perf_counter() - began)


def exposition(gauges: Iterable[Gauge]) -> bytes:
    """All counts and times, and ``gauges``, in Prometheus' text format."""
    now = CollectorRegistry()
    now.register(_Now(tuple(gauges)))
    return bytes(generate_latest(_REGISTRY)) + bytes(generate_latest(now))


class _Now(Collector):
    """Values as they are now, in the library's own form."""

    def __init__(self, gauges: tuple[Gauge, ...]) -> None:
        self._gauges = gauges

    def collect(self) -> Iterator[Metric]:
        """One family per value."""
        for one in self._gauges:
            family = GaugeMetricFamily(one.name, one.description, labels=one.labels)
            for labels, value in one.samples:
                family.add_metric(labels, value)
            yield family
