"""What the figures are held against, on a machine with two cores that has nothing else to do."""

from typing import Final

PAGES_PER_SECOND: Final = 100.0
"""Digital pages, read and extracted by the whole program, at least."""

STATEMENT_PAGES_PER_SECOND: Final = 80.0
"""Digital statements, read and extracted by the whole program, at least; 400 pages of 15 000 rows
may take eight seconds."""

LONG_FILE_SECONDS_PER_PAGE: Final = 0.015
"""Fifteen seconds for a thousand pages, at most."""

LONG_FILE_BYTES: Final = 600_000_000
"""Of all processes together while they read such a file, at most."""

TIMES_TESSERACT: Final = 1.15
"""The time of scanned pages beside bare tesseract's, at most."""

MATCHING: Final = {
    100: (0.3, None),
    1000: (0.8, None),
    10_000: (5.0, 400 * 2**20),
    100_000: (90.0, 3 * 2**30),
}
"""By invoices: the seconds of a whole matching at most, and the bytes of all its processes."""

SCREEN_SECONDS: Final = 0.5
"""Until a screen stands after another choice of filters, at most."""

REVIEW_SECONDS: Final = 1.0
"""Until Review stands on a file of a hundred invoices, at most."""

UPLOADS_PER_SECOND: Final = 100.0
"""Statements of 342 lines that become rows, at least."""

QUERY_SECONDS: Final = 0.15
"""What 95 of 100 questions of the dashboard take over a million nested lines, at most."""

TIMES_FLAT: Final = 2.0
"""The seconds of a question beside the same SQL on flat tables, at most."""

REFRESH_SECONDS: Final = 0.1
"""Until the tables of the screens follow one changed upload, at most."""

START_SECONDS: Final = 5.0
"""Until the server answers on a file with a million nested lines, at most."""

THICK_REVIEW_SECONDS: Final = 2.0
"""Until Review stands on a file of 3,000 invoices, at most."""

EDIT_SECONDS: Final = 0.3
"""Until a corrected value of such a file is stored, at most."""
