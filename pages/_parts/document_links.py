"""Addresses of stored files and their pages, for the browser of who looks.

Where a browser's requests do not say who asks, a signed key does. It is kept for the session for a
while: a new one with every drawing would have every picture fetched again.
"""

import time

import streamlit as st

from engine.services import services


def key_of(document_id: str) -> str:
    """The signed key of a document for this session; empty where none is needed."""
    kept: dict[str, tuple[str, float]] = st.session_state.setdefault("document_keys", {})
    key, made_at = kept.get(document_id, ("", 0.0))
    now = time.monotonic()
    if not key or now - made_at > services().settings.link_seconds / 2:
        key = services().key_for(document_id)
        kept[document_id] = (key, now)
    return key


def picture_of(document_id: str) -> str:
    """Address of a document's first page, small."""
    return _with_key(f"/api/documents/{document_id}/thumbnail", document_id)


def file_of(document_id: str) -> str:
    """Address of a document's file, which comes as a download."""
    return _with_key(f"/api/documents/{document_id}/file", document_id)


def _with_key(address: str, document_id: str) -> str:
    key = key_of(document_id)
    return f"{address}?key={key}" if key else address
