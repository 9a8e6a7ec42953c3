"""Without the system's programs, digital files are still read and scans say what to install."""

import pytest
from made_documents import image_file, letter, page_of, pdf, picture_page, read, scan

from engine.errors import ToolMissingError
from engine.reading.pdf_file import open_page, open_pdf
from engine.reading.raster import draw_for_ocr
from engine.reading.tesseract import USUAL, words_in
from engine.reading.tools import tool_versions


@pytest.fixture
def no_tools(monkeypatch, tmp_path):
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))


@pytest.mark.ocr
def test_installed_tools_tell_their_versions():
    versions = tool_versions()
    assert versions.keys() == {"tesseract", "pdftoppm", "rapidocr"}
    assert all(version and version[0].isdigit() for version in versions.values())


@pytest.mark.usefixtures("no_tools")
def test_missing_tools_have_no_version():
    versions = tool_versions()
    assert (versions["tesseract"], versions["pdftoppm"]) == (None, None)


@pytest.mark.usefixtures("no_tools")
def test_digital_and_blank_pages_need_no_tools(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter, lambda canvas: None)
    assert [result.page.source for result in read(path)] == ["text", "text"]
    assert page_of(path).words


@pytest.mark.usefixtures("no_tools")
@pytest.mark.parametrize("kind", ["pdf", "png"])
def test_a_scan_says_which_tool_is_missing(tmp_path, kind):
    if kind == "pdf":
        path = pdf(tmp_path / "a.pdf", letter, picture_page(scan(), visible="Copy"))
    else:
        path = image_file(tmp_path / "a.png", scan())
    result = read(path)[-1]
    assert (result.page, result.error_code) == (None, "tool_missing")
    assert ("pdfinfo" if kind == "pdf" else "tesseract") in result.error_message
    package = "poppler-utils" if kind == "pdf" else "tesseract-ocr"
    assert f"the Debian package {package}" in result.error_message


@pytest.mark.usefixtures("no_tools")
def test_the_error_names_the_debian_package(tmp_path):
    file = image_file(tmp_path / "a.png", scan())
    with pytest.raises(ToolMissingError) as missing:
        words_in(file, (1240, 1754), dpi=150, languages="eng", mode=USUAL, seconds=5)
    assert "apt-get install tesseract-ocr" in missing.value.hint
    path = pdf(tmp_path / "a.pdf", picture_page(scan(), visible="Copy"))
    with (
        pytest.raises(ToolMissingError) as missing,
        open_pdf(path, path.name, None) as document,
    ):
        draw_for_ocr(path, 1, open_page(document, 1), dpi=72, encrypted=False, seconds=5)
    assert "apt-get install poppler-utils" in missing.value.hint
