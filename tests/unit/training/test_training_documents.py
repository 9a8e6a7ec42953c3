"""Made documents print what their truth says, and its sums hold."""

import io
import json
import re
import unicodedata
from decimal import Decimal

import pdfplumber
import pypdfium2 as pdfium
import pytest
from stdnum import iban

from tools.training.__main__ import write_documents
from tools.training.families import EXTRA, FAMILIES, make_document, plan
from tools.training.truth import FIELDS


def squashed(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def text_of(content):
    document = pdfium.PdfDocument(content)
    try:
        return [squashed(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def upright_text_of(content, first, last):
    """The text without stamps, whose turned letters get between those of the lines they cross."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        pages = document.pages[first - 1 : last]
        upright = [page.filter(lambda o: o.get("upright", True)) for page in pages]
        return squashed("".join(page.extract_text() for page in upright))


def stands_in(field, value, text):
    """Names may be broken over two lines, and a currency may have a column of its own."""
    apart = field.endswith("_name") or re.match(r"[^\d-]+[ \u00a0]", value)
    parts = value.split() if apart else [value]
    return all(squashed(part) in text for part in parts)


def truths(made):
    return made.as_json("x/y.pdf")["invoices"]


@pytest.mark.parametrize("family", sorted(set(FAMILIES) - {"scanned", "photographed"}))
def test_every_printed_value_stands_on_the_pages_of_its_invoice(training_documents, family):
    for made in training_documents[family]:
        pages = text_of(made.content)
        for truth in made.truths:
            first, last = truth.pages
            text = "".join(pages[first - 1 : last] if first else pages)
            missing = {k: v for k, v in truth.printed.items() if not stands_in(k, v, text)}
            if missing:
                text = upright_text_of(made.content, first, last)
                missing = {k: v for k, v in missing.items() if not stands_in(k, v, text)}
            assert not missing


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_a_family_is_made_again_the_same(training_documents, family):
    again = make_document(5, family, 1)
    assert again.content == training_documents[family][1].content
    assert again.as_json("a") == training_documents[family][1].as_json("a")


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_truth_has_known_fields_and_valid_ibans(training_documents, family):
    known = {*FIELDS, "line_items", "_accept", "derived", "pages", "printed"}
    for made in training_documents[family]:
        assert made.truths
        for said in truths(made):
            assert set(said) <= known
            assert said.get("invoice_number") or made.document_type == "receipt"
            assert said["total_amount"] is not None
            if "iban" in said:
                assert iban.is_valid(said["iban"])


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_subtotal_and_tax_make_the_total_but_for_rounding(training_documents, family):
    for made in training_documents[family]:
        for truth in made.truths:
            values = truth.values
            if "tax_amount" not in values or "subtotal" not in values:
                continue
            bases = [values["subtotal"], *truth.accepted.get("subtotal", [])]
            gaps = [abs(values["total_amount"] - base - values["tax_amount"]) for base in bases]
            assert min(gaps) <= Decimal("0.5")


def test_a_mixture_has_every_quick_family_and_the_wanted_size():
    planned = plan(200)
    assert {family for family, _ in planned} == set(FAMILIES) - EXTRA
    assert len(planned) == 200


def test_documents_of_one_family_differ(training_documents):
    for documents in training_documents.values():
        assert len({made.content for made in documents}) == len(documents)


def test_each_file_has_its_truth_beside_it(tmp_path):
    paths = write_documents(tmp_path, 4, 3, "classic")
    assert len(paths) == 4
    for path in paths:
        said = json.loads(path.with_suffix(".json").read_text("utf-8"))
        assert tmp_path / said["doc"] == path
        assert said["document_type"] == "invoice"
