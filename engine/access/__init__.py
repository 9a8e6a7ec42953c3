"""Who may do what, and how somebody is recognised.

A person has roles, a role has permissions, and every thing that the engine can have done needs one
permission: screens, API and programs pass the same gate. People are known by the machine (one
local person), by a sign-in, by a proxy's headers, by an API token or by a signed link.
"""

from engine.access.doors import is_among, refuse_open_door
from engine.access.gate import needs, require
from engine.access.links import Links
from engine.access.membership import Membership, read_membership
from engine.access.person import (
    LOCAL,
    NOBODY,
    Person,
    acting,
    current_person,
    current_session,
    find_sessions_by,
    name_sessions_by,
)
from engine.access.roles import PERMISSIONS, WHAT, Permission, Role
from engine.access.tokens import NewToken, is_token, make_token, token_id_of

__all__ = [
    "LOCAL",
    "NOBODY",
    "PERMISSIONS",
    "WHAT",
    "Links",
    "Membership",
    "NewToken",
    "Permission",
    "Person",
    "Role",
    "acting",
    "current_person",
    "current_session",
    "find_sessions_by",
    "is_among",
    "is_token",
    "make_token",
    "name_sessions_by",
    "needs",
    "read_membership",
    "refuse_open_door",
    "require",
    "token_id_of",
]
