"""Uploads, and the wait for what becomes of them."""

import time


def eventually(look, is_there):
    """What ``look`` finds as soon as it is what the test waits for."""
    ends = time.monotonic() + 20
    while not is_there(found := look()):
        assert time.monotonic() < ends, found
        time.sleep(0.01)
    return found


def upload(engine, content, **more):
    """The id of an upload of invoices with this content."""
    return engine.upload("invoices.pdf", content, **{"kind": "invoice", **more}).upload_id
