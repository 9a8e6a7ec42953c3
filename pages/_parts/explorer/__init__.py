"""The pieces of the Explorer screen."""
