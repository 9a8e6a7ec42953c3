"""Numbers that a list writes short: "04548/554/558" and "4548-4551" stand for whole numbers."""

import re
from collections.abc import Iterator

_LIST = re.compile(r"(?<!\d)(\d{4,})(?:/?[A-Z])?((?: ?[/,;+&] ?\d{2,})+)(?!\d)")
_RANGE = re.compile(r"(?<!\d)(\d{3,}) ?(?:-|\.\.|\bTO\b|\bBIS\b|\bT/M\b|\bAU\b) ?(\d{2,})(?!\d)")
_NEXT = re.compile(r"\d{2,}")
_WIDEST_RANGE = 30
_MOST = 60


def written_out(text: str) -> list[str]:
    """The numbers that the lists and ranges of a text in plain capitals stand for."""
    return [*dict.fromkeys((*_of_lists(text), *_of_ranges(text)))][:_MOST]


def _of_lists(text: str) -> Iterator[str]:
    """A shorter number in a list replaces the end of the one before it."""
    for found in _LIST.finditer(text):
        base = found[1]
        for piece in _NEXT.findall(found[2]):
            if len(piece) < len(base):
                base = base[: len(base) - len(piece)] + piece
                yield base
            else:
                base = piece


def _of_ranges(text: str) -> Iterator[str]:
    for first, last in _RANGE.findall(text):
        if len(last) > len(first):
            continue
        start, end = int(first), int(first[: len(first) - len(last)] + last)
        if start < end <= start + _WIDEST_RANGE:
            for number in range(start, end + 1):
                yield f"{number:0{len(first)}d}"
