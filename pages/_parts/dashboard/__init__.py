"""The pieces of the Dashboard."""
