import pytest
from statement_layouts import page_of

from engine.extraction.phrases import plain
from engine.extraction.statements.header.account_number import account_numbers
from engine.extraction.statements.header.number_labels import number_labels
from engine.extraction.statements.lines.cells import typed_lines
from engine.extraction.statements.lines.money import Notation

NONE: frozenset[int] = frozenset()
IBAN = "CH9300762011623852957"


def _best(*rows: list[tuple[float, str]], **facts: bool) -> str | None:
    lines = typed_lines([page_of([[(6 * x, text) for x, text in row] for row in rows])], Notation())
    found = account_numbers(lines, NONE, **facts)
    return found[0].value if found else None


@pytest.mark.parametrize(
    ("text", "sureness"),
    [
        ("Číslo účtu", 0.9),
        ("Conta corrente nº", 0.9),
        ("Αριθμός λογαριασμού", 0.9),
        ("เลขที่บัญชีเงินฝาก", 0.9),
        ("Card ending in", 0.9),
        ("Girokonto", 0.6),
        ("Estratto conto N.", 0.55),
    ],
)
def test_labels_are_put_together_from_words(text: str, sureness: float) -> None:
    assert [label.sureness for label in number_labels(plain(text).split(), NONE)] == [sureness]


@pytest.mark.parametrize("text", ["Routing number", "Account name", "Kontoauszug Nummer"])
def test_other_labels_name_no_account(text: str) -> None:
    assert number_labels(plain(text).split(), NONE) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kontonummer 8327-9,427 677 818-8", "8327-9,427 677 818-8"),
        ("Account number:0312146700", "0312146700"),
        ("Gold Card ending in 7637", "7637"),
        ("RIB : 30004 00821 00059099436 42", "30004 00821 00059099436 42"),
        ("CLABE Interbancaria 012 180 01234567890 1", "012 180 01234567890 1"),
        ("Şube/Hesap No 123 / 4567890", "123 / 4567890"),
        ("账号:6222 0200 0112 3456 789", "6222 0200 0112 3456 789"),
        ("Estratto conto N. 002/2024", None),
        ("Konto 01.02.2024", None),
    ],
)
def test_numbers_are_read_with_their_signs(text: str, number: str | None) -> None:
    assert _best([(5, text)]) == number


def test_a_number_in_a_transaction_is_not_the_accounts() -> None:
    rows = [
        [(5, "01.03.2024"), (20, "Miete"), (80, "-850,00")],
        [(20, f"IBAN: {IBAN}")],
        [(5, "02.03.2024"), (20, "Strom"), (80, "-50,00")],
    ]
    assert _best([(5, "Konto 4711 0815 99")], *rows) == "4711 0815 99"


def test_a_card_comes_before_the_account_that_it_is_settled_from() -> None:
    rows = [[(5, "Kartennummer"), (40, "4298 XXXX XXXX 3268")], [(5, f"IBAN {IBAN}")]]
    assert _best(*rows, is_card=True) == "4298 XXXX XXXX 3268"


def test_a_number_that_is_called_the_accounts_comes_before_the_iban() -> None:
    rows = [[(5, "Compte n° 06200891842")], [(5, "IBAN FR14 2004 1010 0505 0001 3M02 606")]]
    assert _best(*rows) == "06200891842"
    assert _best([(5, "Kontonummer 0230 104512")], [(5, f"IBAN {IBAN}")]) == "0230 104512"


def test_an_iban_comes_before_the_number_of_a_sub_account() -> None:
    rows = [[(5, "Kontonummer 0230 00104512.40X")], [(5, f"IBAN {IBAN}")]]
    assert _best(*rows) == IBAN


def test_words_in_capitals_are_no_account() -> None:
    assert _best([(5, "TRANSAÇÕES DE 04 FEV A 04 MAR VALORES EM")]) is None


def test_a_title_right_above_its_table_ends_with_the_number() -> None:
    head = [(5, "Date"), (20, "Opérations"), (60, "Débit"), (80, "Crédit")]
    assert _best([(5, "Livret A n° 24 510 92 7 K")], head) == "24 510 92 7 K"
    assert _best([(5, "Livret A n° 24 510 92 7 K")], [(5, "Voir au dos")]) is None
