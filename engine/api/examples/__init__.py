"""Examples of every operation in the API's description, as a running server answered them.

``tools/record_api_examples.py`` records them; a test holds each against the description.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

_RECORDED: Final = Path(__file__).with_name("recorded.json")
_ERROR: Final = {
    "success": False,
    "error": {
        "code": "not_found",
        "message": "There is no upload “7”.",
        "hint": "It may have been deleted. Look for it in Documents.",
    },
}


@cache
def recorded() -> dict[str, Any]:
    """By method and address what was sent (parameters, form, request) and answered."""
    found: dict[str, Any] = json.loads(_RECORDED.read_text("utf-8"))
    return found


def with_examples(description: dict[str, Any]) -> dict[str, Any]:
    """The OpenAPI ``description`` with an example at every request, parameter and answer."""
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            example = recorded().get(f"{method.upper()} {path}")
            if example is not None:
                _put(operation, example)
    schemas = description.get("components", {}).get("schemas", {})
    if "ErrorBody" in schemas:
        schemas["ErrorBody"]["example"] = _ERROR
    return description


def _put(operation: dict[str, Any], example: dict[str, Any]) -> None:
    sent = {name.lower(): value for name, value in example["parameters"].items()}
    for parameter in operation.get("parameters", ()):
        if parameter["name"].lower() in sent:
            parameter["example"] = sent[parameter["name"].lower()]
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        if media == "application/json" and "request" in example:
            content["example"] = example["request"]
        elif "form" in example:
            content["example"] = example["form"]
    answers = operation["responses"].get(str(example["status"]), {}).get("content", {})
    if "answer" in example and "application/json" in answers:
        answers["application/json"]["example"] = example["answer"]
