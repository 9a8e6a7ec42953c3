"""The sample documents as the engine reads them, each page only once."""

import json
from decimal import Decimal
from functools import cache

import pytest

from engine.extraction import Context, extract_invoices, extract_statement
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
        results = [r for job in plan_jobs(path, facts, ReadOptions()) for r in read_pages(job)]
        assert [r.error_code for r in results] == [None] * facts.pages_total
        return [result.page for result in results]

    def _context(self, name):
        company = self.truth["company"]
        return Context(
            upload_id=name.removesuffix(".pdf"),
            own_company_names=tuple(company["names"]),
            own_tax_ids=tuple(company["tax_ids"]),
        )

    def _invoices(self, name):
        return extract_invoices(self.pages(name), self._context(name))

    def _statement(self, name):
        return extract_statement(self.pages(name), self._context(name))


@pytest.fixture(scope="session")
def samples():
    return Samples()
