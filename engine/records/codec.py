"""JSON text of a row's record and back, exact to the cent, validated before it is stored.

``encode`` decodes what it wrote before handing it on: a value of the wrong type or out of its
range never reaches the database, whoever built the record.
"""

import sys
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from engine.errors import RecordInvalidError, RecordTooLargeError
from engine.records.numbers import first_wrong_amount

T = TypeVar("T", bound=msgspec.Struct)

_encoder = msgspec.json.Encoder(decimal_format="number")


def encode(record: msgspec.Struct, *, max_bytes: int, decoded: Sequence[str] = ()) -> str:
    """The record as JSON text in the order of its fields; Decimals become exact JSON numbers.

    ``decoded`` are lists in it whose items came from JSON as what they are: their types are known.

    Raises:
        RecordTooLargeError: the text would be longer than ``max_bytes`` bytes of UTF-8.
        RecordInvalidError: a field has the wrong type or range; the message gives its path.
    """
    try:
        check_amounts(record)
        text = _encoder.encode(record)
    except (TypeError, ValueError, OverflowError) as error:
        raise RecordInvalidError(type(record).__name__, str(error).rstrip(".")) from error
    if len(text) > max_bytes:
        raise RecordTooLargeError(type(record).__name__, len(text), max_bytes)
    if decoded:
        rest = msgspec.structs.replace(record, **dict.fromkeys(decoded, ()))
        _typed(_encoder.encode(rest), type(record))
    else:
        _typed(text, type(record))
    return text.decode("utf-8")


def decode(text: str | bytes, kind: type[T]) -> T:
    """The record that ``text`` holds.

    Raises:
        RecordInvalidError: not JSON, or not such a record; the message gives the path and field.
    """
    record = _typed(text, kind)
    check_amounts(record)
    return record


def _typed(text: str | bytes, kind: type[T]) -> T:
    """The record that ``text`` holds, every field of its type and range; amounts as they come.

    Raises:
        RecordInvalidError: not JSON, or not such a record.
    """
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RecordInvalidError(kind.__name__, str(error).rstrip(".")) from error


def check_record(record: msgspec.Struct) -> None:
    """Refuse a record, or a part of one, that could not be stored.

    Raises:
        RecordInvalidError: a field has the wrong type or range; the message gives its path.
    """
    encode(record, max_bytes=sys.maxsize)


def check_amounts(record: msgspec.Struct) -> None:
    """Refuse a record whose amounts are not all Decimals that a money column can hold.

    Raises:
        RecordInvalidError: the message gives the path of the first that is not.
    """
    wrong = first_wrong_amount(record)
    if wrong:
        path, value = wrong
        raise RecordInvalidError(
            type(record).__name__,
            f"Expected a `decimal` of at most 16 digits, got `{value}` - at `{path}`",
        )
