"""Roles and what each may do: the one permission table for screens, API and programs."""

from enum import StrEnum
from typing import Final


class Permission(StrEnum):
    """One thing that a person may be allowed to do."""

    VIEW = "view"
    EXPORT = "export"
    QUERY = "query"
    UPLOAD = "upload"
    CORRECT = "correct"
    DECIDE = "decide"
    RECONCILE = "reconcile"
    MATCH = "match"
    RULES = "rules"
    DELETE = "delete"
    CLOSE = "close"
    ADMINISTER = "administer"


WHAT: Final[dict[Permission, str]] = {
    Permission.VIEW: "look at documents and figures",
    Permission.EXPORT: "download files and tables",
    Permission.QUERY: "ask the data with SQL",
    Permission.UPLOAD: "upload files and have them read again",
    Permission.CORRECT: "correct what was read",
    Permission.DECIDE: "confirm or reject documents",
    Permission.RECONCILE: "run reconciliations",
    Permission.MATCH: "decide about matches",
    Permission.RULES: "change matching rules, targets and what was learned",
    Permission.DELETE: "delete and restore documents",
    Permission.CLOSE: "close and reopen periods",
    Permission.ADMINISTER: "administer access",
}
"""Each permission as what a person may do, to end the sentence “You may not …”."""


class Role(StrEnum):
    """What somebody is here; one person may have several."""

    VIEWER = "viewer"
    ANALYST = "analyst"
    REVIEWER = "reviewer"
    ADMIN = "admin"


_LOOKING: Final = frozenset({Permission.VIEW, Permission.EXPORT})
_MATCHING: Final = frozenset({Permission.RECONCILE, Permission.MATCH})

PERMISSIONS: Final[dict[Role, frozenset[Permission]]] = {
    Role.VIEWER: _LOOKING,
    Role.ANALYST: _LOOKING | _MATCHING | {Permission.QUERY, Permission.RULES},
    Role.REVIEWER: _LOOKING
    | _MATCHING
    | {Permission.UPLOAD, Permission.CORRECT, Permission.DECIDE, Permission.DELETE},
    Role.ADMIN: frozenset(Permission),
}
