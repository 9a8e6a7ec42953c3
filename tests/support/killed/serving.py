"""The program that serves Matchbook's API without screens; started once, it makes servers quickly.

Everything is imported before the first one: each line of standard input, ``DATA_DIR PORT``, forks
a process that opens the installation there and listens, and its pid is the answer. A ``wait PID``
answers once that process is gone.
"""

import os
import signal
import sys
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount

from engine.api import create_api
from engine.services import services


def main():
    for line in sys.stdin:
        word, value = line.split()
        if word == "wait":
            os.waitpid(int(value), 0)
            answer = "gone"
        else:
            answer = os.fork()
            if answer == 0:
                serve(Path(word), int(value))
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def serve(data_dir, port):
    """Be the server until told to stop."""
    os.environ["MATCHBOOK_DATA_DIR"] = str(data_dir)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    try:
        opened = services()
        app = Starlette(routes=[Mount("/api", create_api(opened.settings.max_upload_bytes))])
        uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False)
        services.cache_clear()
    finally:
        sys.stderr.flush()
        os._exit(0)


if __name__ == "__main__":
    main()
