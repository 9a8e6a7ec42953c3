"""Print the settings in force, or one of them."""

import argparse
import sys

from engine.settings import Settings, as_text


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
        sys.stdout.write(f"{as_text(getattr(settings, options.name))}\n")
        return 0
    for variable, value in settings.in_force().items():
        sys.stdout.write(f"{variable}={value}\n")
    return 0
