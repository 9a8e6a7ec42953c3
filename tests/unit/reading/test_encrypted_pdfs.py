"""Encrypted PDFs open by their passwords, however spelled, and say so when they do not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import letter, pdf, read, texts
from made_locked import ALGORITHMS, locked

from engine.errors import PasswordNeededError, ProtectionUnknownError, WrongPasswordError
from engine.reading.attachments import embedded_invoices
from engine.reading.document import inspect_document
from engine.reading.passwords import spellings


@pytest.fixture(scope="module")
def letter_pdf(tmp_path_factory):
    return pdf(tmp_path_factory.mktemp("letters") / "letter.pdf", letter).read_bytes()


@pytest.fixture
def put(tmp_path):
    def put_it(content):
        path = tmp_path / "locked.pdf"
        path.write_bytes(content)
        return path

    return put_it


def opens(path, password):
    return inspect_document(path, path.name, password=password).pages_total == 1


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_either_password_opens_a_file_and_no_other_does(letter_pdf, put, algorithm):
    path = put(locked(letter_pdf, "sesame", "boss", algorithm=algorithm))
    assert opens(path, "sesame")
    assert opens(path, "boss")
    for missing in (None, ""):
        with pytest.raises(PasswordNeededError):
            opens(path, missing)
    for wrong in ("Sesame", "sesam", "sesame\0", "x" * 10_000, "\ud800", "\udcff"):
        with pytest.raises(WrongPasswordError):
            opens(path, wrong)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_its_words_and_its_einvoice_are_read(letter_pdf, put, algorithm):
    path = put(locked(letter_pdf, "Zürich", algorithm=algorithm, embedded=True))
    (result,) = read(path, password="Zürich")
    assert "Consulting" in texts(result.page)
    assert len(embedded_invoices(path, password="Zürich").invoices) == 1


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("password", [None, "", "of no use", "boss"])
def test_a_file_with_only_an_owner_password_opens_whatever_is_given(
    letter_pdf, put, algorithm, password
):
    path = put(locked(letter_pdf, "", "boss", algorithm=algorithm, embedded=True))
    assert opens(path, password)
    assert len(embedded_invoices(path, password=password).invoices) == 1


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("password", ["Zürich", "пароль", "密码", "naïve – 5 €", "ﬁlet"])
def test_a_password_may_have_any_letters(letter_pdf, put, algorithm, password):
    assert opens(put(locked(letter_pdf, password, algorithm=algorithm)), password)


@pytest.mark.parametrize(
    ("algorithm", "spelled"),
    [
        ("AES-256", "Zürich€".encode()),
        ("RC4-128", "Zürich€".encode("cp1252")),
        ("RC4-128", "Zürich\xa0".encode("latin-1")),
        ("AES-128", unicodedata.normalize("NFD", "Zürich€").encode()),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_it_may_be_typed_and_stored_in_other_forms(letter_pdf, put, algorithm, spelled, form):
    path = put(locked(letter_pdf, spelled, algorithm=algorithm, embedded=True))
    typed = unicodedata.normalize(form, "Zürich€")
    assert opens(path, typed)
    assert len(embedded_invoices(path, password=typed).invoices) == 1


def test_blanks_around_a_pasted_password_do_no_harm(letter_pdf, put):
    assert opens(put(locked(letter_pdf, "sesame")), " sesame\n")
    assert opens(put(locked(letter_pdf, " sesame ")), " sesame ")


def test_a_file_locked_for_a_certificate_says_that_no_password_opens_it(letter_pdf, put):
    content = locked(letter_pdf, "sesame", algorithm="RC4-128")
    path = put(content.replace(b"/Standard", b"/PubSecXY"))
    with pytest.raises(ProtectionUnknownError, match="something other than a password"):
        opens(path, "sesame")


@given(st.text(st.characters(), max_size=20))
def test_any_text_has_spellings_without_a_zero_byte(password):
    found = spellings(password)
    assert found[-1] == b""
    assert len(found) == len(set(found))
    assert not any(b"\0" in secret for secret in found)
