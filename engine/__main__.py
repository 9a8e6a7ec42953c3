"""The command line: ``python -m engine COMMAND …``.

Results and summaries go to standard output, failures to standard error, one line each. Only the
command that is called is loaded: reading a file needs no database.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from engine import __version__
from engine.commands.lines import one_line
from engine.errors import MatchbookError

COMMANDS: Final = {
    "extract": "read files and write one JSON per file",
    "reconcile": "match invoices with transactions given as JSON lines",
    "check": "check that rows and stored files agree",
    "audit": "prove the history in every row",
    "purge": "remove for good what was deleted long enough ago",
    "backup": "copy the database and its files into a folder of backups",
    "restore": "bring a backup back into an empty data folder",
    "export": "write all rows as JSON lines, or the views as Parquet",
    "import": "take the rows of an export in",
    "settings": "print the settings in force",
}

_MODULES: Final = {"import": "import_rows"}  # a module cannot have that name


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 well, 1 something failed, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    name = _command(given[:1])
    command = import_module(f"engine.commands.{_MODULES.get(name, name)}")
    parser = argparse.ArgumentParser(
        prog=f"python -m engine {name}",
        description=command.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_arguments(parser)
    options = parser.parse_args(given[1:])
    try:
        exit_code: int = command.run(options)
    except MatchbookError as error:
        sys.stderr.write(f"{name}: {error.code}: {one_line(f'{error} {error.hint}')}\n")
        return 1
    return exit_code


def _command(given: list[str]) -> str:
    """The command's name; ends the program when it is none, or help is asked for."""
    listing = "\n".join(f"  {name:12}{summary}" for name, summary in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="python -m engine",
        description=f"Matchbook's command line.\n\ncommands:\n{listing}",
        epilog="python -m engine COMMAND --help tells more about one of them.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    return str(parser.parse_args(given).command)


if __name__ == "__main__":
    sys.exit(main())
