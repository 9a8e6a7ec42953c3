from matching_rows import line

from engine.matching.memo import read_memo


def test_a_reference_printed_in_groups_is_one_run():
    memo = read_memo(line("t", "-1", "SEPA Acme RF41 JTV0 0006 7"))
    assert "RF41JTV000067" in memo.runs


def test_dates_and_account_numbers_are_no_references():
    memo = read_memo(line("t", "-1", "ACME 27.09.24 10OCT DE68602611959874202461 2024-05-01"))
    assert memo.runs == ()
    assert memo.accounts == ("DE68602611959874202461",)


def test_words_that_may_be_a_name_hold_no_numbers():
    memo = read_memo(line("t", "-1", "BILL PAY 3M RE2400347 99"))
    assert memo.name_key == ("BILL", "PAY", "3M")


def test_reference_and_counterparty_fields_are_read_too():
    memo = read_memo(line("t", "-1", "TRANSFER", counterparty="Acme", reference="INV-77812"))
    assert "ACME" in memo.name_key
    assert "INV77812" in memo.runs
    assert "INV77812" in memo.tails


def test_printed_amounts_are_read_in_hundredths():
    assert read_memo(line("t", "-1", "USD 1,101.65 AND 20,00")).amounts == {110165, 2000}
