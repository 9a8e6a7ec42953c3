"""A cluster that was asked for and cannot be used."""

from engine.errors.family import MatchbookError


class ClusterAwayError(MatchbookError):
    """The cluster's scheduler does not answer."""

    code = "cluster_away"
    http_status = 503
    hint = "Start the scheduler, or take MATCHBOOK_DASK_SCHEDULER away to read pages here."

    def __init__(self, address: str) -> None:
        super().__init__(f"The Dask scheduler {address} does not answer.")


class ClusterVersionError(MatchbookError):
    """A worker of the cluster runs another Matchbook or Python."""

    code = "cluster_version"
    http_status = 503
    hint = "Run the same Matchbook and the same Python on every machine of the cluster."

    def __init__(self, worker: str, found: str, wanted: str) -> None:
        super().__init__(f"The worker {worker} runs {found}; this Matchbook is {wanted}.")
