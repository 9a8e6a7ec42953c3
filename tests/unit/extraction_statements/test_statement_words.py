import pytest
from statement_layouts import CLOSING, HEADS, OPENING

from engine.extraction.statements.columns.heads import role_of
from engine.extraction.statements.labels import figure_of
from engine.extraction.statements.memos.describe import counterparty_of, reference_of, type_of
from engine.extraction.statements.rows.memo import cut_width, joined
from engine.extraction.statements.rows.sections import section_of, turns_page


@pytest.mark.parametrize("language", sorted(HEADS))
def test_heads_are_known_in_every_language(language: str) -> None:
    roles = [role_of(head) for head in HEADS[language]]
    assert roles[:6] == ["date", "description", "debit", "credit", "amount", "balance"]
    assert roles[6] in {"value_date", "post_date"}


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Transaction Date", "date"),
        ("Value Dt", "value_date"),
        ("Merchant Name or Transaction Description", "description"),
        ("Amount in FCY", "foreign"),
        ("Amount in SGD", "amount"),
        ("Chq./Ref.No.", "reference"),
        ("Withdrawal Amt.", "debit"),
        ("Ending daily balance", "balance"),
        ("Udbetaling", "debit"),
        ("Innbetalinger", "credit"),
        ("Výdavky", "debit"),
        ("Čiastka", "amount"),
        ("Something else", None),
    ],
)
def test_longest_phrase_decides_a_head(head: str, role: str | None) -> None:
    assert role_of(head) == role


@pytest.mark.parametrize("language", sorted(OPENING))
def test_balances_are_named_in_every_language(language: str) -> None:
    assert figure_of(OPENING[language]) == "opening"
    assert figure_of(CLOSING[language]) == "closing"


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Deposits and other additions", "credit"),
        ("Withdrawals and other subtractions - continued", "debit"),
        ("Checks paid", "debit"),
        ("Payments and other credits", "credit"),
        ("Payments", "payments"),
        ("Daily ending balances", "skip"),
        ("Thank you for your payment of last month, we value your business", None),
        ("NASI CAFE", None),
    ],
)
def test_section_headings(text: str, section: str | None) -> None:
    assert section_of(text) == section


@pytest.mark.parametrize(
    ("memo", "kind"),
    [
        ("MONTHLY SERVICE FEE", "fee"),
        ("Habenzinsen", "interest"),
        ("SAQUE 24H RECIFE", "cash"),
        ("CHECK 1234", "cheque"),
        ("DIRECT DEBIT NORTHWIND REF 1", "direct_debit"),
        ("Kartenzahlung Drogerie König", "card"),
        ("PIX RECEBIDO ESCOLA RAÍZES", "transfer"),
        ("Something", "other"),
    ],
)
def test_types_come_from_the_memo(memo: str, kind: str) -> None:
    assert type_of(memo, None, is_card=False) == kind


def test_counterparty_is_the_name_without_the_words_around_it() -> None:
    texts = ["FASTER PAYMENT TO D. RAGHAVAN & SONS INV 2022-1011"]
    assert counterparty_of(texts, "transfer") == "D. RAGHAVAN & SONS"
    assert counterparty_of(["MONTHLY FEE"], "fee") is None


def test_reference_needs_its_word_and_a_figure() -> None:
    assert reference_of("ZELLE TO X CONF# M9QDCELZ") == "M9QDCELZ"
    assert reference_of("Rechnung 2022/3042 Danke") == "2022/3042"
    assert reference_of("COFFEE HOUSE") is None


def test_a_line_that_only_turns_the_page_is_known() -> None:
    assert turns_page("continued overleaf")
    assert turns_page("Fortsetzung auf Seite 3")
    assert not turns_page("Continua Assicurazioni SpA Milano")


def test_descriptions_cut_inside_words_are_joined_without_a_space() -> None:
    pieces = [["NEFT DR-1-HARBOURSI", "DE LTD"], ["UPI/CR/2-SOCIETY MA", "INTENANCE"],
              ["NEFT DR-9-STORE E C", "OMMERCE"], ["IMPS-7-SOCIETY MAIN", "TENANCE"]]  # fmt: skip
    width = cut_width(pieces)
    assert width == 19
    assert joined(pieces[0], width) == "NEFT DR-1-HARBOURSIDE LTD"


def test_descriptions_wrapped_between_words_keep_the_space() -> None:
    pieces = [["CARD PAYMENT", "COFFEE HOUSE"], ["TRANSFER FROM SAVINGS", "X"], ["A B C", "D"]]
    assert joined(pieces[0], cut_width(pieces)) == "CARD PAYMENT COFFEE HOUSE"
