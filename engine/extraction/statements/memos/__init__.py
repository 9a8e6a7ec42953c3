"""What the words of one transaction mean: its type, the other party, its reference."""
