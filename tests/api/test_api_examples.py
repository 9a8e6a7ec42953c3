"""Every operation of the description has an example, and each example is what it says."""

import jsonschema
import pytest

from engine.api import create_api
from engine.api.examples import recorded

DESCRIPTION = create_api(1_000_000).openapi()
OPERATIONS = [
    pytest.param(operation, id=f"{method.upper()} {path}")
    for path, operations in DESCRIPTION["paths"].items()
    for method, operation in operations.items()
]


def check(schema, example):
    whole = {**schema, "components": DESCRIPTION["components"]}
    jsonschema.validate(example, whole, cls=jsonschema.Draft202012Validator)


def test_no_example_is_of_an_operation_that_is_gone():
    known = {
        f"{method.upper()} {path}"
        for path, operations in DESCRIPTION["paths"].items()
        for method in operations
    }
    assert set(recorded()) <= known


@pytest.mark.parametrize("operation", OPERATIONS)
def test_what_is_sent_has_an_example(operation):
    for parameter in operation.get("parameters", ()):
        if parameter["required"]:
            assert "example" in parameter, parameter["name"]
        if "example" in parameter and not isinstance(parameter["example"], str):
            check(parameter["schema"], parameter["example"])
    body = operation.get("requestBody", {})
    for media, content in body.get("content", {}).items():
        if media == "application/json":
            check(content["schema"], content["example"])
        elif body.get("required"):
            assert content["example"]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_what_is_answered_has_an_example(operation):
    answers = [
        content
        for status, answer in operation["responses"].items()
        if status.startswith("2")
        for media, content in answer.get("content", {}).items()
        if media == "application/json"
    ]
    assert not answers or any("example" in content for content in answers)
    for content in answers:
        if "example" in content:
            check(content.get("schema", {}), content["example"])


def test_a_description_asked_for_twice_is_the_same():
    api = create_api(1_000_000)
    assert api.openapi() == api.openapi()


def test_errors_have_an_example():
    error = DESCRIPTION["components"]["schemas"]["ErrorBody"]
    check({"$ref": "#/components/schemas/ErrorBody"}, error["example"])
