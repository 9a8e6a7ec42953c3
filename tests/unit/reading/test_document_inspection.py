"""What is refused before any page is read, each for its own reason."""

import pytest
from made_documents import bomb_png, image_file, letter, pdf, raw_pdf, scan
from reportlab.lib.pdfencrypt import StandardEncryption

from engine.errors import (
    DamagedFileError,
    EmptyFileError,
    PageTooLargeError,
    PasswordNeededError,
    TooManyPagesError,
    UnsupportedFileError,
    WrongPasswordError,
)
from engine.reading.document import Limits, inspect_document
from engine.reading.sniff import mime_type_of


def inspect(path, **options):
    return inspect_document(path, "My file.pdf", **options)


def encrypted(path, user="secret", **options):
    return pdf(path, letter, encrypt=StandardEncryption(user, ownerPassword="owner", **options))


def test_a_pdf_tells_its_pages(tmp_path):
    facts = inspect(pdf(tmp_path / "a.pdf", letter, letter, letter))
    assert (facts.mime_type, facts.pages_total, facts.encrypted) == ("application/pdf", 3, False)


@pytest.mark.parametrize(
    ("name", "mime_type"),
    [("a.png", "image/png"), ("a.jpg", "image/jpeg"), ("a.tiff", "image/tiff")],
)
def test_an_image_is_one_page(tmp_path, name, mime_type):
    facts = inspect(image_file(tmp_path / name, scan(size=(300, 400))))
    assert (facts.mime_type, facts.pages_total) == (mime_type, 1)


def test_a_tiff_has_as_many_pages_as_frames(tmp_path):
    frames = [scan(size=(300, 400)) for _ in range(3)]
    path = image_file(tmp_path / "a.tif", frames[0], save_all=True, append_images=frames[1:])
    assert inspect(path).pages_total == 3


def test_the_type_is_told_by_the_bytes_and_not_by_the_name(tmp_path):
    path = image_file(tmp_path / "a.pdf", scan(size=(300, 400)), format="PNG")
    assert inspect(path).mime_type == "image/png"


def test_a_line_before_the_pdf_header_is_accepted():
    assert mime_type_of(b"@PJL SET\r\n%PDF-1.4", "a.pdf") == "application/pdf"


def test_an_empty_file_is_refused(tmp_path):
    path = tmp_path / "a.pdf"
    path.touch()
    with pytest.raises(EmptyFileError, match="My file"):
        inspect(path)


def test_a_pdf_without_pages_is_refused_as_empty(tmp_path):
    path = raw_pdf(
        tmp_path / "a.pdf",
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"],
    )
    with pytest.raises(EmptyFileError):
        inspect(path)


def test_what_was_wrong_with_one_file_is_not_said_of_the_next(tmp_path):
    locked = encrypted(tmp_path / "locked.pdf")
    empty = raw_pdf(
        tmp_path / "empty.pdf",
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"],
    )
    with pytest.raises(PasswordNeededError):
        inspect(locked)
    with pytest.raises(EmptyFileError):
        inspect(empty)


@pytest.mark.parametrize("content", [b"PK\x03\x04rest", b"<html></html>", b"GIF89a", b"\0" * 2000])
def test_other_files_are_refused_as_unsupported(tmp_path, content):
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(UnsupportedFileError):
        inspect(path)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_pdf_that_was_cut_off_is_refused_as_damaged(tmp_path, share):
    whole = pdf(tmp_path / "a.pdf", letter, letter).read_bytes()
    path = tmp_path / "b.pdf"
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(DamagedFileError):
        inspect(path)


def test_a_pdf_whose_last_change_was_cut_off_is_refused_as_damaged(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter)
    with path.open("ab") as file:
        file.write(b"\n90 0 obj\n<< /Type /Page >>\nendobj\n")
    with pytest.raises(DamagedFileError):
        inspect(path)


def test_a_pdf_that_only_lacks_its_last_line_is_accepted(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter)
    path.write_bytes(path.read_bytes().rstrip().removesuffix(b"%%EOF"))
    assert inspect(path).pages_total == 1


def test_bytes_after_the_end_of_a_pdf_do_no_harm(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter)
    with path.open("ab") as file:
        file.write(b"\0" * 5000 + b"<!-- sent by a web server -->")
    assert inspect(path).pages_total == 1


def test_bytes_that_only_begin_like_a_pdf_are_refused_as_damaged(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"nothing of the kind " * 50 + b"%%EOF")
    with pytest.raises(DamagedFileError):
        inspect(path)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tiff"])
def test_an_image_that_was_cut_off_is_refused_as_damaged(tmp_path, name):
    whole = image_file(tmp_path / name, scan()).read_bytes()
    path = tmp_path / f"cut-{name}"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamagedFileError):
        inspect(path)


def test_an_encrypted_pdf_needs_its_password(tmp_path):
    path = encrypted(tmp_path / "a.pdf")
    with pytest.raises(PasswordNeededError):
        inspect(path)
    with pytest.raises(PasswordNeededError):
        inspect(path, password="")
    with pytest.raises(WrongPasswordError):
        inspect(path, password="Secret")
    facts = inspect(path, password="secret")
    assert (facts.pages_total, facts.encrypted) == (1, True)


def test_a_pdf_that_only_forbids_printing_needs_no_password(tmp_path):
    facts = inspect(encrypted(tmp_path / "a.pdf", user="", canPrint=0))
    assert facts.encrypted


def test_too_many_pages_are_refused(tmp_path):
    path = pdf(tmp_path / "a.pdf", *[letter] * 4)
    assert inspect(path, limits=Limits(max_pages=4)).pages_total == 4
    with pytest.raises(TooManyPagesError, match="4 pages; the limit is 3"):
        inspect(path, limits=Limits(max_pages=3))


def test_an_image_with_too_many_pixels_is_refused_before_it_is_decoded(tmp_path):
    with pytest.raises(PageTooLargeError, match="10,000 million pixels"):
        inspect(bomb_png(tmp_path / "a.png", 100_000, 100_000))
    with pytest.raises(PageTooLargeError):
        inspect(image_file(tmp_path / "b.png", scan()), limits=Limits(max_page_pixels=1_000_000))
