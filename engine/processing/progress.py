"""How far the reading of an upload is, as a screen or an API client is told."""

from dataclasses import dataclass

from engine.records.uploads import UploadStatus

_MEANINGS: dict[UploadStatus, str] = {
    "pending": "Waiting for its turn",
    "processing": "Reading",
    "completed": "Read",
    "partial": "Read, except for some pages",
    "failed": "Could not be read",
    "confirmed": "Confirmed",
    "rejected": "Rejected",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """One look at one upload.

    ``pages_per_second`` are read at present; None as ``seconds_left`` is.
    ``seconds_left`` is None when it is not known yet, or nothing is being read; ``message`` is
    for people and gives the reason when reading failed.
    """

    status: UploadStatus
    pages_done: int
    pages_total: int
    seconds_left: float | None
    message: str
    pages_per_second: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether more is to come without anybody's doing."""
        return self.status in ("pending", "processing")


def resting_progress(
    status: UploadStatus, pages_total: int | None, error_message: str | None
) -> Progress:
    """Progress of a row that no run is busy with."""
    pages = pages_total or 0
    pages_done = 0 if status in ("pending", "processing", "failed") else pages
    return Progress(status, pages_done, pages, None, error_message or _MEANINGS[status])


def running_progress(pages_done: int, pages_total: int, pages_now: int, seconds: float) -> Progress:
    """Progress in the middle of a run.

    ``pages_now`` of the ``pages_done`` were read in the last ``seconds``; the rest came from the
    page cache, and says nothing about the speed.
    """
    if not pages_total:
        return Progress("processing", 0, 0, None, _MEANINGS["pending"])
    left = rate = None
    if pages_now and seconds > 0:
        rate = pages_now / seconds
        left = (pages_total - pages_done) / rate
    if pages_done >= pages_total:
        return Progress("processing", pages_done, pages_total, left, "Finding the values", rate)
    message = f"Reading page {pages_done + 1} of {pages_total}"
    return Progress("processing", pages_done, pages_total, left, message, rate)
