"""What people or programs ask for and cannot have as things stand."""

import datetime as dt

from engine.errors.family import MatchbookError


class DuplicateUploadError(MatchbookError):
    """The same bytes were uploaded before; ``upload_id`` is where, maybe in the bin."""

    code = "duplicate_upload"
    http_status = 409
    hint = "Open the earlier upload instead."

    def __init__(
        self,
        file_name: str,
        upload_id: str,
        earlier_name: str,
        earlier_day: str,
        deleted_day: str | None = None,
    ) -> None:
        deleted = f", and deleted on {deleted_day}" if deleted_day else ""
        super().__init__(
            f"“{file_name}” was already uploaded on {earlier_day} as “{earlier_name}”{deleted}."
        )
        self.upload_id = upload_id
        self.is_deleted = deleted_day is not None
        if self.is_deleted:
            self.hint = "Restore the earlier upload instead."


class StaleVersionError(MatchbookError):
    """Somebody else saved this row after it was read."""

    code = "stale_version"
    http_status = 412
    hint = "Load the row again, look at what changed, and save once more."

    def __init__(self, what: str, expected: int, found: int) -> None:
        super().__init__(
            f"{what} was saved by somebody else meanwhile (you have version {expected}, "
            f"it is now {found})."
        )


class UploadInUseError(MatchbookError):
    """An upload that reconciliations draw on cannot be deleted or become another kind."""

    code = "upload_in_use"
    http_status = 409
    hint = "It is part of the record of those reconciliations and has to stay."

    def __init__(self, file_name: str, runs: int) -> None:
        which = "a reconciliation uses it" if runs == 1 else f"{runs} reconciliations use it"
        super().__init__(f"“{file_name}” cannot be removed or changed in kind: {which}.")


class AttachmentInUseError(MatchbookError):
    """A paper that belongs to a record, or has a newer version, is not deleted."""

    code = "attachment_in_use"
    http_status = 409

    def __init__(self, file_name: str, cause: str, hint: str) -> None:
        super().__init__(f"“{file_name}” cannot be deleted: {cause}.")
        self.hint = hint


class AttachedAlreadyError(MatchbookError):
    """The same bytes are attached to the same record; ``document_id`` is where."""

    code = "attached_already"
    http_status = 409
    hint = "Open that one instead, or attach the file to another record."

    def __init__(self, file_name: str, document_id: str, earlier_name: str) -> None:
        super().__init__(f"“{file_name}” is attached there already, as “{earlier_name}”.")
        self.document_id = document_id


class ReplacedError(MatchbookError):
    """A paper has a newer version, so this one is kept as it is; ``document_id`` is the newer."""

    code = "attachment_replaced"
    http_status = 409
    hint = "Change the newest version instead."

    def __init__(self, file_name: str, document_id: str) -> None:
        super().__init__(f"“{file_name}” was replaced by a newer version.")
        self.document_id = document_id


class AlreadyConfirmedError(MatchbookError):
    """Confirmed matches leave too little of a record: no money pays, and none is paid, twice."""

    code = "already_confirmed"
    http_status = 409
    hint = "Reopen or reject the other match first."

    def __init__(self, transactions: int, run_day: str, invoices: int = 0) -> None:
        what, count = ("transaction", transactions) if transactions else ("invoice", invoices)
        which = f"{'An' if what == 'invoice' else 'A'} {what} of this match is"
        if count > 1:
            which = f"{what.capitalize()}s of this match are"
        super().__init__(f"{which} in another match already, confirmed in the run of {run_day}.")


class PeriodClosedError(MatchbookError):
    """What would change lies in a period that is closed."""

    code = "period_closed"
    http_status = 409
    hint = "Reopen the period first, and say why; close it again afterwards."

    def __init__(self, what: str, closed_up_to: dt.date, account_number: str | None) -> None:
        whose = f"account {account_number}" if account_number else "all accounts"
        day = f"{closed_up_to.day} {closed_up_to:%B %Y}"
        super().__init__(f"{what} lies in a closed period: {whose} up to {day}.")


class QueueFullError(MatchbookError):
    """So many uploads wait that no more are taken for now; ``retry_after`` is in seconds."""

    code = "queue_full"
    http_status = 503
    hint = "Send the file again in a few minutes, or raise MATCHBOOK_MAX_WAITING_UPLOADS."

    def __init__(self, most: int, retry_after: int) -> None:
        super().__init__(f"{most:,} uploads wait to be read, and no more are taken for now.")
        self.retry_after = retry_after


