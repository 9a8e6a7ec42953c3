"""A number that may be the account's, with what it is called."""

from dataclasses import dataclass

from engine.extraction.identifiers import Identifier
from engine.extraction.statements.header.found import Found
from engine.extraction.statements.header.numbers.labels import Kind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number, where it stands and how sure its place and label make it.

    ``iban`` is set where it is an international account number. ``is_called`` is False where no
    label asks for it.
    """

    found: Found
    kind: Kind
    iban: Identifier | None = None
    is_called: bool = True
