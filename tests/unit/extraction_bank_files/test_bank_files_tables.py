"""Tables of many banks are read without a word about any of them."""

import pytest
from bank_exports import EXPORTS, named

from engine.extraction.bank_files import read_bank_file, statement_of
from engine.reading.sniff import mime_type_of


def statement(content, name="export.csv", plans=()):
    mime_type = mime_type_of(content[:8192], name)
    return statement_of(read_bank_file(content, mime_type, name, plans), "u", name)


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
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


def test_a_gap_is_shown_with_its_rows_and_page():
    lines = ["Date;Text;Amount;Balance"]
    lines += [f"{day:02d}.12.2025;Shop;-1,00;{100 - day},00" for day in range(1, 31)]
    lines[20] = lines[20].replace("-1,00", "-2,00")
    info = statement("\n".join(lines).encode()).info
    assert info.proof.status == "gaps"
    (gap,) = info.proof.gaps
    assert (gap.page, gap.after_transaction, gap.transaction) == (1, "u-19", "u-20")
    assert (gap.expected, gap.printed) == (79, 80)
    assert "at row 20 on page 1" in info.checks[0]


def test_rows_between_balances_that_do_not_follow_are_doubted():
    lines = ["Date;Text;Amount;Balance", "01.12.2025;A;-1,00;9,00", "02.12.2025;B;-1,00;8,00"]
    lines += ["13.12.2025;C;-5,00;7,00", "14.12.2025;D;-1,00;6,00"]
    sure = [line.confidence for line in statement("\n".join(lines).encode()).transactions]
    assert sure[1] > 0.98 and sure[3] > 0.98
    assert sure[2] < 0.7


def test_values_have_their_place_on_the_page():
    found = statement(named("german_running_balance_newest_first").content)
    first, second = found.transactions[:2]
    assert first.page == 1
    assert set(first.provenance) == {"amount", "date", "value_date", "balance", "description"}
    assert first.provenance["amount"].text == "-55,00"
    assert first.provenance["amount"].bbox[1] < second.provenance["amount"].bbox[1]
    assert found.info.provenance["account_name"].text == "Erika Mustermann"
