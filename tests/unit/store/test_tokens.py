"""Tokens and the access log are kept, and keeping them is no news to the screens."""

import pytest

from engine.errors import NotFoundError
from engine.store import AccessQuery


def test_a_token_is_kept_until_it_is_revoked(store):
    store.tokens.add("0123456789ab", "hash", name="erp", role="viewer", days=1, by="ana")
    token = store.tokens.find("0123456789ab")
    assert (token.name, token.role, token.created_by) == ("erp", "viewer", "ana")
    assert token.is_good(token.created_at)
    assert not token.is_good(token.expires_at)
    store.tokens.revoke("0123456789ab", by="bo")
    revoked = store.tokens.find("0123456789ab")
    assert revoked.revoked_by == "bo"
    assert not revoked.is_good(token.created_at)
    with pytest.raises(NotFoundError):
        store.tokens.revoke("0123456789ab", by="bo")


def test_the_hash_is_not_in_what_is_printed(store):
    store.tokens.add("0123456789ab", "deadbeef", name="erp", role="viewer", days=1, by="ana")
    assert "deadbeef" not in repr(store.tokens.list())


def test_the_log_gives_the_newest_first(store):
    for subject in ("one", "two"):
        store.access_log.add("downloaded", subject, by="ana")
    assert [event.subject for event in store.access_log.find(AccessQuery()).rows] == ["two", "one"]
    assert store.access_log.find(AccessQuery(per_page=1)).total == 2


def test_notes_are_no_news(store):
    before = store.version()
    store.access_log.add("exported", "documents", by="ana")
    store.tokens.add("0123456789ab", "hash", name="erp", role="viewer", days=1, by="ana")
    assert store.version() == before
