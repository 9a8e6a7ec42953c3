import pytest

from engine.extraction.statements.balance_names import is_bare_balance
from engine.extraction.statements.labels import figure_of, figures_in


@pytest.mark.parametrize(
    "label",
    [
        "Beginning Available Balance",
        "Saldo der letzten Abrechnung",
        "Saldo fra kontoutskrift",
        "SOLDE DEPART AU",
        "Previous Monthly Balance",
        "Баланс на початок періоду",
        "Počiatočný stav k",
        "Likutis pradžiai",
        "Số dư đầu kỳ",
        "ยอดยกมา",
        "上期帳單金額",
        "BROUGHT FORWARD",
        "Principio",
        "Saldo al corte anterior",
        "Saldo Deudor Inicial",
    ],
)
def test_first_balances_are_named_by_their_words(label: str) -> None:
    assert figure_of(label) == "opening"


@pytest.mark.parametrize(
    "label",
    [
        "Ending Available Balance",
        "Баланс на кінець періоду",
        "Likutis pabaigai",
        "Konečný stav k",
        "Số dư cuối kỳ",
        "ยอดยกไป",
        "本期應繳總額",
        "Saldo a fin de mes nuevo",
    ],
)
def test_last_balances_are_named_by_their_words(label: str) -> None:
    assert figure_of(label) == "closing"


@pytest.mark.parametrize(
    "text",
    ["本期最低應繳金額", "Minimum Amount Due", "BALANCE TRANSFER", "翌月繰越残高"],
)
def test_other_amounts_are_no_balances(text: str) -> None:
    assert figure_of(text) not in {"opening", "closing"}


def test_two_names_on_one_line_stay_two() -> None:
    found = figures_in("Saldo iniziale Saldo finale Počiatočný stav Konečný stav")
    assert [hit.label for hit in found] == ["opening", "closing", "opening", "closing"]


@pytest.mark.parametrize("text", ["Kontostand", "SALDO", "Solde créditeur au", "Stav k 30.04.2024"])
def test_a_balance_without_side_is_bare(text: str) -> None:
    assert is_bare_balance(text)


@pytest.mark.parametrize("text", ["Kontostand neu", "Saldo Müller", "k"])
def test_more_words_are_not_bare(text: str) -> None:
    assert not is_bare_balance(text)
