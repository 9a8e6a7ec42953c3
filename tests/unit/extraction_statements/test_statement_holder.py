"""Whose account it is: names beside labels, of addresses, and none where nothing is sure."""

import pytest
from statement_layouts import page_of

from engine.extraction.statements.header.holder.holder import holder
from engine.extraction.statements.lines.cells import typed_lines
from engine.extraction.statements.lines.money import Notation

Rows = list[list[tuple[float, str]]]
HEAD = [(45.0, "Date"), (120.0, "Description"), (-430.0, "Amount"), (-560.0, "Balance")]
LETTERHEAD = [(45.0, "Harbour Savings Bank plc"), (400.0, "Page 1 of 2")]


def _holder(*rows: list[tuple[float, str]]) -> str | None:
    lines = typed_lines([page_of([LETTERHEAD, *rows, [], HEAD])], Notation())
    found = holder(lines, frozenset())
    return found.value if found else None


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([[(45, "Account holder"), (180, "Ildra Voss")]], "Ildra Voss"),
        ([[(45, "Kontoinhaber: Ildra Voss")]], "Ildra Voss"),
        ([[(45, "Account name"), (180, "Sort code"), (280, "Account no")],
          [(45, "Ildra Voss"), (180, "30-11-08"), (280, "88213305")]], "Ildra Voss"),
        ([[(45, "户名：王伟"), (250, "卡号：6222021202044188273")]], "王伟"),
        ([[(45, "佐藤 花子 様"), (250, "口座番号 0441882")]], "佐藤 花子"),
        ([[(45, "Sayın ILDRA VOSS"), (250, "Hesap No 418-88273301")]], "ILDRA VOSS"),
        ([[(45, "MS ILDRA R VOSS"), (320, "Sort code 08-92-99")],
          [(45, "14 TARN CLOSE"), (320, "Account 41200915")],
          [(45, "KENDAL LA9 4QQ")]], "MS ILDRA R VOSS"),
        ([[(45, "Ildra Voss")], [(45, "The Old Forge")], [(45, "7 Mill Lane")],
          [(45, "Leeds LS6 2AB")]], "Ildra Voss"),
        ([[(45, "Signore e Signora")], [(45, "Voss Ildra e Tamas")], [(45, "Via Roma 8")],
          [(45, "6900 Lugano")]], "Voss Ildra e Tamas"),
    ],
)  # fmt: skip
def test_the_holder_is_named_by_a_label_or_begins_an_address(rows: Rows, name: str) -> None:
    assert _holder(*rows) == name


@pytest.mark.parametrize(
    "rows",
    [
        [[(45, "Account name"), (180, "Sort code")]],
        [[(45, "Branch name"), (180, "IKEJA ALLEN AVENUE")]],
        [[(45, "Ihr Berater: Herr Sander")]],
        [[(45, "Privatkonto CHF")], [(45, "Konto 15-8829-7")]],
        [[(45, "Statement of account")], [(45, "12 High Street")], [(45, "Leeds LS6 2AB")]],
    ],
)
def test_branches_advisers_and_products_are_no_holders(rows: Rows) -> None:
    assert _holder(*rows) is None


def test_two_names_that_stand_alike_leave_the_holder_open() -> None:
    assert _holder([], [], [(45, "Ildra Voss"), (300, "Tamas Kern")]) is None


def test_a_labelled_name_is_surer_than_one_without() -> None:
    def sure(*rows: list[tuple[float, str]]) -> float:
        found = holder(
            typed_lines([page_of([LETTERHEAD, *rows, [], HEAD])], Notation()), frozenset()
        )
        return found.confidence if found else 0.0

    alone = sure([], [], [(45.0, "Ildra Voss")], [(45.0, "Account 4711 0815")])
    assert 0.4 < alone < sure([(45.0, "Account holder"), (180.0, "Ildra Voss")]) < 0.97


@pytest.mark.parametrize("text", ["(Ildra (Voss.", "«Voss.", "*Ildra -Voss!"])
def test_words_that_begin_with_a_sign_and_end_as_a_sentence_are_read(text: str) -> None:
    assert _holder([(45, text)], [(45, "Account holder: Ildra Voss")]) == "Ildra Voss"
