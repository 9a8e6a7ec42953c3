"""Accounts that go by a folio, a loan's number, a program's id or their holder's: and no other."""

import pytest
from statement_layouts import page_of

from engine.extraction import Context, extract_statement
from engine.extraction.statements.header.numbers.loan_labels import loan_label
from engine.extraction.statements.header.numbers.values import is_opaque

Head = list[list[tuple[float, str]]]
PERIOD = (320.0, "03/01/2025 - 03/31/2025")
TABLE: Head = [
    [(45, "Date"), (120, "Description"), (-430, "Amount"), (-560, "Balance")],
    [(120, "Opening balance"), (-560, "1,842.10")],
    [(45, "03/02/2025"), (120, "Oakmere Water"), (-430, "-187.84"), (-560, "1,654.26")],
    [(45, "03/06/2025"), (120, "Calloway"), (-430, "47.73"), (-560, "1,701.99")],
    [(45, "03/10/2025"), (120, "Marrow Foods"), (-430, "-347.92"), (-560, "1,354.07")],
    [(120, "Closing balance"), (-560, "1,354.07")],
]


def _number(*head: list[tuple[float, str]]) -> str | None:
    pages = [page_of([*head, [], *TABLE])]
    return extract_statement(pages, Context(upload_id="made")).info.account_number


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ([[(45, "Transit: 08327 Institution: 879 Folio: 0047215"), PERIOD]], "0047215"),
        ([[(45, "No de transit 30741"), (180, "No de folio 0081523"), PERIOD]], "0081523"),
        ([[(45, "Caisse"), (120, "Transit"), (200, "Folio")],
          [(45, "815"), (120, "30125"), (200, "046123-7"), PERIOD]], "046123-7"),
    ],
)  # fmt: skip
def test_a_folio_beside_a_transit_number_is_an_account(head: Head, number: str) -> None:
    assert _number(*head) == number


@pytest.mark.parametrize(
    "label", ["Loan No.", "Darlehensnummer", "Leningnummer", "Lånenummer", "N° de prêt",
              "No. de crédito:"]
)  # fmt: skip
def test_a_loan_goes_by_its_number(label: str) -> None:
    assert _number([(45, f"{label} 6034418826"), PERIOD]) == "6034418826"


@pytest.mark.parametrize(
    ("tokens", "label"),
    [
        ("nota de credito no", None),
        ("tarjeta de credito no", None),
        ("kredit", None),
        ("numero de credito", (0, 3)),
    ],
)
def test_notes_and_cards_are_no_loans(tokens: str, label: tuple[int, int] | None) -> None:
    words = tokens.split()
    place = next(at for at, word in enumerate(words) if word.startswith(("credit", "kredit")))
    assert loan_label(words, place) == label


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ([[(45, "Account"), (180, "acct_1K8sZ2LhVtYQ0pWd"), PERIOD]], "acct_1K8sZ2LhVtYQ0pWd"),
        ([[(45, "Balance report (acct_1K8sZ2LhVtYQ0pWd)"), PERIOD]], "acct_1K8sZ2LhVtYQ0pWd"),
        ([[(45, "Account ID: 0c2b7f64-1e9a-4a83-b5cf-91d7e2f03a48"), PERIOD]],
         "0c2b7f64-1e9a-4a83-b5cf-91d7e2f03a48"),
    ],
)  # fmt: skip
def test_ids_that_programs_make_are_read_whole(head: Head, number: str) -> None:
    assert _number(*head) == number


@pytest.mark.parametrize("text", ["acct_holder_name", "statement_march", "2025-03-01", "12-34-56"])
def test_plain_words_and_days_are_no_ids(text: str) -> None:
    assert not is_opaque(text)


@pytest.mark.parametrize(
    ("label", "number"),
    [("Customer ID:", "91827364"), ("Merchant ID", "MRC8GQ2T71XKA"), ("Client number", "TF-8820"),
     ("Agreement No :", "HL0012207748")],
)  # fmt: skip
def test_the_holders_id_stands_for_the_account_where_nothing_else_does(
    label: str, number: str
) -> None:
    assert _number([(45, f"{label} {number}"), PERIOD]) == number


@pytest.mark.parametrize(
    "other",
    [
        "Account number:",
        "Client number 88120047",
    ],
    ids=["an account's number that is not printed", "two ids"],
)
def test_a_holders_id_is_not_taken_for_an_account_that_has_a_number(other: str) -> None:
    assert _number([(45, "Customer ID: 91827364"), PERIOD], [], [(45, other)]) is None


def test_an_account_comes_before_its_holders_id() -> None:
    head = [(45, "Customer ID: 91827364"), (320, "A/c: XXXXXXXX4417")]
    assert _number(head, [PERIOD]) == "XXXXXXXX4417"


def test_a_telephone_beside_an_empty_label_is_no_account() -> None:
    assert _number([(45, "Account Number:")], [(180, "(800) 277-2175")]) is None


def test_an_australian_branch_stands_before_its_account() -> None:
    assert _number([(45, "Smart Access 062-692 40718265"), PERIOD]) == "40718265"


def test_groups_that_read_as_amounts_are_one_number_under_their_label() -> None:
    head = [
        [(45, "Holder"), (150, "Account Number:")],
        [(45, "Ildra Voss"), (150, "3100 0281 774")],
    ]
    assert _number(*head, [PERIOD]) == "3100 0281 774"


def test_the_holders_address_may_stand_over_the_name() -> None:
    head = [[(45, "olga.ivanova@example.com"), PERIOD], [(45, "Olga Ivanova")]]
    assert _number(*head) == "olga.ivanova@example.com"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Operating Checking (...4471)", "4471"),
        ("口座: 本店営業部 普通 4471882", "4471882"),
        ("FSC register no. 204571", None),
        ("Elena Markova Account #:448827310", "448827310"),
    ],
)
def test_ends_in_brackets_and_kinds_of_deposits(text: str, number: str | None) -> None:
    assert _number([(45, text)], [PERIOD]) == number
