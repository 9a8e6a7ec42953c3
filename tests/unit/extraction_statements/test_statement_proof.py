from decimal import Decimal

from engine.extraction.statements.solving.chain import follow, stretches
from engine.extraction.statements.solving.sign_search import fit_signs

D = Decimal


def test_balances_that_follow_vouch_for_the_rows_between_them() -> None:
    chain = follow([D("-1"), D("-2"), D("5")], [None, D("7"), D("12")], D("10"))
    assert chain.agreeing == {1, 2} and chain.covered == {0, 1, 2}
    assert chain.end == D("12") and not chain.gaps


def test_gap_is_shown_with_both_figures_and_the_chain_goes_on() -> None:
    chain = follow([D("-1"), D("-2"), D("5")], [D("9"), D("6"), D("11")], D("10"))
    assert [(g.before, g.row, g.expected, g.printed) for g in chain.gaps] == [
        (0, 1, D("7"), D("6"))
    ]
    assert chain.agreeing == {0, 2}


def test_newest_first_is_noticed() -> None:
    chain = follow([D("5"), D("-2"), D("-1")], [D("12"), D("7"), D("9")], D("10"))
    assert chain.newest_first and chain.agreeing == {0, 1, 2} and chain.end == D("12")


def test_a_row_without_amount_breaks_the_chain_only_there() -> None:
    chain = follow([D("-1"), None, D("5")], [D("9"), D("7"), D("12")], D("10"))
    assert chain.agreeing == {0, 2} and not chain.gaps


def test_without_an_opening_balance_the_first_printed_one_begins() -> None:
    chain = follow([D("-1"), D("-2")], [D("9"), D("7")], None)
    assert chain.covered == {1}


def test_rows_in_a_gap_are_named() -> None:
    chain = follow([D("-1"), D("-2"), D("-3")], [D("9"), None, D("5")], D("10"))
    assert [(g.row, rows) for g, rows in stretches(chain, 3)] == [(2, [1, 2])]


def test_signs_are_fitted_with_the_fewest_changes() -> None:
    fit = fit_signs([D("5"), D("3")], [0, 1], D("2"))
    assert fit is not None and fit.values == {0: D("5"), 1: D("-3")} and fit.is_only


def test_signs_that_fit_in_two_ways_are_not_certain() -> None:
    fit = fit_signs([D("5"), D("3"), D("2")], [0, 1, 2], D("0"))
    assert fit is not None and fit.values[0] == -5 and not fit.is_only


def test_signs_are_not_fitted_when_two_ways_are_equally_good() -> None:
    assert fit_signs([D("5"), D("5"), D("1")], [0, 1, 2], D("1")) is None


def test_signs_are_not_fitted_when_nothing_fits() -> None:
    assert fit_signs([D("5"), D("3")], [0, 1], D("7")) is None


def test_signs_of_many_amounts_are_not_searched() -> None:
    assert fit_signs([D("5")] * 40, range(40), D("0")) is None


def test_rows_of_a_day_may_be_printed_in_another_order_than_they_were_booked() -> None:
    amounts = [D("-1"), D("-2"), D("5"), D("1")]
    chain = follow(amounts, [D("9"), D("12"), D("14"), D("13")], D("10"))
    assert not chain.gaps and chain.covered == {0, 1, 2, 3}


def test_rows_that_follow_in_no_order_keep_their_gaps() -> None:
    amounts = [D("-1"), D("-2"), D("5"), D("1")]
    chain = follow(amounts, [D("9"), D("12"), D("15"), D("13")], D("10"))
    assert len(chain.gaps) == 3
