"""What one unit of the cluster takes and answers, done in this process."""

import hashlib
import pickle
from dataclasses import dataclass, replace
from pathlib import Path

from engine.processing.cluster.spool import Spool
from engine.processing.cluster.unit import VERSION, Unit, do_unit

CONTENT = b"seven bytes and more"
HASH = hashlib.sha256(CONTENT).hexdigest()


@dataclass(frozen=True)
class Task:
    """A task about a file."""

    path: str
    word: str


def bytes_and_word(task):
    """The file's bytes as they are where the task is done."""
    return Path(task.path).read_bytes(), task.word


def refuse(task):
    raise ValueError(f"no {task.word}")


def test_a_unit_brings_its_file_along():
    answer = do_unit(Unit(bytes_and_word, Task("/nowhere", "there"), HASH), CONTENT)
    assert answer.is_success
    assert answer.version == VERSION
    assert hashlib.sha256(answer.packed).hexdigest() == answer.packed_hash
    assert pickle.loads(answer.packed) == (CONTENT, "there")


def test_what_a_task_raises_is_told_with_its_trace():
    answer = do_unit(Unit(refuse, Task("/nowhere", "luck"), HASH), CONTENT)
    kind, message, trace = pickle.loads(answer.packed)
    assert (answer.is_success, kind, message) == (False, "ValueError", "no luck")
    assert "in refuse" in trace


def test_a_unit_of_another_version_is_not_done():
    unit = replace(Unit(refuse, Task("/nowhere", ""), HASH), version="0.0.0/0/3.11")
    answer = do_unit(unit, CONTENT)
    assert (answer.is_success, answer.version, answer.packed) == (False, VERSION, b"")


def test_bytes_that_were_changed_on_their_way_are_not_read():
    other = hashlib.sha256(b"what was sent").hexdigest()
    answer = do_unit(Unit(bytes_and_word, Task("/nowhere", ""), other), b"what came")
    assert not answer.is_success
    assert pickle.loads(answer.packed)[0] == "FileChangedError"


def test_a_file_is_spooled_once_and_goes_when_others_came():
    spool = Spool(most_files=2)
    first = spool.file_of(HASH, CONTENT)
    assert spool.file_of(HASH, b"not looked at again") is first
    path = first.path
    assert path.stat().st_mode & 0o077 == 0
    for other in (b"a", b"b"):
        spool.file_of(hashlib.sha256(other).hexdigest(), other)
    assert path.exists()
    del first
    assert not path.exists()
