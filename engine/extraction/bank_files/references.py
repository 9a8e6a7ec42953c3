"""References as files write them, and the words that say that there is none."""

from typing import Final

_NONE: Final = frozenset(
    {"NONREF", "NOTPROVIDED", "NOTPROVIDE", "NOT PROVIDED", "NONE", "N/A", "NA", "NOREF", "-", "0"}
)


def told_reference(*texts: str | None) -> str | None:
    """The first of ``texts`` that is a reference; None when all say that there is none."""
    for text in texts:
        told = " ".join((text or "").split())
        if told and told.upper() not in _NONE and any(map(str.isalnum, told)):
            return told
    return None
