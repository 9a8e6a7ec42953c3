"""The HTTP API, mounted at /api by the app: the only importer of FastAPI."""

from engine.api.app import api, create_api

__all__ = ["api", "create_api"]
