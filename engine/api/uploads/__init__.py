"""Uploads of either kind over HTTP: sent many at once, listed, corrected, decided, downloaded."""

from engine.api.uploads.routes import bank_router, invoice_router

__all__ = ["bank_router", "invoice_router"]