class WrongStateError(MatchbookError):
    """The status of the upload does not allow the action."""

    code = "wrong_state"
    http_status = 400

    def __init__(self, action: str, status: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"Cannot {action} an upload that is {status}.")
        self.hint = f"This is possible when it is {' or '.join(allowed)}." if allowed else ""


class NothingToConfirmError(MatchbookError):
    """No invoice was read from the file, so there is nothing that could be right."""

    code = "nothing_to_confirm"
    http_status = 400
    hint = "Add the invoice by hand, read the file again, or reject it."

    def __init__(self, file_name: str) -> None:
        super().__init__(f"There is no invoice in “{file_name}” to confirm.")


class UnansweredError(MatchbookError):
    """Somebody sent the document back and waits for an answer, so it is not confirmed."""

    code = "unanswered"
    http_status = 409
    hint = "Answer it first; then it can be confirmed."

    def __init__(self, file_name: str, asked_by: str) -> None:
        super().__init__(f"{asked_by} sent “{file_name}” back and has no answer yet.")


class NothingAskedError(MatchbookError):
    """Nobody sent the document back, so there is nothing to answer."""

    code = "nothing_asked"
    http_status = 409

    def __init__(self, file_name: str) -> None:
        super().__init__(f"Nobody sent “{file_name}” back.")


class InvalidInputError(MatchbookError):
    """A value that a person or a program gave cannot be used."""

    code = "invalid_input"
    http_status = 400

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class InvalidSettingError(MatchbookError):
    """A setting has a value that it cannot have."""

    code = "invalid_setting"
    hint = "Correct it in the environment or in the file .env; docs/settings.md lists them all."

    def __init__(self, variable: str, value: str, cause: str) -> None:
        super().__init__(f"{variable} cannot be “{value}”: {cause}.")


class NothingToReconcileError(MatchbookError):
    """The chosen uploads hold no invoice, or no transaction, that can be matched."""

    code = "nothing_to_reconcile"
    http_status = 422
    hint = "Choose at least one read invoice file and one read statement."

    def __init__(self, invoices: int, transactions: int, settled: int = 0) -> None:
        rest = f" All others, {settled}, are settled by confirmed matches." if settled else ""
        super().__init__(
            f"There is nothing to match: {invoices} invoices and {transactions} transactions.{rest}"
        )


class RuleInvalidError(MatchbookError):
    """A rule of the user's own that cannot do what it says."""

    code = "rule_invalid"
    http_status = 422

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class RuleNameTakenError(MatchbookError):
    """Another rule has the name: what a rule did is told by its name."""

    code = "rule_name_taken"
    http_status = 409
    hint = "Give this rule another name, or change that one."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is a rule “{name}” already.")


class QueryRefusedError(MatchbookError):
    """A person's own SQL is not one SELECT."""

    code = "query_refused"
    http_status = 400
    hint = "Write one SELECT over the views that are listed."


class QueryFailedError(MatchbookError):
    """A person's own SQL that cannot be answered; the message is DuckDB's."""

    code = "query_failed"
    http_status = 400
    hint = "Compare names and types with the views that are listed."


class QueryTooSlowError(MatchbookError):
    """A person's own SQL took longer than it may."""

    code = "query_too_slow"
    http_status = 400
    hint = "Ask for fewer rows first, or group before joining."

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The query was stopped after {seconds:g} seconds.")


class QueryTooLargeError(MatchbookError):
    """A person's own SQL needs more memory than it may have."""

    code = "query_too_large"
    http_status = 400
    hint = "Ask for fewer rows or columns, or group before joining."

    def __init__(self) -> None:
        super().__init__("The query needs more memory than queries may have.")


class IdempotencyKeyReusedError(MatchbookError):
    """A program sent something else with a key that it had used before."""

    code = "idempotency_key_reused"
    http_status = 422
    hint = "Use a new key for every new request."

    def __init__(self, key: str) -> None:
        super().__init__(f"The idempotency key “{key}” belongs to another request.")


class VersionNeededError(MatchbookError):
    """A change came without saying which version of the row it changes."""

    code = "version_needed"
    http_status = 428
    hint = "Send the ETag of the row that you read as If-Match."

    def __init__(self) -> None:
        super().__init__("The request does not say which version of the row it changes.")
