"""Names in kana, ideographs and hangul compare equal however a bank writes them."""

import pytest

from engine.matching.inputs import BankLine
from engine.matching.memo import read_memo
from engine.matching.normalise import name_tokens
from engine.matching.transliteration import plain


@pytest.mark.parametrize(
    ("on_invoice", "at_bank"),
    [
        ("有限会社オリエントデザイン", "ﾕ)ｵﾘｴﾝﾄﾃﾞｻﾞｲﾝ"),
        ("ミライサービス株式会社", "ﾐﾗｲｻ-ﾋﾞｽ(ｶ"),
        ("合同会社丸山産業", "ﾄﾞ)ﾏﾙﾔﾏｻﾝｷﾞﾖｳ"),
        ("関西食品株式会社", "カンサイショクヒン（カ"),
    ],
)
def test_kana_of_a_bank_reads_as_the_invoices_name(on_invoice: str, at_bank: str) -> None:
    assert name_tokens(on_invoice) == name_tokens(at_bank)


def test_ideographs_without_a_known_reading_still_equal_themselves() -> None:
    assert plain("龘鑫公司") == plain("龘鑫公司") != plain("龘淼公司")
    assert plain("龘鑫").isalpha()


def test_hangul_is_written_by_its_sounds() -> None:
    assert plain("한국전력") == "HANGUKJEONRYEOK"


def test_a_star_names_a_merchant_only_near_the_beginning() -> None:
    card = BankLine(transaction_id="T1", description="SQ *KARONET CORP")
    tagged = BankLine(transaction_id="T2", description="BOONE MACHINE DES:ACH PMT REF*TN*62")
    assert read_memo(card).name_key == ("KARONET", "CORP")
    assert read_memo(tagged).name_key[:2] == ("BOONE", "MACHINE")
