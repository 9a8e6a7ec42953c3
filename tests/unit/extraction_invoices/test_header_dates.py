"""The day of issue and the day due among the other dates of a page."""

import pytest
from drawn_pages import read

from engine.extraction.invoices.header.date_order import settle_order
from engine.extraction.invoices.header.dating import find_dates_of


def days_of(text):
    """The day of issue and the day due as printed in ISO form, None where nothing was found."""
    return tuple(
        ranked[0].value.isoformat() if ranked else None for ranked in find_dates_of(*read(text))
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ostrava, 01.02.2026\nSplatno dne: 08.02.2026", "2026-02-01"),
        ("Leipzig, den 11.05.2025\nLieferdatum: 07.05.2025", "2025-05-11"),
        ("Recife -, 23/01/2016\nPeríodo 01/01/2016", "2016-01-23"),
        ("En date du   le 17 octobre 2021\nLivré le 3 octobre 2021", "2021-10-17"),
        ("Établie le: le 4 novembre 2025\nLivré le 3 octobre 2025, bon 27.", "2025-11-04"),
        ("Udstedt: 2016-12-04\nLev.dato: 2016-12-03", "2016-12-04"),
        ("Del: 27/03/2025\nOrdine del: 13/03/2025", "2025-03-27"),
        ("Rechnung 5512 / 11.02.2024", "2024-02-11"),
        ("Verkkolasku: M-96486, 2019-09-06", "2019-09-06"),
        ("Tax Point: 22 May 2022\nBilling Period: 1 May 2022 - 20 May 2022", "2022-05-22"),
        ("Gdańsk, dnia 15 listopada 2024", "2024-11-15"),
    ],
)
def test_the_day_of_issue_under_the_names_that_countries_have_for_it(text, day):
    assert days_of(text)[0] == day


@pytest.mark.parametrize(
    "line",
    [
        "Statement of account as at 29 May 2017: 5.30.",
        "This invoice replaces our pro-forma PF-10 of 29 May 2017.",
        "Diese Rechnung ersetzt die Proforma-Rechnung PF-10 vom 29.05.2017.",
        "Corrects invoice 77 of 29 May 2017",
    ],
)
def test_a_date_in_passing_is_not_the_day_of_issue(line):
    assert days_of(f"Date issued    13 August 2017\nTerms 14 days\n{line}")[0] == "2017-08-13"


def test_a_column_of_dates_yields_to_a_date_that_stands_alone():
    text = """
        Walnut Owners                                       August 14, 2025

        Date          Description                Hours      Amount
        07/05/25      Attend deposition          0.2        29.00
        07/06/25      Draft motion               0.3        43.50
        07/07/25      Legal research             0.5        72.50
    """
    assert days_of(text)[0] == "2025-08-14"


@pytest.mark.parametrize("label", ["Despatch Date:", "Date Ordered", "Lev.dato:"])
def test_a_date_of_something_is_no_day_of_issue(label):
    assert days_of(f"{label} 4 March 2024\nStart 5 March 2024")[0] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Please settle the total of 722.10 no later than 25.03.2024.",
        "Kindly remit $722.10 to the account below by 25.03.2024, quoting 55.",
        "Pago de 722.10 por transferencia antes del 25.03.2024, indicando 55.",
        "Montant de 722,10 € à payer au plus tard le le 25.03.2024.",
        "Maksettava 722,10 euroa viimeistään 25.3.2024.",
        "Prosíme o úhradu 722,10 CZK do 25.03.2024.",
        "Beløpet 722,10 bes betalt innen 25.03.2024. Oppgi 1-20.",
        "El importe de $722.10 se cargará en su cuenta el 25.03.2024.",
        "NOK 722,10 belastes kontoen din 25. mars 2024.",
        "The amount of GBP 722.10 will be collected from your account on\nor after 25.03.2024.",
        "Valuta: 25.03.2024",
        "Fecha de Vto. para el pago: 25.03.2024",
        "Please pay by 25.03.2024. The annual fee of 6.00 falls due on 08.05.2024.",
    ],
)
def test_the_day_due_in_words(sentence):
    assert days_of(f"Invoice date: 01.03.2024\n{sentence}") == ("2024-03-01", "2024-03-25")


def test_days_of_fees_and_of_discounts_are_not_the_day_due():
    text = """
        Rechnungsdatum: 01.03.2024
        Fällig am: 31.03.2024
        Die Jahresgebühr von 169,00 wird wieder fällig am 04.06.2024.
        Zahlbar bis 11.03.2024 mit 2 % Skonto
    """
    assert days_of(text)[1] == "2024-03-31"


def test_two_days_in_one_line_keep_their_own_labels():
    text = "Date: 01.03.2024  Payable by: 25.03.2024"
    assert days_of(text) == ("2024-03-01", "2024-03-25")
    assert days_of(text.replace("  ", " ")) == ("2024-03-01", "2024-03-25")


def test_a_time_joined_to_a_date_is_left_out():
    assert days_of("Fecha y hora de emisión:\n2023-01-20T10:32:05")[0] == "2023-01-20"


def test_dates_with_the_year_first_in_two_figures_where_only_that_makes_sense():
    sheet, found = read("Fakturadatum 23-10-16\nFörfallodatum 23-11-15")
    days = find_dates_of(sheet, settle_order(sheet, found))
    assert [ranked[0].value.isoformat() for ranked in days] == ["2023-10-16", "2023-11-15"]
