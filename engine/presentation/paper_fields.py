"""The fields of an attached paper: as rows for a person, and back from what was typed."""

from collections.abc import Mapping
from typing import Any, Final

from engine.presentation.fields import FieldRow, Spec, row_of, typed_value
from engine.presentation.text import day, money
from engine.records import AttachmentDocument, PaperFields

_SPECS: Final = (
    Spec(key="number", label="Number"),
    Spec(key="date", label="Date", kind="date"),
    Spec(key="party", label="Company"),
    Spec(key="total", label="Total", kind="amount"),
    Spec(key="currency", label="Currency", kind="currency"),
)
PAPER_LABELS: Final[Mapping[str, str]] = {spec.key: spec.label for spec in _SPECS}


def paper_rows(document: AttachmentDocument) -> tuple[FieldRow, ...]:
    """Every field of a paper, in the order in which people read one."""
    fields = document.fields
    return tuple(
        row_of(
            spec,
            getattr(fields, spec.key),
            fields.currency,
            document.provenance.get(spec.key),
            (),
        )
        for spec in _SPECS
    )


def typed_fields(texts: Mapping[str, str]) -> PaperFields:
    """The fields that a person typed; an empty text means unknown.

    Raises:
        InvalidInputError: a text is no value of its field.
    """
    values: dict[str, Any] = {}
    for spec in sorted(_SPECS, key=lambda one: one.kind == "amount"):
        currency: str | None = values.get("currency")
        values[spec.key] = typed_value(spec, texts.get(spec.key, ""), currency)
    return PaperFields(**values)


def paper_line(fields: PaperFields) -> str:
    """A paper in one line: number, company, day and total, as far as they are known."""
    parts = [fields.number, fields.party]
    if fields.date is not None:
        parts.append(day(fields.date))
    if fields.total is not None:
        parts.append(money(fields.total, fields.currency))
    return " · ".join(part for part in parts if part)
