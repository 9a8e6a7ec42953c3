"""Makes invoice documents with exact truth, in thousands of layouts, to fit and to test a reader.

Every document is composed from independent random choices of one seed: country, words, notation,
trade, contents, and the geometry of each part of the page. Nothing here knows how documents are
read: the truth is noted down while a value is printed, never found again on the page.
"""
