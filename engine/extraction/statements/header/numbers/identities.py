"""What an account goes by where nothing numbers it: its customer's id, a merchant's, a contract's.

Payment services often know an account by its holder's number alone, lenders by the contract's.
Such a number is the account's only where nothing else is, and no label asks for an account's
number in vain.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from engine.extraction.identifiers import compact_identifier
from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.header.found import Found
from engine.extraction.statements.header.neighbourhood import Neighbourhood
from engine.extraction.statements.header.numbers.beside import labelled_numbers
from engine.extraction.statements.header.numbers.labels import NumberLabel, number_labels
from engine.extraction.statements.lines.cells import TypedLine

_PHRASES: Final[PhraseBook[Literal["identity"]]] = PhraseBook.of_lists(
    {
        "identity": """
            customer id, customer account id, cust id, client id, client no, client number,
            client code, client account id, merchant id, merchant no, merchant number,
            merchant account id, merchant token, seller id, partner id, vendor account id,
            profile id, profile number, profile no, user id, business id, business account id,
            membership id, investor id, subscriber id, participant id, portfolio no,
            portfolio number, portfolio id, plan number, plan no, plan id, policy account number,
            id de cliente, id cliente, id do cliente, id client, codigo de cliente,
            numero de cliente, contract number, contract no, contract id, agreement number,
            agreement no, agreement id, facility number, facility no, facility id, lan, lan no,
            lan number, numero de contrato, no de contrato, n de contrato, nro de contrato,
            contrato n, contrato no, contrato numero, numero de contrat, n de contrat,
            no de contrat, vertragsnummer, vertragsnr, contratto n, numero contratto,
            contractnummer, nr umowy, cislo smlouvy, sozlesme no, номер договора, договор
        """
    }
)
_SURE: Final = 0.8
_CONFIDENCE: Final = 0.5
_ASKED: Final = 0.8
"""How sure a label is at least that asks for an account's own number."""


def identity(
    lines: Sequence[TypedLine], row_lines: frozenset[int], near_lines: frozenset[int]
) -> list[Found]:
    """The one id of the holder's or the contract's above the rows; none where there are several.

    ``row_lines`` are left out; ``near_lines`` belong to what may be rows.
    """
    first_row = min(row_lines, default=len(lines))
    head = [line for line in lines if line.number < first_row]
    if any(_asks_for_account(line) for line in head):
        return []
    places = Neighbourhood(lines, row_lines | near_lines)
    found = [
        number.found
        for index, line in enumerate(head)
        if not places.is_inside(line)
        for number in labelled_numbers(
            head, index, [word for cell in line.cells for word in cell.words], set(), _labels
        )
    ]
    if len({compact_identifier(each.value) for each in found}) != 1:
        return []
    return [replace(found[0], confidence=_CONFIDENCE)]


def _labels(
    tokens: Sequence[str], colons: frozenset[int], slashes: frozenset[int]
) -> list[NumberLabel]:
    return [NumberLabel("member", hit.start, hit.end, _SURE) for hit in _PHRASES.find(tokens)]


def _asks_for_account(line: TypedLine) -> bool:
    return any(
        label.kind != "member" and label.sureness >= _ASKED
        for cell in line.cells
        for label in number_labels(plain(cell.text).split(), frozenset())
    )
