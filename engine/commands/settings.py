"""Print the settings in force, or one of them."""

import argparse
import sys

from engine.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "name",
        nargs="?",
        choices=list(Settings.model_fields),
        metavar="NAME",
        help="one setting, such as port; only its value is printed",
    )


def run(options: argparse.Namespace) -> int:
    """Print VARIABLE=value lines, or one value."""
    settings = Settings()
    if options.name:
        sys.stdout.write(f"{_as_text(getattr(settings, options.name))}\n")
        return 0
    for name in Settings.model_fields:
        sys.stdout.write(f"MATCHBOOK_{name.upper()}={_as_text(getattr(settings, name))}\n")
    return 0


def _as_text(value: object) -> str:
    return ";".join(value) if isinstance(value, tuple) else str(value)
