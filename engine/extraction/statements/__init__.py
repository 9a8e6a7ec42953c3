"""Bank and card statements from pages of words, without knowing any bank."""

from engine.extraction.statements.assemble import Statement, extract_statement

__all__ = ["Statement", "extract_statement"]
