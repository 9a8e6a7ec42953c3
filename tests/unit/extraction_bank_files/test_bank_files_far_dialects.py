"""Exports of many countries and of shops' payouts, whose words and habits differ most."""

from decimal import Decimal

import pytest

from engine.errors import BankFileUnreadableError
from engine.extraction.bank_files import read_bank_file, statement_of
from engine.reading.sniff import mime_type_of


def statement(text, encoding="utf-8"):
    content = text.encode(encoding)
    file = read_bank_file(content, mime_type_of(content[:8192], "a.csv"), "a.csv")
    return statement_of(file, "u", "a.csv"), file


def told(found):
    return [(str(line.date), str(line.amount)) for line in found.transactions]


def test_years_of_the_buddhist_era_are_counted_as_ours():
    found, _ = statement(
        "เลขที่บัญชี,123-4-56789-0\nยอดยกมา,100.00\nวันที่,รายการ,ถอนเงิน,ฝากเงิน,ยอดคงเหลือ\n"
        "13/03/2567,ร้าน,10.00,,90.00\n14/03/2567,เงิน,,5.00,95.00\n"
    )
    assert told(found) == [("2024-03-13", "-10.00"), ("2024-03-14", "5.00")]
    assert found.info.account_number == "123-4-56789-0"


def test_a_wallet_names_its_closed_orders_and_its_yuan():
    found, file = statement(
        "账号：6222020200001234567,户名：张三,\n"
        "交易单号,交易时间,交易对方,商品,收/支,金额(元),当前状态\n"
        "2024031500001,2024-03-15 10:00:01,店,饭,支出,¥13.20,支付成功\n"
        "2024031600002,2024-03-16 10:00:01,人,转账,收入,¥200.00,支付成功\n"
        "2024031700003,2024-03-17 10:00:01,店,鞋,支出,¥99.00,交易关闭\n",
        "gb18030",
    )
    assert told(found) == [("2024-03-15", "-13.20"), ("2024-03-16", "200.00")]
    assert (found.info.currency, found.info.account_number) == ("CNY", "6222020200001234567")
    assert found.info.account_name == "张三"
    assert "1 rows" in file.warnings[0]


def test_letters_of_the_baltic_for_debit_and_credit_and_their_turnovers():
    found, _ = statement(
        "Sąskaitos Nr.,Data,Gavėjas,Paaiškinimai,Suma,Valiuta,D/K\n"
        "LT127300010000000001,2024-03-01,,Likutis pradžiai,100.00,EUR,K\n"
        "LT127300010000000001,2024-03-13,Maxima,Pirkinys,15.00,EUR,D\n"
        "LT127300010000000001,2024-03-14,Firma,Alga,50.00,EUR,K\n"
        "LT127300010000000001,2024-03-31,,Apyvarta,15.00,EUR,D\n"
        "LT127300010000000001,2024-03-31,,Likutis pabaigai,135.00,EUR,K\n"
    )
    assert told(found) == [("2024-03-13", "-15.00"), ("2024-03-14", "50.00")]
    assert found.info.proof.status == "proven"


def test_a_dollar_sign_beside_spanish_words_tells_no_currency():
    found, _ = statement(
        'Fecha,Descripción,Cargos,Abonos,Saldo\n13/03/2024,Pago,"$2,500.00",,"$12,500.00"\n'
        '14/03/2024,Abono,,"$85.50","$12,585.50"\n'
    )
    assert found.info.currency is None
    assert told(found)[0] == ("2024-03-13", "-2500.00")


def test_payouts_are_their_total_and_keep_their_signs():
    found, _ = statement(
        "Payout Date,Payout Status,Charges Gross,Refunds Gross,Fees,Total,Currency\n"
        "2024-03-13,paid,500.00,-20.00,-14.50,465.50,EUR\n"
        "2024-03-14,paid,0.00,-50.00,0.00,-50.00,EUR\n"
    )
    assert told(found) == [("2024-03-13", "465.50"), ("2024-03-14", "-50.00")]


def test_a_refund_to_a_customer_is_money_that_went_out():
    found, _ = statement(
        "payout_effective_at,created_utc,currency,gross,fee,net,description\n"
        "2024-03-18,2024-03-13 10:00:00,usd,120.00,3.78,116.22,Order 1\n"
        "2024-03-18,2024-03-14 10:00:00,usd,-20.00,0.00,-20.00,Refund for order 1\n"
        "2024-03-18,2024-03-15 10:00:00,usd,50.00,1.75,48.25,Order 2\n"
    )
    assert told(found)[1] == ("2024-03-14", "-20.00")
    assert told(found)[0][0] == "2024-03-13"


def test_a_fee_beside_columns_of_debit_and_credit_is_taken_off_where_balances_say_so():
    found, _ = statement(
        "Date,Text,Money In,Money Out,Fee,Balance\n2024/03/13,Shop,,-10.00,,90.00\n"
        "2024/03/14,Send,,-20.00,-1.00,69.00\n2024/03/15,Pay,100.00,,,169.00\n"
        "2024/03/16,Rent,,-50.00,-2.00,117.00\n"
    )
    assert [line.amount for line in found.transactions] == [-10, -21, 100, Decimal(-52)]


def test_rows_without_whole_dates_are_said_to_be_unreadable():
    with pytest.raises(BankFileUnreadableError, match="no whole dates"):
        statement("Tanggal,Keterangan,Cabang,Jumlah,Saldo\n01/03,TRSF,0000,150.00 DB,850.00\n")


def test_balances_in_the_original_currency_are_balances():
    found, _ = statement(
        "Date,Details,Deposit,Withdrawal,Balance in Original Currency\n"
        "2024/03/13,B/F BALANCE,,,100.00 HKD\n2024/03/14,INTEREST,1.20,,101.20 HKD\n"
        "2024/03/15,ATM,,50.00,51.20 HKD\n"
    )
    assert found.info.proof.status == "proven"
    assert found.info.opening_balance == 100
