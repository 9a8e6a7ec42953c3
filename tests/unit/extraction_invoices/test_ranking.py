"""A second look at parties and days: the rules' choice stands unless another clearly leads."""

from drawn_pages import read as sheet_with

from engine.extraction.invoices.header.dating import find_dates_of
from engine.extraction.invoices.parties.parties import find_parties
from engine.extraction.invoices.ranking import (
    Ranks,
    day_options,
    load_ranks,
    name_options,
    ranked_days,
    ranked_parties,
)

PAGE = """
Ann Bell
ACME TOOLS LTD
12 High Street
London EC1A 1BB

INVOICE                              Invoice number   A-77
                                     Invoice date     5 May 2026
Bill to                              Delivered        1 May 2026
Beta Stores Ltd
7 Low Road
Leeds LS1 4AP
"""


def ranks(field, margin=1.0, **weights):
    return Ranks(1, margin, 0.6, {field: {n.replace("_", " "): w for n, w in weights.items()}})


def parties_of(text=PAGE):
    sheet, found = sheet_with(text)
    return find_parties(sheet, found, frozenset())


def days_of(text=PAGE):
    sheet, found = sheet_with(text)
    return sheet, found, *find_dates_of(sheet, found)


def test_each_different_name_is_one_option_and_the_rules_choice_is_marked():
    parties = parties_of()
    options = name_options(parties, "customer_name")
    assert [o.candidate.value for o in options if o.is_rules] == ["Beta Stores Ltd"]
    assert {"ACME TOOLS LTD", "Beta Stores Ltd"} <= {o.candidate.value for o in options}


def test_a_name_that_clearly_leads_takes_the_place_of_the_rules_choice():
    parties = parties_of()
    liking_people = ranks("vendor_name", as_buyer=-9.0, legal_form=-9.0)
    assert ranked_parties(parties, liking_people).vendor.name.value == "Ann Bell"
    assert ranked_parties(parties, liking_people).customer is parties.customer


def test_a_small_lead_changes_nothing():
    parties = parties_of()
    slight = ranks("vendor_name", as_buyer=-9.0, legal_form=-0.2)
    assert ranked_parties(parties, slight) is parties


def test_nobody_becomes_both_parties():
    parties = parties_of()
    assert ranked_parties(parties, ranks("vendor_name", as_buyer=9.0)) is parties


def test_without_weights_the_rules_choose():
    parties = parties_of()
    none = Ranks(1, 1.0, 0.6, {})
    assert ranked_parties(parties, none) is parties
    sheet, found, issued, due = days_of()
    assert ranked_days(sheet, found, issued, due, none) == issued


def test_days_have_one_option_each_and_a_leading_one_goes_first():
    sheet, found, issued, due = days_of()
    options = day_options(sheet, found, issued, due)
    assert [(o.candidate.value.day, o.is_rules) for o in options] == [(5, True), (1, False)]
    early = ranked_days(sheet, found, issued, due, ranks("invoice_date", the_earliest_day=9.0))
    assert [entry.value.day for entry in early] == [1, 5]


def test_the_committed_weights_keep_a_clear_choice():
    parties = ranked_parties(parties_of(), load_ranks())
    assert parties.vendor.name.value == "ACME TOOLS LTD"
    assert parties.customer.name.value == "Beta Stores Ltd"
    sheet, found, issued, due = days_of()
    assert ranked_days(sheet, found, issued, due, load_ranks())[0].value.day == 5
