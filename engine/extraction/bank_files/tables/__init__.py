"""Tables of transactions that banks export as text or workbooks: columns guessed from the data."""
