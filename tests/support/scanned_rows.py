"""Rows of a scanned statement: day, words, payment and balance, as they are printed."""

ROWS = (
    ("02.03.2024", "Coffee house", "12.50", "987.50"),
    ("05.03.2024", "Book shop", "40.00", "947.50"),
    ("07.03.2024", "Bicycle repair", "85.25", "862.25"),
    ("09.03.2024", "Water works", "33.10", "829.15"),
    ("12.03.2024", "Garden centre", "18.90", "810.25"),
    ("15.03.2024", "Book shop", "10.25", "800.00"),
)
