"""The lines of pages as typed cells: what looks like a date, an amount or text."""
