"""What a worker does to understand the pages of one attached paper; plain records in and out."""

from dataclasses import dataclass

import msgspec

from engine.extraction import Context
from engine.processing.page_codec import unpack
from engine.processing.page_text import text_of_page
from engine.records import PaperFields, Provenance
from engine.records.uploads import DocumentType

_encoder = msgspec.json.Encoder(decimal_format="number")


@dataclass(frozen=True, slots=True)
class PaperTask:
    """Pages (packed, by number) of a paper of one type."""

    doc_type: DocumentType
    pages: dict[int, bytes]
    context: Context


class PaperRead(msgspec.Struct, frozen=True):
    """The shared fields of a paper, where they stand, and the text of each page."""

    fields: PaperFields
    provenance: dict[str, Provenance]
    words: dict[int, str]


def understand_paper(task: PaperTask) -> bytes:
    """The JSON of ``PaperRead``."""
    from engine.extraction.papers.paper import read_paper

    pages = {number: unpack(content) for number, content in task.pages.items()}
    paper = read_paper(list(pages.values()), task.doc_type, task.context)
    words = {number: text_of_page(page) for number, page in pages.items()}
    return _encoder.encode(PaperRead(paper.fields, paper.provenance, words))


def paper_from_json(content: bytes) -> PaperRead:
    """What ``understand_paper`` wrote."""
    return msgspec.json.decode(content, type=PaperRead)
