"""Invoices from pages of words, on layouts never seen before."""

from engine.extraction.invoices.extract import extract_invoices

__all__ = ["extract_invoices"]
