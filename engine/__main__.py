"""The command line: ``python -m engine COMMAND …``.

Results and summaries go to standard output, failures to standard error, one line each.
"""

import argparse
import sys
from collections.abc import Sequence

from engine import __version__
from engine.commands import check, extract, reconcile
from engine.errors import MatchbookError

COMMANDS = {"extract": extract, "reconcile": reconcile, "check": check}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 well, 1 something failed, 2 wrong usage."""
    parser = argparse.ArgumentParser(
        prog="python -m engine", description="Matchbook's command line."
    )
    parser.add_argument("--version", action="version", version=__version__)
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        summary = (command.__doc__ or "").splitlines()[0]
        command.add_arguments(subparsers.add_parser(name, help=summary, description=summary))
    options = parser.parse_args(arguments)
    try:
        exit_code: int = COMMANDS[options.command].run(options)
    except MatchbookError as error:
        sys.stderr.write(f"{options.command}: {error.code}: {error} {error.hint}\n")
        return 1
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
