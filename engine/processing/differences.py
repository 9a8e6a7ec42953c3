"""What differs between two versions of a record, field by field and line by line. Pure.

Lines of a list are compared as a person sees them: taking the first line away is one change, not a
change of every line after it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

import msgspec

FOLLOWS: Final = frozenset(
    {
        "invoice_id", "transaction_id", "confidence", "checks", "charges", "provenance", "pages",
        "regions", "start_confidence", "corrections", "learned", "repairs", "proof",
    }
)  # fmt: skip
"""Fields that nobody edits: they follow from the rest, or are the record's identity."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after; None where there was or is no value.

    ``path`` is the place in the new version, as ``total_amount`` or ``line_items[0].amount``; for
    what was taken away it is the place in the old one.
    """

    path: str
    before: Any
    after: Any

    @property
    def is_line_removed(self) -> bool:
        """Whether a whole line of a list was taken away."""
        return self.after is None and self.path.endswith("]")


@dataclass(frozen=True, slots=True)
class Move:
    """A line that is at another place in the new version: two paths as ``line_items[3]``."""

    before: str
    after: str


def differences(old: msgspec.Struct, new: msgspec.Struct) -> tuple[list[Change], list[Move]]:
    """All changes from ``old`` to ``new`` in the order of the fields, and the moved lines."""
    changes: list[Change] = []
    moves: list[Move] = []
    for found in _in_record(old, new, ""):
        if isinstance(found, Change):
            changes.append(found)
        else:
            moves.append(found)
    return changes, moves


def _in_record(old: msgspec.Struct, new: msgspec.Struct, prefix: str) -> Iterator[Change | Move]:
    for name in old.__struct_fields__:
        if name in FOLLOWS:
            continue
        before, after = getattr(old, name), getattr(new, name)
        if isinstance(before, tuple) and isinstance(after, tuple):
            yield from _in_list(before, after, f"{prefix}{name}")
        elif isinstance(before, msgspec.Struct) and isinstance(after, msgspec.Struct):
            yield from _in_record(before, after, f"{prefix}{name}.")
        elif before != after:
            yield Change(f"{prefix}{name}", before, after)


def _in_list(before: Sequence[Any], after: Sequence[Any], path: str) -> Iterator[Change | Move]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        kept = min(i2 - i1, j2 - j1)
        for i, j in zip(range(i1, i1 + kept), range(j1, j1 + kept), strict=True):
            if i != j:
                yield Move(f"{path}[{i}]", f"{path}[{j}]")
            if isinstance(before[i], msgspec.Struct):
                yield from _in_record(before[i], after[j], f"{path}[{j}].")
            elif before[i] != after[j]:
                yield Change(f"{path}[{j}]", before[i], after[j])
        for i in range(i1 + kept, i2):
            yield Change(f"{path}[{i}]", before[i], None)
        for j in range(j1 + kept, j2):
            yield Change(f"{path}[{j}]", None, after[j])
