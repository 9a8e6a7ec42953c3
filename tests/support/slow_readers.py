"""Tasks for workers of a cluster, which have to find them by their module's name."""

import time

from engine.processing.tasks import read


def read_slowly(job):
    """The reading, with time to kill the reader."""
    time.sleep(0.3)
    return read(job)


def hang(job):
    """Nothing, for ten minutes."""
    time.sleep(600)
