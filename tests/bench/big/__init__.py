"""Many rows: how long questions, changes and the opening take, and what the file weighs."""
