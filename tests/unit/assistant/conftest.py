"""Endpoints that tests open."""

import pytest
from asked_endpoint import KEY

from engine.assistant import AssistantOptions, ChatEndpoint


@pytest.fixture
def endpoint():
    """Opens endpoints and closes them again."""
    opened = []

    def open_one(url, **options):
        values = {"timeout_seconds": 5.0, "first_wait_seconds": 0.001, "api_key": KEY} | options
        opened.append(ChatEndpoint(AssistantOptions(url, "reader-1", **values)))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()
