"""Puts results where the person asked for them: whole files, or a sentence why not."""

from pathlib import Path

from engine.errors import InvalidInputError


def make_folder(folder: Path) -> None:
    """Make sure that the folder exists.

    Raises:
        InvalidInputError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidInputError(f"The folder {folder} cannot be made: {error.strerror}.") from error


def write_result(target: Path, text: str) -> None:
    """Write ``text``; the file is complete, or what was there before stays.

    Raises:
        InvalidInputError: it cannot be written.
    """
    unfinished = target.parent / f"{target.name}.part"
    try:
        unfinished.write_text(text, "utf-8")
        unfinished.replace(target)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise InvalidInputError(f"{target} cannot be written: {error.strerror}.") from error
