"""Reads the word lists of this folder: ``key = one | two | three``, a key per line."""

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
Entries = dict[str, tuple[str, ...]]


@cache
def entries(folder: str, name: str) -> Entries:
    """Keys and their alternatives in ``<folder>/<name>.txt``.

    A line that begins with white space goes on with the key above it. ``like = other`` takes
    every key from another file of the folder that this one does not say itself.
    """
    found: dict[str, list[str]] = {}
    key = ""
    for line in (HERE / folder / f"{name}.txt").read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        text = line
        if not line[0].isspace():
            key, _, text = (part.strip() for part in line.partition("="))
        found.setdefault(key, []).extend(part.strip() for part in text.split("|") if part.strip())
    own = {key: tuple(values) for key, values in found.items()}
    like = own.pop("like", ())
    return {**entries(folder, like[0]), **own} if like else own


def names(folder: str) -> tuple[str, ...]:
    """Every list of a folder, by name, in order."""
    return tuple(sorted(path.stem for path in (HERE / folder).glob("*.txt")))
