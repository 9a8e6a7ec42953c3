"""Papers beside records over HTTP: sent, listed, searched, corrected, versioned, downloaded."""

from engine.api.attachments import arriving, routes

routers = (routes.router, arriving.router)

__all__ = ["routers"]
