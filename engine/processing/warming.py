"""What the workers are forked from loads what their tasks will need."""

from importlib import import_module
from typing import Final, Literal

Kind = Literal["auto", "invoice", "bank"]

_READING: Final = (
    "engine.processing.extraction_task",
    "engine.processing.tasks",
    "engine.reading.attachments",
    "engine.reading.page_images",
    "engine.reading.pdf_file",
    "engine.reading.quality",
    "engine.reading.text_layer",
)
_EXTRACTION: Final[dict[Kind, str]] = {
    "auto": "engine.extraction.kind",
    "invoice": "engine.extraction.invoices.extract",
    "bank": "engine.extraction.statements",
}


def load(kinds: tuple[Kind, ...]) -> None:
    """Load what reading takes, and the extraction of ``kinds``."""
    for name in (*_READING, *(_EXTRACTION[kind] for kind in kinds)):
        import_module(name)
