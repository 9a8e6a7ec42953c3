"""The statement behind an answer as text that can be read, copied and asked again as it stands."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from engine.errors import InvalidInputError
from engine.store.analytics import parameters
from engine.store.sql import sql

_COMMENT_OR_PARAMETER: Final = re.compile(r"--[^\n]*|\$([a-z_]+)")


def written_out(mart: str, params: Mapping[str, object]) -> str:
    """The SQL of ``engine/sql/marts/<mart>.sql`` with the values of its parameters in it.

    A parameter that is not given is null. Comments stay: they say grain and units.

    Raises:
        InvalidInputError: there is no such mart, it has no such parameter, or SQL has no way to
            write one of the values.
    """
    unknown = params.keys() - parameters(mart)
    if unknown:
        raise InvalidInputError(f"“{mart}” cannot be filtered by {', '.join(sorted(unknown))}.")

    def value(found: re.Match[str]) -> str:
        name = found.group(1)
        return found.group() if name is None else literal(params.get(name))

    return _COMMENT_OR_PARAMETER.sub(value, sql(f"marts/{mart}")).strip()


def literal(value: object) -> str:
    """A value as SQL writes it.

    Raises:
        InvalidInputError: it is of a kind that has no literal.
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float() | Decimal():
            return str(value)
        case str():
            return "'" + value.replace("'", "''") + "'"
        case dt.datetime():
            return f"timestamptz '{value.isoformat()}'"
        case dt.date():
            return f"date '{value.isoformat()}'"
        case list() | tuple():
            return f"[{', '.join(map(literal, value))}]"
        case _:
            raise InvalidInputError(f"{type(value).__name__} cannot be written in SQL.")
