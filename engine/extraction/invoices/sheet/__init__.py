"""Pages as labelled rows of segments, and the amounts, days and codes that stand in them."""
