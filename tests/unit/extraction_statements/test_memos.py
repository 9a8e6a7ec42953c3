"""Kinds, names and references read from memos of many countries."""

from decimal import Decimal

import pytest

from engine.extraction.statements.memos.kinds import type_of
from engine.extraction.statements.memos.names import name_in
from engine.extraction.statements.memos.own_words import without_own_words
from engine.extraction.statements.memos.pieces import pieces_of
from engine.extraction.statements.memos.references import reference_of, structured_reference

PAID, RECEIVED = Decimal("-10.00"), Decimal("10.00")


@pytest.mark.parametrize(
    ("memo", "kind"),
    [
        ("SEPA-Lastschrift Stadtwerke Musterau EREF+4711", "direct_debit"),
        ("FOLGELASTSCHRIFT Beispiel GmbH", "direct_debit"),
        ("PRLV SEPA EAUX DU NORD", "direct_debit"),
        ("Autogiro KRAFTVERKET", "direct_debit"),
        ("Inkaso Energia s.r.o. UMR 12", "direct_debit"),
        ("Kartenzahlung BÄCKEREI SONNE", "card"),
        ("Varekjøp Butikken Oslo", "card"),
        ("Kortköp 2024-10-30 HANDLAREN", "card"),
        ("COMPRA DEBITO PANADERIA SOL", "card"),
        ("ALIŞVERİŞ BAKKAL ALI", "card"),
        ("КУПІВЛЯ Операция по карте ****1234", "card"),
        ("체크카드 편의점", "card"),
        ("HARBOUR CAFE DUBLIN IRL", "card"),
        ("Geldautomat GA NR1234", "cash"),
        ("Výber z bankomatu BRATISLAVA", "cash"),
        ("ถอนเงินสด", "cash"),
        ("ATM引出 コンビニ", "cash"),
        ("Rut tien ATM 0011", "cash"),
        ("ENTGELTABSCHLUSS 28.06.", "fee"),
        ("INTERAC e-Transfer fee", "fee"),
        ("Комісія за переказ", "fee"),
        ("手数料", "fee"),
        ("Odsetki skapitalizowane", "interest"),
        ("ดอกเบี้ย", "interest"),
        ("お利息 税引前", "interest"),
        ("Cheque 1234", "cheque"),
        ("UPI/123456789012/ASHA RAO/ABCD", "transfer"),
        ("Pix - Recebido 04/03 ANA", "transfer"),
        ("GİDEN FAST AYŞE", "transfer"),
        ("振込1 ﾔﾏﾀﾞ", "transfer"),
        ("Mobile cheque deposit", "other"),
        ("Something else", "other"),
    ],
)
def test_kinds_in_many_languages(memo: str, kind: str) -> None:
    assert type_of(memo, PAID, is_card=False) == kind


def test_a_charge_inside_a_name_or_purpose_is_no_charge() -> None:
    assert type_of("CARD PAYMENT TO PARKING CHARGES LTD LEEDS", PAID, is_card=False) == "card"
    memo = "GYM CLUB FEES 766425106 WEB ID: 8042027573"
    assert type_of(memo, PAID, is_card=False) == "direct_debit"


def test_a_code_in_a_column_of_its_own_says_the_kind() -> None:
    assert type_of("HARBOUR CAFE", PAID, is_card=False, note="VIS") == "card"
    assert type_of("HARBOUR CAFE", PAID, is_card=False, note="DD") == "direct_debit"
    assert type_of("HARBOUR CAFE", PAID, is_card=False, note="ATM") == "cash"


def test_on_a_card_charges_are_purchases_and_credits_are_payments_or_refunds() -> None:
    assert type_of("TRANSFER BOOKSHOP", PAID, is_card=True) == "card"
    assert type_of("PAYMENT RECEIVED - THANK YOU", RECEIVED, is_card=True) == "transfer"
    assert type_of("BOOKSHOP REYKJAVIK", RECEIVED, is_card=True) == "card"
    assert type_of("FOREIGN TRANSACTION FEE", PAID, is_card=True) == "fee"


