"""The HTTP API, mounted at /api by the app: the only importer of FastAPI."""

from engine.api.app import create_api

__all__ = ["create_api"]
