"""The log of a running server: lines for people, or one JSON object a line for programs.

Messages name uploads, pages, codes and times, never what a document says.
"""

import logging
import sys
import time
from typing import Final, Literal

from pythonjsonlogger.json import JsonFormatter

LogForm = Literal["text", "json"]

_OURS: Final = ("engine", "pages", "app")
_TEXT: Final = "%(asctime)sZ %(levelname)s %(name)s: %(message)s"
_JSON_FIELDS: Final = "%(levelname)s %(name)s %(message)s"


def set_up_logs(level: str, form: LogForm) -> None:
    """Write the log to standard error: ours from ``level`` on, other libraries' warnings.

    With ``json`` each line is an object with timestamp (UTC), level, logger and message, and what
    the caller gave as ``extra``: upload_id, page, stage, seconds, code.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_json_lines() if form == "json" else _text_lines())
    root = logging.getLogger()
    for earlier in root.handlers[:]:
        root.removeHandler(earlier)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for name in _OURS:
        logging.getLogger(name).setLevel(level)


def _text_lines() -> logging.Formatter:
    lines = logging.Formatter(_TEXT, "%Y-%m-%dT%H:%M:%S")
    lines.converter = time.gmtime
    return lines


def _json_lines() -> logging.Formatter:
    return JsonFormatter(
        _JSON_FIELDS,
        rename_fields={"levelname": "level", "name": "logger"},
        timestamp=True,
        json_ensure_ascii=False,
    )
