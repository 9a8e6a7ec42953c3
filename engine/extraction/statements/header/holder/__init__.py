"""Whose account it is: names at the head, what speaks for each, and the choice."""
