"""The header of a statement as a form: account, period, balances."""

from msgspec.structs import replace

from engine.errors import InvalidInputError
from engine.presentation import UNKNOWN
from engine.presentation.mends import header_mends
from engine.presentation.statement_fields import (
    STATEMENT_LABELS,
    statement_rows,
    with_statement_field,
)
from engine.records import BankDocument
from engine.services import Value
from pages._parts.field_form import field_form
from pages._parts.field_table import FieldEvent
from pages._parts.review_state import look_at, refuse, save


def header_of(document: BankDocument, *, readonly: bool) -> None:
    """The header fields as a form."""
    field_form(
        statement_rows(document.statement_info),
        key=f"statement_{document.upload_id}",
        upload_id=document.upload_id,
        record=f"{document.upload_id} header",
        readonly=readonly,
        on_event=_on_field,
        mends=header_mends(document),
    )


def _on_field(event: FieldEvent) -> None:
    if event.kind == "seen":
        label = STATEMENT_LABELS.get(event.key, event.key)
        look_at(f"{label}: looked at", Value(event.key))
    elif event.kind == "typed":
        type_into_header(event.key, event.text)


def type_into_header(field: str, text: str) -> None:
    """Set a field of the header to what was typed; what cannot be kept is told in its row."""

    def change(document: BankDocument) -> BankDocument:
        info = with_statement_field(document.statement_info, field, text)
        return replace(document, statement_info=info)

    try:
        save(f"{STATEMENT_LABELS.get(field, field)}: {text or UNKNOWN}", change)
    except InvalidInputError as error:
        refuse(field, text, error)
