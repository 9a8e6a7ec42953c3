"""The first records of a table as they are in the file, for a person who says what they mean."""

from typing import Final

from engine.extraction.bank_files.ledger import UnreadableBankFileError
from engine.extraction.bank_files.tables.cells import cleaned
from engine.extraction.bank_files.tables.grid import grid_of
from engine.reading import bank_sniff
from engine.records import ColumnPlan

_SHOWN: Final = 25
_MOST_COLUMNS: Final = 60
_LONGEST: Final = 200


def look(content: bytes, mime_type: str, plan: ColumnPlan | None) -> tuple[tuple[str, ...], ...]:
    """The first 25 records, cut as ``plan`` says; none when they cannot be cut."""
    try:
        if mime_type in {bank_sniff.XLSX, bank_sniff.XLS}:
            from engine.extraction.bank_files.tables.workbook import workbook_grids

            grids = workbook_grids(content)
            sheet = plan.sheet if plan else None
            grid = next((g for g in grids if g.sheet == sheet), grids[0])
        else:
            grid = grid_of(
                content, plan.encoding if plan else None, plan.delimiter if plan else None
            )
    except UnreadableBankFileError:
        return ()
    return tuple(
        tuple(cleaned(cell)[:_LONGEST] for cell in record[:_MOST_COLUMNS])
        for record in grid.records[:_SHOWN]
    )
