"""The currency that a row prints at its own amount, where that is not its account's."""

from engine.extraction.currencies import currency_of
from engine.extraction.statements.header.currency import is_shared
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.signs import amount_cell


def row_currency(row: Row, account: str | None) -> str | None:
    """The code of the row's amount; ``account``'s where it prints none of one currency alone."""
    cell = amount_cell(row)
    sign = cell.money.currency if cell is not None and cell.money is not None else None
    code = currency_of(sign) if sign else None
    if sign is None or code is None or is_shared(sign, code):
        return account
    return code
