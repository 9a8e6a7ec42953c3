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
