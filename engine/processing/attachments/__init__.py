"""Attached papers: taken in, read in the background, corrected and confirmed."""
