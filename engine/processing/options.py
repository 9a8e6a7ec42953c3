"""How files are read, as the settings of an installation want it."""

from dataclasses import dataclass
from typing import Protocol

from engine.extraction import Context
from engine.extraction.vendor_habit import VendorHabit
from engine.reading.document import Limits, OcrChoice, ReadOptions
from engine.reading.tools import has_rapidocr


class ReadingSettings(Protocol):
    """The settings that reading depends on; their meaning is told where they are declared."""

    @property
    def ocr_engine(self) -> OcrChoice: ...  # noqa: D102

    @property
    def ocr_dpi(self) -> int: ...  # noqa: D102

    @property
    def ocr_languages(self) -> str: ...  # noqa: D102

    @property
    def ocr_timeout_seconds(self) -> float: ...  # noqa: D102

    @property
    def max_pages(self) -> int: ...  # noqa: D102

    @property
    def max_page_pixels(self) -> int: ...  # noqa: D102

    @property
    def max_xml_bytes(self) -> int: ...  # noqa: D102

    @property
    def own_company_names(self) -> tuple[str, ...]: ...  # noqa: D102

    @property
    def own_tax_ids(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How files are read, and who "we" are when a bill's direction is decided.

    ``reads_einvoices`` False ignores XML that is embedded in a PDF.
    """

    read: ReadOptions
    limits: Limits
    own_company_names: tuple[str, ...] = ()
    own_tax_ids: tuple[str, ...] = ()
    reads_einvoices: bool = True

    def context(self, upload_id: str, habits: tuple[VendorHabit, ...] = ()) -> Context:
        """What the extraction of an upload must know beside its pages."""
        return Context(upload_id, self.own_company_names, self.own_tax_ids, habits)


def run_options(settings: ReadingSettings, *, reads_einvoices: bool = True) -> RunOptions:
    """The options that follow from ``settings``.

    Without RapidOCR ``auto`` is tesseract alone; pages read so are not taken for pages that had
    its help, once it is installed.
    """
    engine = settings.ocr_engine
    return RunOptions(
        read=ReadOptions(
            dpi=settings.ocr_dpi,
            languages=settings.ocr_languages,
            timeout_seconds=settings.ocr_timeout_seconds,
            max_page_pixels=settings.max_page_pixels,
            engine="tesseract" if engine == "auto" and not has_rapidocr() else engine,
        ),
        limits=Limits(
            max_pages=settings.max_pages,
            max_page_pixels=settings.max_page_pixels,
            max_xml_bytes=settings.max_xml_bytes,
        ),
        own_company_names=settings.own_company_names,
        own_tax_ids=settings.own_tax_ids,
        reads_einvoices=reads_einvoices,
    )
