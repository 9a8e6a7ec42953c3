"""The document center: lists of all uploads, words on many of them at once, the bin, views."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from engine.errors import WrongStateError
from engine.processing import bulk
from engine.processing.bulk import BulkAction, BulkPreview, BulkResult, ChosenUpload
from engine.services.arrivals import Arrivals
from engine.services.corrections import Corrections
from engine.store import DeletedPage, DocumentPage, DocumentQuery, LatestUploads, SavedView
from engine.store.document_center import document_page

_UNDONE = "taken back together with others"


def _nobody(number: int) -> None:
    """Who watches when nobody does."""


class DocumentCenter(Arrivals, Corrections):
    """What can be done with uploads as a list."""

    def documents(self, query: DocumentQuery) -> DocumentPage:
        """One page of the uploads that fit, with counts for every filter; one statement.

        Raises:
            InvalidInputError: no such column to sort by, or no such page.
        """
        return document_page(self.store.analytics, query)

    def latest_uploads(self, count: int) -> LatestUploads:
        """What is being read, then the newest uploads; one statement."""
        found = self.store.latest(count)
        self.store.saw_newest()
        return found

    def deleted_documents(self, *, page: int = 1, per_page: int = 50) -> DeletedPage:
        """One page of the bin, the upload deleted last first."""
        return self.store.deletions.list(page=page, per_page=per_page)

    def preview_action(self, action: BulkAction, upload_ids: Sequence[str]) -> BulkPreview:
        """What ``action`` would do to the uploads; nothing is changed."""
        return bulk.preview(self.store, action, upload_ids)

    def carry_out_action(
        self,
        wanted: BulkPreview,
        *,
        by: str | None = None,
        on_progress: Callable[[int], None] = _nobody,
    ) -> BulkResult:
        """Do to the uploads what was looked at; ``on_progress`` is told how many were tried.

        One that somebody saved or moved on since the preview is left as it is and told.
        """

        def act(one: ChosenUpload) -> None:
            if wanted.action == "confirm":
                self.confirm(one.upload_id, row_version=one.row_version, by=by)
            elif wanted.action == "retry":
                self.retry(one.upload_id, by=by)
            else:
                self.delete(one.upload_id, by=by)

        return bulk.carry_out(wanted.action, wanted.possible, act, on_progress)

    def take_back_action(
        self,
        result: BulkResult,
        *,
        by: str | None = None,
        on_progress: Callable[[int], None] = _nobody,
    ) -> BulkResult:
        """Undo what was carried out, where nobody went on from it."""

        def act(one: ChosenUpload) -> None:
            if result.action == "confirm":
                self.reopen(one.upload_id, _UNDONE, row_version=one.row_version + 1, by=by)
            elif result.action == "retry":
                self._stop_retry(one)
            else:
                self.restore(one.upload_id)

        return bulk.carry_out(result.action, result.done, act, on_progress)

    def saved_views(self, screen: str, *, by: str | None = None) -> tuple[SavedView, ...]:
        """The person's named views of a screen's list."""
        return self.store.views.list(screen, self._name(by))

    def save_view(
        self, screen: str, name: str, state: Mapping[str, Any], *, by: str | None = None
    ) -> None:
        """Keep the state of a screen's list under a name.

        Raises:
            InvalidInputError: the name is empty or too long.
        """
        self.store.views.save(screen, self._name(by), name, state)

    def forget_view(self, view_id: str, *, by: str | None = None) -> None:
        """Let go of a named view.

        Raises:
            NotFoundError: the person has no such view.
        """
        self.store.views.delete(view_id, self._name(by))

    def _stop_retry(self, one: ChosenUpload) -> None:
        """Back to what it was; what was read meanwhile stays."""
        if not self.progress(one.upload_id).is_running:
            status = self.progress(one.upload_id).status
            raise WrongStateError("stop reading", status, ("pending", "processing"))
        self.cancel(one.upload_id)
        self.store.uploads(one.kind).set_status(
            one.upload_id, one.status, expected=("failed",), error_message=one.error_message
        )
