"""The sample documents as the engine reads them, each page only once."""

import json
from decimal import Decimal
from functools import cache

import pytest

from engine.extraction import Context, extract_invoices, extract_statement
from engine.extraction.einvoice import with_einvoices
from engine.processing.einvoices import XmlSource, einvoice_pages, find_xml
from engine.reading import sniff
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import plan_jobs, read_pages
from tools.samples.__main__ import DEFAULT_DIR


class Samples:
    """What reading and extraction make of each sample file, by its name."""

    def __init__(self):
        text = (DEFAULT_DIR / "truth.json").read_text("utf-8")
        self.truth = json.loads(text, parse_float=Decimal)
        self.pages = cache(self._pages)
        self.invoices = cache(self._invoices)
        self.statement = cache(self._statement)

    def _pages(self, name):
        path = DEFAULT_DIR / name
        facts = inspect_document(path, name, limits=Limits())
        if facts.mime_type == sniff.XML:
            return [typeset.page for typeset in einvoice_pages(path, name)]
        results = [r for job in plan_jobs(path, facts, ReadOptions()) for r in read_pages(job)]
        assert [r.error_code for r in results] == [None] * facts.pages_total
        return [result.page for result in results]

    def _context(self, name):
        company = self.truth["company"]
        return Context(
            upload_id=name.rpartition(".")[0],
            own_company_names=tuple(company["names"]),
            own_tax_ids=tuple(company["tax_ids"]),
        )

    def _invoices(self, name):
        path, pages, context = DEFAULT_DIR / name, self.pages(name), self._context(name)
        mime_type = sniff.mime_type_of(path.read_bytes(), name)
        found = find_xml(XmlSource(str(path), name, mime_type, Limits().max_xml_bytes))
        read = () if found.is_drawn else extract_invoices(pages, context)
        told = with_einvoices(read, pages, found.xmls, context, is_drawn=found.is_drawn)
        assert told.warnings == ()
        return told.invoices

    def _statement(self, name):
        return extract_statement(self.pages(name), self._context(name))


@pytest.fixture(scope="session")
def samples():
    return Samples()
