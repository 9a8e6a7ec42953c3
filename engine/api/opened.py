"""The installation that a request is about."""

from typing import Annotated

from fastapi import Depends, FastAPI, Request

from engine.services import Services, services


def installation_of(api: FastAPI) -> Services:
    """The process's open installation, or the one that the API is told to use."""
    found: Services = api.dependency_overrides.get(services, services)()
    return found


async def opened(request: Request) -> Services:
    """The installation of a request; asked in the event loop, as a thread would cost far more."""
    return installation_of(request.app)


Engine = Annotated[Services, Depends(opened)]
"""What a route takes to be given the installation."""
