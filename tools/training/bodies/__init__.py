"""Bodies of letters that are not one item table with its sums below."""
