"""Pages that cannot be read, and programs that are missing for it."""

from engine.errors.family import MatchbookError


class PageUnreadableError(MatchbookError):
    """One page could not be read; the other pages are kept."""

    code = "page_unreadable"
    http_status = 422
    hint = "Look at the page in the original. Retry, or upload a better scan."

    def __init__(self, page_number: int, cause: str) -> None:
        super().__init__(f"Page {page_number} could not be read: {cause}.")
        self.cause = cause


class ToolMissingError(MatchbookError):
    """A program that Matchbook calls is not installed."""

    code = "tool_missing"
    http_status = 503

    def __init__(self, tool: str, package: str, purpose: str) -> None:
        super().__init__(
            f"“{tool}” of the Debian package {package} is not installed, "
            f"so {purpose} is not possible."
        )
        self.hint = f"Install it (apt-get install {package}), then retry."


class OcrEngineMissingError(MatchbookError):
    """The Python packages of an OCR engine are not installed."""

    code = "ocr_engine_missing"
    http_status = 503

    def __init__(self, engine: str) -> None:
        super().__init__(f"The OCR engine {engine} is not installed, so scans cannot be read.")
        self.hint = (
            "Install what requirements.txt names (make setup), or set "
            "MATCHBOOK_OCR_ENGINE=tesseract; then retry."
        )
