"""Bank lines that a person took out of matching, and why; taking that back is one word more."""

from collections.abc import Collection
from typing import Final

from engine.errors import AlreadyConfirmedError, InvalidInputError, NotFoundError
from engine.processing.still_open import HeldRecords
from engine.processing.stored_records import chosen_lines
from engine.store import Choice, Store

TOPIC: Final = "ignored line"
LONGEST_REASON: Final = 500


def ignored_lines(store: Store) -> dict[str, Choice]:
    """The words that stand, by the line's id; the value is the reason."""
    return store.choices.standing(TOPIC)


def evidence_of(choice: Choice) -> str:
    """What a record says of such a line."""
    return f"{choice.chosen_by}: {choice.value}"


def ignore(store: Store, held: HeldRecords, transaction_id: str, reason: str, *, by: str) -> None:
    """Take a line out of matching.

    Raises:
        InvalidInputError: no reason is given, or a very long one.
        NotFoundError: there is no such line.
        AlreadyConfirmedError: a confirmed match holds it.
    """
    told = " ".join(reason.split())
    if not 0 < len(told) <= LONGEST_REASON:
        raise InvalidInputError(
            "Say why this line is left out.", f"Up to {LONGEST_REASON} characters."
        )
    if not chosen_lines(store, [transaction_id]):
        raise NotFoundError("bank line", transaction_id)
    found = held.of("transaction", transaction_id)
    if found is not None:
        raise AlreadyConfirmedError(1, f"{found.run_at:%d %B %Y}", 0)
    store.choices.choose(TOPIC, transaction_id, told, by=by)


def heed_again(store: Store, transaction_id: str, *, by: str) -> None:
    """Let a line take part in matching again; nothing happens where it does."""
    if store.choices.get(TOPIC, transaction_id) is not None:
        store.choices.choose(TOPIC, transaction_id, None, by=by)


def refuse_ignored(store: Store, transaction_ids: Collection[str]) -> None:
    """Refuse to confirm a match with a line that was taken out.

    Raises:
        InvalidInputError: one of the lines was.
    """
    known = ignored_lines(store)
    found = next((known[key] for key in transaction_ids if key in known), None)
    if found is not None:
        raise InvalidInputError(
            f"A bank line of this match is ignored ({evidence_of(found)}).",
            "Take that back on the Transactions screen first.",
        )
