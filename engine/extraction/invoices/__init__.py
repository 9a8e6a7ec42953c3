"""Invoices from pages of words, on layouts never seen before: ``extract`` leads through it."""