@pytest.mark.parametrize(
    ("memo", "amount", "name"),
    [
        ("SALARY TRANSFER HARBOUR CONTRACTING LLC MAR24", RECEIVED, "HARBOUR CONTRACTING LLC"),
        ("MOBILE BANKING TRANSFER TO ASHA RAO REF AE208951956172", PAID, "ASHA RAO"),
        ("D/D HARBOUR GAS IE29SDD300229", PAID, "HARBOUR GAS"),
        ("Card Payment to Sunny Bakery On 29 Feb", PAID, "Sunny Bakery"),
        ("Hausverwaltung Muster KG Dauerauftrag Miete Top 7", PAID, "Hausverwaltung Muster KG"),
        ("Wärme Vertrieb GmbH & Co KG Teilbetrag", PAID, "Wärme Vertrieb GmbH & Co KG"),
        (
            "SEPA Overboeking IBAN: NL91ABNA0417164300 BIC: ABNANL2A Naam: J.A. Bakker "
            "Omschrijving: Tikkie etentje",
            PAID,
            "J.A. Bakker",
        ),
        ("UPI-GREEN GROCER-GREEN@BANK-ABCD0001234-412345678901-PAYMENT", PAID, "GREEN GROCER"),
        ("NEFT CR-CITI0100000-HARBOUR TECH-ASHA RAO-REF", RECEIVED, "HARBOUR TECH"),
        ("HARBOUR CORP DES:PAYROLL ID:123 INDN:ASHA RAO CO ID:77 PPD", RECEIVED, "HARBOUR CORP"),
        ("Orig CO Name:HARBOUR LABS Orig ID:0733478222", RECEIVED, "HARBOUR LABS"),
        (
            "VIR SEPA EMIS /MOTIF CADEAU /BEN MME LAVIGNE CLAIRE /REFDO 18",
            PAID,
            "MME LAVIGNE CLAIRE",
        ),
        ("Giro Fra: Ingrid Solheim Betalt: 03.05.24", RECEIVED, "Ingrid Solheim"),
        ("Зарахування переказу Від: Шевчук І.", RECEIVED, "Шевчук І"),
        ("รับโอนเงิน จาก X1340 นาง มาลี ทองคำ++", RECEIVED, "นาง มาลี ทองคำ"),
        ("口座振替3 ﾐﾅﾄｶﾞｽ", PAID, "ﾐﾅﾄｶﾞｽ"),
    ],
)
def test_names_without_the_words_around_them(memo: str, amount: Decimal, name: str) -> None:
    assert name_in(pieces_of(memo), amount, is_transfer=True) == name


def test_between_two_parties_the_other_one_is_chosen_by_the_direction() -> None:
    memo = "CT tu 0011056045794 NGUYEN VAN AN toi 847194858630 TRAN THI BICH"
    assert name_in(pieces_of(memo), PAID) == "TRAN THI BICH"
    assert name_in(pieces_of(memo), RECEIVED) == "NGUYEN VAN AN"


def test_the_holder_is_not_the_other_party() -> None:
    pieces = pieces_of("PAYROLL 206244562 ASHA RAO")
    assert name_in(pieces, RECEIVED, "Asha Rao") is None
    assert name_in(pieces, RECEIVED, "Somebody Else") == "ASHA RAO"
    assert name_in(pieces, RECEIVED, "Asha Rao", is_transfer=True) == "ASHA RAO"


def test_nothing_is_better_than_rubbish() -> None:
    for memo in ("TRANSFER 20240301 123456", "BY TRANSFER", "PAYMENT THANK YOU", "9921 ^", ""):
        assert name_in(pieces_of(memo), PAID) is None


def test_words_that_begin_many_memos_with_ever_other_names_are_the_bank_s_own() -> None:
    names = ["ASHA RAO", "BEN OKAFOR", "CARLA SILVA", "DAN WHITE", "EVA BLUM", "FINN BERG"]
    memos = [pieces_of(f"XQZ {name}") for name in names]
    assert [name_in(pieces) for pieces in without_own_words(memos)] == names
    shops = [pieces_of("HARBOUR CAFE 12")] * 6
    assert {name_in(pieces) for pieces in without_own_words(shops)} == {"HARBOUR CAFE"}


@pytest.mark.parametrize(
    ("memo", "reference"),
    [
        ("Mededeling +++090/9337/55493+++", "090/9337/55493"),
        ("Gutschrift RF18 5390 0754 7034 danke", "RF18 5390 0754 7034"),
        ("Ref. 21 00000 00003 13947 14300 09017 LIVIT", "21 00000 00003 13947 14300 09017"),
        ("VIITE 1232", "1232"),
        ("Avtalegiro KID 2345676", "2345676"),
    ],
)
def test_references_with_check_digits_are_known(memo: str, reference: str) -> None:
    assert structured_reference(memo) == reference
    assert reference_of(memo) == reference


def test_an_invoice_s_number_counts_before_the_bank_s_own() -> None:
    assert reference_of("EREF: 99887766 Rechnung Nr. 2024-117 MREF: M1234") == "2024-117"
    assert reference_of("EREF: 99887766 MREF: M1234") == "99887766"
    assert reference_of("EREF: NOTPROVIDED MREF: M1234") == "M1234"
