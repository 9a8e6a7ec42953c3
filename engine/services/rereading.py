"""Reading files anew with today's engine beside their rows, to compare before accepting."""

from collections.abc import Iterable, Sequence

from engine.processing.newer_readings.desk import AcceptPreview, AcceptResult
from engine.processing.newer_readings.overview import OlderFile, last_accepted, older_files
from engine.processing.newer_readings.side_by_side import Comparison
from engine.processing.reading_version import reading_version
from engine.services.rooms import Rooms
from engine.store import ReadingLine


class Rereading(Rooms):
    """What can be done with newer readings; none of it changes a row but accepting does."""

    def reading_version(self) -> str:
        """Which engine reads here now."""
        return reading_version()

    def older_files(self) -> tuple[OlderFile, ...]:
        """The files that another engine than today's read, with their newer readings."""
        return older_files(self.store)

    def ask_for_readings(
        self, upload_ids: Sequence[str], password: str | None = None, *, by: str | None = None
    ) -> tuple[str, ...]:
        """Have files read anew in the background; those that did not wait already.

        Raises:
            NotFoundError: there is no such upload.
            WrongStateError: one of them was not read, or is rejected.
        """
        asked = self._reading_desk.ask(upload_ids, by=self._name(by))
        for upload_id in asked:
            self._newer_reader.read(upload_id, password)
        return asked

    def wait_for_readings(self, timeout_seconds: float) -> bool:
        """Whether no newer reading is waited for, now or before ``timeout_seconds`` went by."""
        return self._newer_reader.wait(timeout_seconds)

    def newer_reading(self, upload_id: str) -> ReadingLine | None:
        """How far the newer reading of an upload is; None where there is none."""
        return self.store.newer_readings.find(upload_id)

    def compare_reading(self, upload_id: str) -> Comparison:
        """What an upload's row says beside its newer reading.

        Raises:
            NotFoundError: there is no such upload, or no newer reading of it.
        """
        return self._reading_desk.compare(upload_id)

    def preview_readings(
        self, upload_ids: Iterable[str] | None = None, *, only_better: bool = True
    ) -> AcceptPreview:
        """What accepting newer readings would do, of all that are ready unless some are named."""
        return self._reading_desk.preview(upload_ids, only_better=only_better)

    def accept_readings(self, wanted: AcceptPreview, *, by: str | None = None) -> AcceptResult:
        """Make the readings that were looked at what their rows say, in one step."""
        with self._word():
            return self._reading_desk.accept(wanted, by=self._name(by))

    def last_accepted_readings(self) -> tuple[ReadingLine, ...]:
        """What the newest step accepted that was not taken back."""
        return last_accepted(self.store)

    def take_back_readings(self, batch_id: str, *, by: str | None = None) -> AcceptResult:
        """Make the rows of one step what they were before it, where nobody went on from it.

        Raises:
            InvalidInputError: there is no such step, or it was taken back.
        """
        with self._word():
            return self._reading_desk.take_back(batch_id, by=self._name(by))

    def set_aside_readings(self, upload_ids: Iterable[str]) -> None:
        """Say that newer readings are not wanted; the rows stay as they are.

        Raises:
            NotFoundError: there is no such reading.
        """
        self._reading_desk.set_aside(upload_ids)
