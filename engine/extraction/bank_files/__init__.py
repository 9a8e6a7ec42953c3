"""Files that banks' programs write: from their bytes to a statement.

Pure, and without any bank's template: formats say what their values are; the columns of tables are
guessed from their words and figures, and the guess is part of the result.
"""

from engine.extraction.bank_files.formats import read_bank_file
from engine.extraction.bank_files.ledger import BankFile, Entry, Ledger
from engine.extraction.bank_files.statement import BankStatement, listing_of, statement_of

__all__ = [
    "BankFile",
    "BankStatement",
    "Entry",
    "Ledger",
    "listing_of",
    "read_bank_file",
    "statement_of",
]
