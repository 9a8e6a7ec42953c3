"""A worker's job: pages in, pages or reasons out."""

import pickle

import pytest
from made_documents import LETTER, letter, page_pdf, pdf, picture_page, read, scan, text_at, texts
from reportlab.lib.pdfencrypt import StandardEncryption

from engine.reading import lines_of
from engine.reading.document import DocumentFacts, ReadOptions, inspect_document
from engine.reading.reader import (
    ENGINE_VERSION,
    PageJob,
    PageResult,
    iterate_pages,
    plan_jobs,
    read_pages,
)


def facts_of(path):
    return inspect_document(path, path.name)


def damage_page(path, number):
    """Let the page tree point to an object that is not there, in place of one page."""
    content = path.read_bytes()
    start = content.index(b"/Kids [") + len(b"/Kids [")
    kids = content[start : content.index(b"]", start)]
    references = kids.split(b" R")[:-1]
    broken = references[number - 1].strip().replace(b" 0", b"")
    references[number - 1] = references[number - 1].replace(broken, b"9" * len(broken))
    path.write_bytes(content.replace(kids, b" R".join([*references, kids.split(b" R")[-1]])))
    return path


def test_all_pages_are_read_in_order(tmp_path):
    pages = [text_at((72, 700, f"This is page number {n} of a longer letter")) for n in range(1, 6)]
    path = pdf(tmp_path / "a.pdf", *pages)
    jobs = plan_jobs(path, facts_of(path), ReadOptions(), chunk=2)
    assert [job.page_numbers for job in jobs] == [(1, 2), (3, 4), (5,)]
    results = [result for job in jobs for result in read_pages(job)]
    assert [result.page_number for result in results] == [1, 2, 3, 4, 5]
    assert [texts(result.page)[4] for result in results] == ["1", "2", "3", "4", "5"]
    assert all(result.seconds > 0 for result in results)


def test_only_the_pages_asked_for_are_planned(tmp_path):
    jobs = plan_jobs(
        tmp_path, DocumentFacts("application/pdf", 9, False), ReadOptions(), None, [3, 8]
    )
    assert [job.page_numbers for job in jobs] == [(3, 8)]


@pytest.mark.parametrize(("pages", "largest"), [(1, 1), (3, 3), (9, 4), (64, 8), (1000, 16)])
def test_few_pages_make_small_jobs(tmp_path, pages, largest):
    jobs = plan_jobs(tmp_path, DocumentFacts("application/pdf", pages, False), ReadOptions())
    assert max(len(job.page_numbers) for job in jobs) == largest
    assert [n for job in jobs for n in job.page_numbers] == list(range(1, pages + 1))


def test_no_pages_asked_for_means_no_jobs(tmp_path):
    facts = DocumentFacts("application/pdf", 9, False)
    assert plan_jobs(tmp_path, facts, ReadOptions(), None, []) == []


def test_each_page_of_an_image_file_is_a_job_of_its_own(tmp_path):
    jobs = plan_jobs(tmp_path, DocumentFacts("image/tiff", 3, False), ReadOptions())
    assert [job.page_numbers for job in jobs] == [(1,), (2,), (3,)]


def test_jobs_and_results_can_be_pickled(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter)
    (job,) = plan_jobs(path, facts_of(path), ReadOptions())
    (result,) = read_pages(pickle.loads(pickle.dumps(job)))
    assert pickle.loads(pickle.dumps(result)) == result
    assert [line.text for line in lines_of(result.page)] == list(LETTER)


def test_a_damaged_page_does_not_spoil_the_others(tmp_path):
    path = damage_page(pdf(tmp_path / "a.pdf", letter, letter, letter), 2)
    first, second, third = read(path)
    assert first.page
    assert third.page
    assert (second.page, second.error_code) == (None, "page_unreadable")
    assert second.error_message.startswith("Page 2 could not be read")


def test_a_page_whose_content_cannot_be_unpacked_is_an_error_and_not_a_blank_page(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter, lambda canvas: None, letter, pageCompression=1)
    content = path.read_bytes()
    start = content.index(b"stream") + 10
    path.write_bytes(content[:start] + b"z" * 20 + content[start + 20 :])
    first, second, third = read(path)
    assert first.error_code == "page_unreadable"
    assert second.page.words == ()
    assert third.page.words


def test_a_page_that_is_not_there_is_an_error_of_its_own(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter)
    job = PageJob(str(path), "application/pdf", (1, 2), None, ReadOptions())
    first, second = read_pages(job)
    assert first.page
    assert second.error_code == "page_unreadable"


def test_an_encrypted_pdf_is_read_with_its_password(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter, encrypt=StandardEncryption("secret"))
    (result,) = read(path, password="secret")
    assert [line.text for line in lines_of(result.page)] == list(LETTER)


def test_a_job_that_is_logged_does_not_show_its_password():
    assert "sesame" not in repr(PageJob("a.pdf", "application/pdf", (1,), "sesame", ReadOptions()))


@pytest.mark.parametrize(("password", "code"), [(None, "password_needed"), ("x", "password_wrong")])
def test_without_the_password_every_page_says_why(tmp_path, password, code):
    path = pdf(tmp_path / "a.pdf", letter, letter, encrypt=StandardEncryption("secret"))
    results = read_pages(PageJob(str(path), "application/pdf", (1, 2), password, ReadOptions()))
    assert [(result.page_number, result.page, result.error_code) for result in results] == [
        (1, None, code),
        (2, None, code),
    ]


def test_a_file_that_is_gone_makes_every_page_unreadable(tmp_path):
    job = PageJob(str(tmp_path / "gone.pdf"), "application/pdf", (1, 2), None, ReadOptions())
    assert [result.error_code for result in read_pages(job)] == ["page_unreadable"] * 2
    job = PageJob(str(tmp_path / "gone.png"), "image/png", (1,), None, ReadOptions())
    assert [result.error_code for result in read_pages(job)] == ["page_unreadable"]


def test_a_huge_page_that_needs_ocr_is_refused(tmp_path):
    def outlines(canvas):
        for x in range(60):
            canvas.circle(5 * x, 700, 2)

    (result,) = read(pdf(tmp_path / "a.pdf", outlines, size=(14400, 14400)))
    assert result.error_code == "page_too_large"


def test_a_huge_page_with_text_is_read(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter, size=(14400, 14400))
    assert read(path)[0].page.source == "text"


def test_reading_gives_up_when_the_time_is_over(tmp_path):
    path = pdf(tmp_path / "a.pdf", picture_page(scan()))
    (result,) = read(path, timeout_seconds=0.05)
    assert result.error_code == "page_unreadable"
    assert "too long" in result.error_message


def test_a_broken_content_stream_does_not_raise(tmp_path):
    path = page_pdf(tmp_path / "a.pdf", b"BT /F1 10 Tf 50 700 Td (open string")
    (result,) = read(path)
    assert isinstance(result, PageResult)


def test_the_engine_has_a_version():
    assert ENGINE_VERSION


def test_pages_that_must_be_recognised_can_be_left_to_others(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter, picture_page(scan()), letter)
    (job,) = plan_jobs(path, facts_of(path), ReadOptions())
    left = iterate_pages(job, leaves_scans=True)
    assert [result.page_number for result in left] == [1, 3]
