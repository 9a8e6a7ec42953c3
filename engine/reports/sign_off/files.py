"""The sheet as an Excel workbook, and as a PDF with lines to sign on."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer, Table, TableStyle

from engine.exports.excel_file import workbook_bytes
from engine.presentation import moment
from engine.reports.pdf_pieces import INK, SOFT, WIDTH, landscape_pdf, table_of, words
from engine.reports.sign_off.sheet import SignOff
from engine.reports.sign_off.tables import (
    ageing_table,
    closings_table,
    decided_table,
    deciders_table,
    differences_table,
    open_table,
    sign_off_notes,
    sign_off_tables,
    totals_table,
)

_MOST_ON_PAPER: Final = 400


def sign_off_excel(sheet: SignOff, zone: dt.tzinfo) -> bytes:
    """A sheet for each table, all rows of it; what it is about stands on the last one."""
    return workbook_bytes(sign_off_tables(sheet, zone), sign_off_notes(sheet, zone))


def sign_off_pdf(sheet: SignOff, zone: dt.tzinfo) -> bytes:
    """A landscape A4 document; of long lists the first 400 rows."""
    made = f"Sign-off of the run of {moment(sheet.run_at, zone)}"
    return landscape_pdf("Matchbook sign-off", made, _story(sheet, zone))


def _story(sheet: SignOff, zone: dt.tzinfo) -> Iterable[Flowable]:
    yield words("Reconciliation sign-off", size=18, bold=True)
    for note in sign_off_notes(sheet, zone):
        yield words(note, size=8, colour=SOFT)
    for table in (
        totals_table(sheet),
        differences_table(sheet),
        deciders_table(sheet, zone),
        ageing_table(sheet),
        closings_table(sheet, zone),
    ):
        yield from table_of(table, zone)
    yield KeepTogether([Spacer(1, 12 * mm), _signatures()])
    yield PageBreak()
    yield from table_of(open_table(sheet), zone, most=_MOST_ON_PAPER)
    yield from table_of(decided_table(sheet, zone), zone, most=_MOST_ON_PAPER)


def _signatures() -> Table:
    """Two lines to sign on."""
    left, right = (words(f"{who}, date and signature", size=8, colour=SOFT) for who in _SIGNERS)
    wide, gap = WIDTH / 2 - 12 * mm, 16 * mm
    table = Table([[left, "", right]], colWidths=[wide, gap, wide], hAlign="LEFT")
    style = [("LINEABOVE", (x, 0), (x, 0), 0.7, INK) for x in (0, 2)]
    table.setStyle(TableStyle([*style, ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    return table


_SIGNERS: Final = ("Prepared by", "Approved by")
