"""Amounts and dates inside sentences of checks are shown as everywhere else."""

import pytest

from engine.presentation.sentences import readable


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("Rows make 1234567.50.", "Rows make 1,234,567.50."),
        ("It is -1200.00, not 3.10.", "It is −1,200.00, not 3.10."),
        ("Balances differ by +20000.00 here.", "Balances differ by +20,000.00 here."),
        ("Due 2026-03-05, paid 2026-13-05.", "Due 5 Mar 2026, paid 2026-13-05."),
        ("The page says “1234.50 on 2026-03-05”.", "The page says “1234.50 on 2026-03-05”."),
        ("Version 1.10.22, part A-1234.50, 1,234.50", "Version 1.10.22, part A-1234.50, 1,234.50"),
    ],
)
def test_only_figures_outside_quotes_change(stored, shown):
    assert readable(stored) == shown
