"""A cluster for each test."""

import pytest
from dask_cluster import Cluster


@pytest.fixture
def cluster(tmp_path):
    """A scheduler without workers."""
    made = Cluster(tmp_path)
    yield made
    made.stop()
