"""What a PDF would do is told and never done."""

import zlib

import pytest
from hostile_files import ACTIONS, embedding_pdf, names_loop_pdf, russian_doll_pdf, simple_pdf

from engine.processing.tasks import InspectTask, inspect
from engine.reading.active_content import active_content
from engine.reading.document import Limits


def said_of(path, content, **more):
    path.write_bytes(content)
    return active_content(path, known=set(), **more)


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("JavaScript", "This PDF contains JavaScript. It was not run."),
        ("JavaScript, spelt in codes", "This PDF contains JavaScript. It was not run."),
        ("JavaScript, packed", "This PDF contains JavaScript. It was not run."),
        ("program", "This PDF asks to start a program. It was not started."),
        ("send", "This PDF asks to send what is typed into it. Nothing was sent."),
        ("take in", "This PDF asks to take in data from another file. It was not opened."),
        ("film", "This PDF contains a film or a program that viewers play. It was not played."),
        ("pinned", "This PDF has a file pinned to a page. It was not opened."),
        ("carries", "This PDF carries another file: “evil.exe”. Not opened."),
    ],
)
def test_what_a_pdf_would_do_is_told(tmp_path, what, sentence):
    assert said_of(tmp_path / "a.pdf", ACTIONS[what]) == (sentence,)


@pytest.mark.parametrize(
    "content",
    [
        simple_pdf(),
        simple_pdf(catalog=b"/JavaScripted true /OpenAction [3 0 R /Fit]"),
        simple_pdf(page=b"/Annots [<< /Subtype /Link /A << /S /URI /URI (https://x.test) >> >>]"),
    ],
    ids=["plain", "another name", "a link"],
)
def test_plain_documents_have_no_warning(tmp_path, content):
    assert said_of(tmp_path / "a.pdf", content) == ()


def test_words_about_scripts_are_no_scripts(tmp_path):
    words = simple_pdf(content=b"BT /F1 12 Tf (Our JavaScript course, Launch price) Tj ET")
    assert said_of(tmp_path / "a.pdf", words) == ()


def test_an_embedded_invoice_needs_no_word_and_other_files_do(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(embedding_pdf(b"factur-x.xml", b"<x/>"))
    assert active_content(path, known={"factur-x.xml"}) == ()
    assert "factur-x.xml" in active_content(path, known=set())[0]


def test_a_packed_bomb_is_not_unpacked_for_a_look(tmp_path):
    bomb = b"/Type /ObjStm >>\nstream\n" + zlib.compress(b"\0" * 200_000_000, 9)
    assert said_of(tmp_path / "a.pdf", simple_pdf() + bomb * 20) == ()


@pytest.mark.parametrize("content", [names_loop_pdf(), russian_doll_pdf()], ids=["loop", "dolls"])
def test_trees_of_embedded_files_that_never_end_do(tmp_path, content):
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    found = inspect(InspectTask(str(path), "a.pdf", Limits(), is_kind_asked=True))
    assert found.facts.pages_total == 1
