"""Process entry: one server for the screens and the HTTP API."""

import gc
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from engine.access import refuse_open_door
from engine.api import SlowBodies, TrustedProxy, create_api, limit_heads
from engine.errors import MatchbookError
from engine.services import Services, services
from engine.watching.logs import set_up_logs
from pages._parts.failures import show_script_error

log = logging.getLogger(__name__)

TURN_SECONDS = 0.001
"""How long a thread computes while others want to: short, as an answer takes dozens of turns.

With Python's 5 ms a small answer waits behind every screen that is being drawn, at each statement.
"""


def open_installation() -> Services:
    """Open it with the server, so that unfinished uploads go on at once.

    When it cannot be opened, the program ends with the reason as its last line.
    """
    try:
        opened = services()
        set_up_logs(opened.settings.log_level, opened.settings.log_format)
        refuse_open_door(opened.settings.access, st.get_option("server.address"))
        return opened
    except MatchbookError as error:
        sys.exit(f"Matchbook cannot start: {error} {error.hint}")


def prepare() -> None:
    """Unnest what is stored before somebody asks, so that no first screen waits for it.

    What stands by then stays as long as the process: the collector need not look at it again.
    """
    try:
        services().store.analytics.refresh()
    except MatchbookError:
        log.warning("not unnested at the start; the first screen that asks says why", exc_info=True)
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Prepare the tables of the screens beside the server; close the installation with it."""
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(anyio.to_thread.run_sync, prepare)
        yield
    await anyio.to_thread.run_sync(services.cache_clear)


sys.setswitchinterval(TURN_SECONDS)
settings = open_installation().settings
limit_heads(HttpToolsProtocol)
app = st.App(
    "pages/_shell.py",
    routes=[
        Mount(
            "/api",
            app=create_api(
                settings.max_upload_bytes,
                requests_per_minute=settings.requests_per_minute,
                origins=settings.cors_origins,
            ),
        )
    ],
    middleware=[
        Middleware(SlowBodies, patience_seconds=settings.body_timeout_seconds),
        Middleware(
            TrustedProxy,
            headers=(settings.proxy_user_header, settings.proxy_groups_header),
            addresses=settings.proxy_addresses,
        ),
    ],
    lifespan=lifespan,
    on_script_error=show_script_error,
)
