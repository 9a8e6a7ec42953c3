"""Tables of many banks are read without a word about any of them."""

import pytest
from bank_exports import EXPORTS
from more_bank_exports import MORE_EXPORTS

from engine.extraction.bank_files import read_bank_file, statement_of
from engine.reading.sniff import mime_type_of


def statement(content, name="export.csv", plans=()):
    mime_type = mime_type_of(content[:8192], name)
    return statement_of(read_bank_file(content, mime_type, name, plans), "u", name)


@pytest.mark.parametrize("export", EXPORTS + MORE_EXPORTS, ids=lambda export: export.name)
def test_every_export_gives_its_movements(export):
    found = statement(export.content)
    told = [(str(line.date), line.amount, line.description) for line in found.transactions]
    assert [(day, amount) for day, amount, _ in told] == [
        (day, amount) for day, amount, _ in export.movements
    ]
    for (_, _, description), (_, _, word) in zip(told, export.movements, strict=True):
        assert word in description
    for name, value in export.facts.items():
        stated = getattr(found.info, name)
        assert (str(stated) if isinstance(value, str) else stated) == value, name
