"""Reading files anew with today's engine, over HTTP."""

from engine.api.readings.routes import router

__all__ = ["router"]
