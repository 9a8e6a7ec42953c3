"""Which reading of the rows agrees with the printed figures, and how far they prove it."""
