"""What programs and people ask to know whether the installation is well."""

from engine.keeping.last_backup import LastBackup, last_backup
from engine.processing.executor import WorkerExecutor
from engine.processing.health import Health, look
from engine.processing.measurements import Readiness, gauges, readiness
from engine.reading.tools import tool_versions
from engine.services.rooms import Rooms
from engine.watching.meters import exposition


class Watching(Rooms):
    """Health for people, readiness and measurements for programs."""

    def health(self) -> Health:
        """How the installation is."""
        return look(self.store, self.runner, tool_versions(), self.assistant)

    def last_backup(self) -> LastBackup | None:
        """The last backup that was made of this installation; None when there was none."""
        return last_backup(self.database_path.parent)

    def readiness(self) -> Readiness:
        """Whether requests can be served now."""
        return readiness(self.store, self.runner)

    def measurements(self) -> bytes:
        """Counts and times since the start and values as they are now, as Prometheus reads them."""
        return exposition(gauges(self.store, self.runner, self._worker_pids()))

    def _worker_pids(self) -> list[int]:
        return [
            pid
            for executor in self._executors
            if isinstance(executor, WorkerExecutor)
            for pid in executor.pids
        ]
