"""Who is to look at a document: a person's word that is kept beside it, the newest counts.

Not in the row: whoever corrects a document meanwhile is not disturbed by it.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from engine.errors import InvalidInputError
from engine.store import Store

TOPIC: Final = "assigned document"
LONGEST_NAME: Final = 200


def checked_name(name: str) -> str:
    """A person's name as it is kept.

    Raises:
        InvalidInputError: it is empty or very long.
    """
    told = " ".join(name.split())
    if not 0 < len(told) <= LONGEST_NAME:
        raise InvalidInputError("Say who.", f"A name has up to {LONGEST_NAME} characters.")
    return told


def assignee(store: Store, upload_id: str) -> str | None:
    """Whom a document is assigned to; None when to nobody."""
    choice = store.choices.get(TOPIC, upload_id)
    return None if choice is None else str(choice.value)


def assign(
    store: Store, upload_ids: Sequence[str], to: str | None, *, by: str
) -> dict[str, str | None]:
    """Give documents to a person, or to nobody; whom those that changed hands had before.

    Raises:
        InvalidInputError: the name cannot be one.
        NotFoundError: there is no such document.
    """
    name = None if to is None else checked_name(to)
    for upload_id in upload_ids:
        store.find(upload_id)
    standing = store.choices.standing(TOPIC)
    before = {i: str(standing[i].value) if i in standing else None for i in upload_ids}
    changed = {i: had for i, had in before.items() if had != name}
    store.choices.choose_many(TOPIC, {i: name for i in changed}, by=by)
    return changed


def put_back(store: Store, before: Mapping[str, str | None], *, by: str) -> None:
    """Give documents to whom they were assigned before."""
    store.choices.choose_many(TOPIC, dict(before), by=by)
