"""Several people at one desk: who looks at what, and what they say to each other about it."""

from collections.abc import Mapping, Sequence

from engine.processing import assignments
from engine.processing.automatic import AUTOMATIC
from engine.services.rooms import Rooms


class Teamwork(Rooms):
    """What people hand to each other."""

    def me(self) -> str | None:
        """Who acts, where people sign in; None where there is only the one local person."""
        return self._me()

    def people(self) -> tuple[str, ...]:
        """Everybody known by name: those whom the roles name, and those who did something here."""
        known = {*self._membership.names(), *self.store.people.names()}
        if (me := self.me()) is not None:
            # Who signed in is named by that, not by the installation's own name.
            known = {*known, me} - {self.settings.user_name}
        return tuple(sorted(known - {"", AUTOMATIC}, key=lambda name: (name.casefold(), name)))

    def assignee(self, upload_id: str) -> str | None:
        """Whom an upload is assigned to; None when to nobody."""
        return assignments.assignee(self.store, upload_id)

    def assign(
        self, upload_ids: Sequence[str], to: str | None, *, by: str | None = None
    ) -> dict[str, str | None]:
        """Give uploads to a person, None to nobody; whom those that changed hands had before.

        Raises:
            InvalidInputError: the name cannot be one.
            NotFoundError: there is no such upload.
        """
        return assignments.assign(self.store, upload_ids, to, by=self._name(by))

    def take_back_assignment(
        self, before: Mapping[str, str | None], *, by: str | None = None
    ) -> None:
        """Undo what ``assign`` answered with."""
        assignments.put_back(self.store, before, by=self._name(by))

    def whose(self, upload_id: str) -> str:
        """Who confirmed an upload last, or else uploaded it."""
        return self._remarks.whose(upload_id)

    def send_back(
        self,
        upload_id: str,
        comment: str,
        *,
        to: str | None = None,
        row_version: int | None = None,
        by: str | None = None,
    ) -> int:
        """Send an upload back with a comment, to ``whose`` it is unless told; the new row version.

        Raises:
            InvalidInputError: there is no comment, or the name cannot be one.
            WrongStateError: it was not read, or was rejected.
            StaleVersionError: somebody saved since ``row_version`` was read.
        """
        with self._word():
            return self._remarks.send_back(
                upload_id, comment, to=to, by=self._name(by), row_version=row_version
            )

    def answer(
        self,
        upload_id: str,
        comment: str,
        *,
        row_version: int | None = None,
        by: str | None = None,
    ) -> int:
        """Answer whoever sent an upload back; the new row version.

        Raises:
            InvalidInputError: there is no comment.
            NothingAskedError: it was not sent back.
            StaleVersionError: somebody saved since ``row_version`` was read.
        """
        return self._remarks.answer(upload_id, comment, by=self._name(by), row_version=row_version)
