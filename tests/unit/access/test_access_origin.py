"""A page of another site may read nothing new and change nothing."""

import pytest

from engine.access.origin import may_pass

HOST = {"host": "localhost:8501"}


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_reading_is_left_to_the_browser_s_own_rules(method):
    assert may_pass(method, HOST | {"sec-fetch-site": "cross-site"})


@pytest.mark.parametrize(
    ("headers", "may"),
    [
        ({}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"origin": "http://localhost:8501"}, True),
        ({"origin": "http://localhost:9000"}, False),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": "https://evil.example", "sec-fetch-site": "same-origin"}, True),
    ],
)
def test_a_change_needs_the_same_origin_or_a_program(headers, may):
    assert may_pass("POST", HOST | headers) is may
