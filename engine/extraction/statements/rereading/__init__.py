"""Which cells of a recognised statement are read again: those that a doubt hangs on."""

from engine.extraction.statements.rereading.wanted import MOST_CELLS, cells_to_read_again

__all__ = ["MOST_CELLS", "cells_to_read_again"]
