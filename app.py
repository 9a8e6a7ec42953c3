"""Process entry: one server for the screens and the HTTP API."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import streamlit as st
from starlette.routing import Mount

from engine.api import api
from engine.services import services
from pages._parts.failures import show_script_error


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Open the installation with the server, so that unfinished uploads go on at once."""
    await anyio.to_thread.run_sync(services)
    yield
    await anyio.to_thread.run_sync(services.cache_clear)


app = st.App(
    "pages/_shell.py",
    routes=[Mount("/api", app=api)],
    lifespan=lifespan,
    on_script_error=show_script_error,
)
