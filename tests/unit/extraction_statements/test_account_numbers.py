import pytest
from statement_layouts import page_of

from engine.extraction.phrases import plain
from engine.extraction.statements.header.numbers.account_number import account_numbers
from engine.extraction.statements.header.numbers.labels import number_labels
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


HEAD = [(5.0, "Date"), (20.0, "Description"), (60.0, "Amount"), (80.0, "Balance")]


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ([[(5, "Account:-------7890")]], "7890"),
        ([[(5, "Everyday Checking (…4321)")]], "…4321"),
        ([[(5, "Sort Code and Account Number: 23-05-80 12345678")]], "12345678"),
        ([[(5, "C/C EUROCOMPTE SERENITE N° 33801 00020123456")]], "33801 00020123456"),
        ([[(5, "Compte Courant Postal n° 12 345 67 A 020")]], "12 345 67 A 020"),
        ([[(5, "k účtu č. 123-1234567890/0100"), (60, "měna CZK")]], "123-1234567890/0100"),
        ([[(5, "Agência/Conta: 0123 / 45678-9")]], "0123 / 45678-9"),
        ([[(5, "Ügyfélszám: 12345678")],
          [(5, "Pénzforgalmi jelzőszám: 10400126-50526565-49521007")]],
         "10400126-50526565-49521007"),
        ([[(5, "Kontonummer / BLZ"), (50, "Währung")], [(5, "12345678 / 700 202 70")]], "12345678"),
        ([[(5, "Account"), (30, "Sort"), (50, "Statement")],
          [(5, "number"), (30, "code"), (50, "number")],
          [(5, "11223344"), (30, "20-30-40"), (50, "118")]], "11223344"),
        ([[(5, "7788990011"), (40, "445566")], [(5, "Account number"), (40, "Customer number")]],
         "7788990011"),
        ([[(5, "CUENTA SUPER NOMINA 60-12345678-9")], [(5, "CUENTA CLABE 014180601234567897")]],
         "60-12345678-9"),
        ([[(5, "N° DE CUENTA"), (30, ": 898-3815994185")], [(5, "CCI 003-898-013815994185-47")]],
         "898-3815994185"),
        ([[(5, "Mã khách hàng: 12345678")], [(5, "Tài khoản: 19012345678901")]], "19012345678901"),
        ([[(5, "رقم الحساب : ١٠٤٠٠٠١٠٢٨٠٤")]], "104000102804"),
        ([[(5, "A/C No"), (30, "●●●● ●●●● 4421")]], "●●●● ●●●● 4421"),
        ([[(5, "Account number 12345678 01/01/2024 to 31/01/2024")]], "12345678"),
        ([[(5, "Account number 1 2 3 4 5 6 7 8")]], "1 2 3 4 5 6 7 8"),
        ([[(5, "Konto Direct"), (30, "26 1050 1445 1000 0022 7647 0461")]],
         "26 1050 1445 1000 0022 7647 0461"),
        ([[(5, "CC $ 123-456789/0")], [(5, "CBU 0170123420000045678900")]], "123-456789/0"),
        ([[(5, "記号 12345"), (30, "番号 12345671")]], "12345671"),
    ],
)  # fmt: skip
def test_numbers_are_found_however_banks_call_and_set_them(
    rows: list[list[tuple[float, str]]], number: str
) -> None:
    assert _best(*rows) == number


@pytest.mark.parametrize(
    "text",
    [
        "Customer number 12345678",
        "N° client 0123456",
        "Routing number 026073150",
        "RIF J-07013380-5",
        "Our ref AB/12345678",
        "N.º Contribuinte 123456789",
        "San Antonio TX 78288",
        "1800-000-0000",
    ],
)
def test_numbers_of_others_are_none_of_the_accounts(text: str) -> None:
    assert _best([(5, text)], HEAD) is None


def test_a_label_counts_wherever_the_number_is_printed_again() -> None:
    rows = [
        [(5, "Posizione 5256 XXXX XXXX 8820")],
        [(5, "01.03.2024"), (20, "SHOP"), (80, "850,00")],
        [(5, "Carta n. 5256 XXXX XXXX 8820")],
        [(5, "02.03.2024"), (20, "SHOP"), (80, "50,00")],
    ]
    lines = typed_lines([page_of([[(6 * x, t) for x, t in row] for row in rows])], Notation())
    found = account_numbers(lines, frozenset({1, 3}), is_card=True)
    assert (found[0].line, found[0].value) == (0, "5256 XXXX XXXX 8820")
    assert found[0].confidence > 0.85
