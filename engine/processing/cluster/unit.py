"""A unit of work that needs nothing but itself: a file's bytes and a task in, an answer out.

``do_unit`` is what a worker of the cluster runs; it must be the same Matchbook as the one that
asks, so that a page has the same words wherever it is read.
"""

import hashlib
import pickle
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from engine import __version__
from engine.processing.cluster.spool import Spool
from engine.reading.reader import ENGINE_VERSION

VERSION: Final = f"{__version__}/{ENGINE_VERSION}/{sys.version_info.major}.{sys.version_info.minor}"
"""Matchbook's, its reading's and Python's: equal wherever a unit may be done."""

_spool: Final = Spool()
_one_at_a_time: Final = threading.Lock()
"""What draws pages must not run in two threads of one process."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A task about one file, whose ``path`` is set where it is done.

    ``version`` is the asker's; ``file_hash`` is the SHA-256 of the file's bytes.
    """

    function: Callable[..., Any]
    task: Any
    file_hash: str
    version: str = VERSION


@dataclass(frozen=True, slots=True)
class UnitAnswer:
    """What became of a unit.

    ``packed`` holds the pickled result, or (kind, message, trace) of what was raised; its SHA-256
    is ``packed_hash``. A unit of another version is not done: there is nothing then.
    """

    version: str
    is_success: bool
    packed: bytes = b""
    packed_hash: str = ""


def version_here() -> str:
    """The version of whoever runs this."""
    return VERSION


def do_unit(unit: Unit, content: bytes) -> UnitAnswer:
    """Do ``unit`` with the file's bytes."""
    if unit.version != VERSION:
        return UnitAnswer(VERSION, is_success=False)
    with _one_at_a_time:
        try:
            file = _spool.file_of(unit.file_hash, content)
            result: Any = unit.function(replace(unit.task, path=str(file.path)))
            return _answer(True, result)
        except Exception as error:  # told to whoever asked, who logs it
            return _answer(False, (type(error).__name__, str(error), traceback.format_exc()))


def _answer(is_success: bool, result: Any) -> UnitAnswer:
    packed = pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL)
    return UnitAnswer(VERSION, is_success, packed, hashlib.sha256(packed).hexdigest())
