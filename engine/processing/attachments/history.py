"""One more entry in a paper's history, and how its values are written there."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from engine.records import Attachment, AuditEntry, append_entry

Link = tuple[str, str] | None
"""Module and id of the record that a paper belongs to; None: to none yet."""

Trail = tuple[AuditEntry, ...]


class PaperHistory:
    """Signs entries with the time that ``clock`` tells."""

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        self._clock = clock

    def entry(
        self,
        trail: Trail,
        by: str,
        action: str,
        target: str = "row",
        before: str | None = None,
        after: str | None = None,
    ) -> Trail:
        """``trail`` with one more entry."""
        return append_entry(
            trail,
            at=self._clock(),
            by=by,
            action=action,
            target=target,
            before=before,
            after=after,
        )

    def noted(
        self,
        paper: Attachment,
        by: str,
        action: str,
        before: str | None = None,
        after: str | None = None,
    ) -> dict[str, Any]:
        """The change of a row that only adds an entry."""
        trail = self.entry(paper.document.audit_trail, by, action, before=before, after=after)
        return {"document": replace(paper.document, audit_trail=trail)}


def link_of(paper: Attachment) -> Link:
    """What a paper belongs to."""
    if paper.related_module is None or paper.related_id is None:
        return None
    return paper.related_module, paper.related_id


def named(link: Link) -> str | None:
    """A record as histories and messages name it."""
    return None if link is None else f"{link[0]} {link[1]}"
