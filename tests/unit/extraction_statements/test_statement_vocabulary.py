"""Heads of columns in many languages and scripts."""

import datetime as dt
from decimal import Decimal

import pytest
import statement_layouts
from statement_layouts import Entry, Style, lay_out

from engine.extraction import Context, extract_statement
from engine.extraction.phrases import PhraseBook
from engine.extraction.statements.columns.heads import role_of
from engine.extraction.statements.vocabulary import money_heads, party_types
from engine.extraction.statements.vocabulary.spelled import book_of, spelled, unspaced_book_of

HEADS = {
    "Arabic": "التاريخ|البيان|مدين|دائن|الرصيد",
    "Bengali": "তারিখ|বিবরণ|উত্তোলন|জমা|স্থিতি",
    "Bosnian": "Datum transakcije|Opis transakcije|Isplata|Uplata|Stanje",
    "Bulgarian": "Дата на операция|Основание|Дебит|Кредит|Салдо",
    "Catalan": "Data operació|Concepte|Càrrec|Abonament|Saldo",
    "Chinese, simplified": "交易日期|摘要|支出金额|收入金额|余额",
    "Chinese, traditional": "交易日|說明|支出|存入|結餘",
    "Croatian": "Datum knjiženja|Svrha plaćanja|Terećenje|Odobrenje|Stanje",
    "Danish": "Bogføringsdato|Tekst|Ud af konto|Ind på konto|Saldo",
    "English, India": "Txn Date|Narration|Withdrawal Amt.|Deposit Amt.|Closing Balance",
    "Estonian": "Kuupäev|Selgitus|Deebet|Kreedit|Jääk",
    "Finnish": "Kirjauspäivä|Selite|Otot|Panot|Saldo",
    "Georgian": "თარიღი|დანიშნულება|გასავალი|შემოსავალი|ნაშთი",
    "Greek": "Ημ/νία|Αιτιολογία|Χρέωση|Πίστωση|Υπόλοιπο",
    "Hebrew": "תאריך|תיאור פעולה|חובה|זכות|יתרה",
    "Hindi": "दिनांक|विवरण|निकासी|जमा|शेष",
    "Hungarian": "Könyvelés napja|Közlemény|Terhelés|Jóváírás|Egyenleg",
    "Icelandic": "Dagsetning|Skýring|Úttekt|Innborgun|Staða",
    "Indonesian": "Tanggal|Keterangan|Mutasi Debet|Mutasi Kredit|Saldo Akhir",
    "Japanese": "お取引日|お取引内容|お支払金額|お預り金額|差引残高",
    "Korean": "거래일시|적요|출금액(원)|입금액(원)|잔액(원)",
    "Latvian": "Datums|Maksājuma mērķis|Debets|Kredīts|Atlikums",
    "Lithuanian": "Operacijos data|Paskirtis|Debetas|Kreditas|Likutis",
    "Malay": "Tarikh urusniaga|Butiran|Debit|Kredit|Baki penyata",
    "Persian": "تاریخ|شرح|برداشت|واریز|مانده",
    "Polish": "Data księgowania|Opis operacji|Obciążenia|Uznania|Saldo po operacji",
    "Serbian": "Датум књижења|Опис трансакције|Исплата|Уплата|Стање",
    "Swahili": "Tarehe|Maelezo|Fedha zilizotolewa|Fedha zilizoingia|Salio",
    "Thai": "วันที่|รายละเอียด|ถอนเงิน|ฝากเงิน|ยอดคงเหลือ",
    "Turkish": "İşlem Tarihi|Açıklama|Borç|Alacak|Bakiye",
    "Ukrainian": "Дата операції|Призначення платежу|Видатки|Надходження|Залишок",
    "Vietnamese": "Ngày giao dịch|Nội dung chi tiết|Số tiền ghi nợ|Số tiền ghi có|Số dư",
}


@pytest.mark.parametrize("language", sorted(HEADS))
def test_a_language_s_heads_are_known(language: str) -> None:
    roles = [role_of(head) for head in HEADS[language].split("|")]
    assert roles == ["date", "description", "debit", "credit", "balance"]


@pytest.mark.parametrize("language", sorted(HEADS))
def test_a_statement_in_the_language_is_read_and_proven(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = HEADS[language].split("|")
    monkeypatch.setitem(statement_layouts.HEADS, "en", (*heads[:4], "", heads[4], ""))
    start = dt.date(2024, 3, 1)
    amounts = [Decimal(value) for value in ("-12.30", "250.00", "-7.05", "-99.99", "31.40")]
    entries = [
        Entry(start + dt.timedelta(days=2 * day), (f"HARBOUR SHOP {day}",), amount)
        for day, amount in enumerate(amounts)
    ]
    style = Style(columns="debit_credit", balance="every")
    pages = lay_out(entries, Decimal(500), (start, dt.date(2024, 3, 31)), style)
    statement = extract_statement(pages, Context("u"))
    assert [row.amount for row in statement.transactions] == amounts
    assert statement.info.proof.status == "proven"


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Buchungs- tag", "date"),
        ("Debit/Débit", "debit"),
        ("利用 日", "date"),
        ("消費地金額", "foreign"),
        ("ถอนเงิน / ฝากเงิน", "amount"),
        ("Số tiền ghi nợ Debit", "debit"),
        ("Amount paid in", "credit"),
        ("本明細は、お取引内容をご確認いただくためのものであり、証明書ではありません", None),
    ],
)
def test_broken_joined_and_bilingual_heads(head: str, role: str | None) -> None:
    assert role_of(head) == role


def test_choices_in_phrases_are_spelled_out() -> None:
    phrases = list(spelled("date of|_ entry|the+day, tag"))
    assert phrases == ["date of entry", "date of the day", "date entry", "date the day", "tag"]


def test_a_book_of_choices_knows_the_phrases_that_they_spell() -> None:
    lists = {"balance": money_heads.BALANCE, "card": party_types.CARD}
    book = book_of(lists)
    whole = PhraseBook({label: list(spelled(text)) for label, text in lists.items()})
    assert book.first_words == whole.first_words
    for text in lists.values():
        for phrase in spelled(text):
            assert book.find(tokens := phrase.split()) == whole.find(tokens)


def test_of_two_meanings_of_one_phrase_the_first_stays() -> None:
    book = book_of({"date": "day|date of|_ entry", "other": "date entry|note"})
    assert book.labels("date entry") == {"date"}
    assert book.labels("date note") == {"other"}
    assert book.labels("of entry") == set()


def test_only_scripts_without_spaces_are_matched_letter_by_letter() -> None:
    book = unspaced_book_of(
        {"date": "交易 日|日期, fecha, 取引日 date", "balance": "余额, ยอด เงิน"}
    )
    assert [hit.label for hit in book.find(["交易日期", "余额"])] == ["date", "balance"]
    assert [hit.label for hit in book.find(["ยอดเงิน"])] == ["balance"]
    assert book.find(["fecha", "取引日"]) == []
