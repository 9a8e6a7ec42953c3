"""The HTTP API, mounted at /api by the app: the only importer of FastAPI."""

from engine.api.app import create_api
from engine.api.sign_in import TrustedProxy

__all__ = ["TrustedProxy", "create_api"]
