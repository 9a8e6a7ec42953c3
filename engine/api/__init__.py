"""The HTTP API, mounted at /api by the app: the only importer of FastAPI."""

from engine.api.app import create_api
from engine.api.sign_in import TrustedProxy
from engine.api.slow_bodies import SlowBodies
from engine.api.slow_heads import limit_heads

__all__ = ["SlowBodies", "TrustedProxy", "create_api", "limit_heads"]
