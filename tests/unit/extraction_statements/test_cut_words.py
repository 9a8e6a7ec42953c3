"""Memos cut at a fixed width: what the document itself bears out, and what it leaves open."""

from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement

HEAD = [(45, "Date"), (110, "Details"), (-420, "Paid out"), (-540, "Paid in"), (-640, "Balance")]
CUT = [
    ("UPI/ANN SAMPLE/482941153454/AB", "X1"),
    ("PCD/1184/NORTHWIND FUEL/ANYT07", "0324/19:56"),
    ("UPI/MILL STORES/30660211031/ZZ", "T9"),
    ("IMPS/4411/TARN ENERGY/QQ771/HO", "KO"),
    ("NEFT/88272793/CORNER GROCER/LM", "NOP"),
]


def read(*further: str) -> Statement:
    """A statement of rows whose memos are cut after 30 characters, and of uncut ones."""
    rows = [list(HEAD), [(110, "Opening balance"), (-640, "100.00")]]
    balance = 100
    for day, (first, second) in enumerate(CUT, 1):
        balance -= 1
        amounts = [(-420, "1.00"), (-640, f"{balance}.00")]
        rows += [[(45, f"0{day}.04.2024"), (110, first), *amounts], [(110, second)]]
    for text in further:
        balance -= 1
        amounts = [(-420, "1.00"), (-640, f"{balance}.00")]
        rows.append([(45, "28.04.2024"), (110, text), *amounts])
    rows.append([(110, "Closing balance"), (-640, f"{balance}.00")])
    return extract_statement([page_of(rows)], Context("u"))


def test_words_that_are_joined_again_and_stand_nowhere_whole_are_doubtful() -> None:
    statement = read("COFFEE HOUSE", "SALARY")
    assert statement.transactions[0].description == "UPI/ANN SAMPLE/482941153454/ABX1"
    assert statement.info.proof.status == "agrees"
    assert any("description" in check for check in statement.transactions[0].checks)
    assert not statement.transactions[-1].checks


def test_words_that_stand_whole_elsewhere_bear_out_how_memos_are_joined() -> None:
    statement = read("ABX1 COFFEE", "HOKO HOUSE", "ZZT9")
    assert statement.info.proof.status == "proven"
