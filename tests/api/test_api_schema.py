"""Every operation answers what its description says, whatever it is sent (Schemathesis)."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from running_app import running_app
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks
from starlette.applications import Starlette
from starlette.routing import Mount

from engine.access import Role
from engine.api import create_api
from engine.processing.pool import InlineExecutor
from engine.services import Services, services
from engine.settings import Settings

EXAMPLES = 20
FEW = 8
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
    checks.negative_data_rejection,
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """An open installation for all operations of this module."""
    opened = Services(
        Settings(data_dir=tmp_path_factory.mktemp("schema")), executor=InlineExecutor()
    )
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def description(engine):
    """The OpenAPI description, with what it describes."""
    api = create_api(1_000_000)
    api.dependency_overrides[services] = lambda: engine
    return schemathesis.openapi.from_asgi(
        "/api/openapi.json", Starlette(routes=[Mount("/api", api)])
    )


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The description that a server of its own gives of itself."""
    folder = tmp_path_factory.mktemp("served")
    with running_app(folder, workers=1, requests_per_minute=0) as address:
        yield schemathesis.openapi.from_url(f"{address}/api/openapi.json")
    assert "Exception in ASGI application" not in (folder / "app.log").read_text("utf-8")


def tried(operation, headers=None, examples=EXAMPLES):
    """How many requests an operation was sent, all of which it answered as described."""
    sent = 0

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def send(case):
        nonlocal sent
        sent += 1
        case.call_and_validate(checks=CHECKS, headers=headers)

    send()
    return sent


def test_every_operation_answers_as_described(description):
    operations = [result.ok() for result in description.get_all_operations()]
    counts = {operation.label: tried(operation) for operation in operations}
    assert len(counts) > 40
    assert min(counts.values()) >= 1
    assert sum(counts.values()) > 400


def test_every_operation_of_a_running_server_answers_as_described(served, description):
    operations = [result.ok() for result in served.get_all_operations()]
    counts = {operation.label: tried(operation, examples=FEW) for operation in operations}
    assert set(counts) == {result.ok().label for result in description.get_all_operations()}
    assert min(counts.values()) >= 1
    assert sum(counts.values()) > 200


def test_a_viewer_is_refused_as_described(description, engine):
    token, _ = engine.create_token("schema", Role.VIEWER, days=1)
    headers = {"Authorization": f"Bearer {token.text}"}
    for result in description.get_all_operations():
        operation = result.ok()
        if operation.method in ("post", "put", "patch", "delete"):
            tried(operation, headers)
