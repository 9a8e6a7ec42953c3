"""Words that statements print above their columns, in many languages, and what the column holds."""

from collections.abc import Sequence
from typing import Literal

from engine.extraction.phrases import Hit, PhraseBook, plain

Role = Literal[
    "date",
    "post_date",
    "value_date",
    "description",
    "reference",
    "debit",
    "credit",
    "amount",
    "foreign",
    "balance",
    "kind",
    "other",
]

MONEY_ROLES: frozenset[Role] = frozenset({"debit", "credit", "amount"})
DATE_ROLES: frozenset[Role] = frozenset({"date", "post_date", "value_date"})

_PHRASES: dict[Role, str] = {
    "foreign": """
        amount in fcy, foreign spending, foreign amount, original amount, foreign spend,
        foreign currency amount, transaction currency, foreign currency, fcy amount,
        montant en devise, fremdwahrung, importe divisa, moneda extranjera, valor us,
        valor em us, us dollar, exchange rate, kurs, original currency
    """,
    "value_date": """
        valeur date, date effet, data efectiva, ngay hieu luc, valuta datum, ημ νια αξιας,
        落帳日,
        ngay hach toan,
        value date, value dt, valutadag, value, val date, effective date, value day, wert,
        valuta,
        wertstellung, valutadatum, wertdatum, valeur, date de valeur, date valeur,
        fecha valor, f valor, fecha de valor, data valor, data valuta, data waluty,
        datum valuty, valuteringsdag, rentedatum, valor dia, valutadato, arvopaiva,
        ertek nap, erteknap, valor tarihi, дата валютирования, 起息日, rentedato, val datum
    """,
    "post_date": """
        入帳起息日, 入帳日, date posted on,
        post date, posting date, posted date, date posted, post, posting, posted,
        date processed, process date, processed on, processing date, settlement date,
        fecha de proceso, fecha contable, date de comptabilisation, buchungsdatum bank,
        data de lancamento, data contabile, 記帳日, 入账日期, 入帳日, processed
    """,
    "date": """
        verbuchungsdatum, verbuchung, 利用日, ご利用日, 거래일시, 消費日, 交易时间,
        交易時間, お取扱日, ngay gd, วันที่,
        วันที่ทำรายการ, fecha movimiento, fecha mov, date comptabilisation, date compta,
        giao dich, ημ νια κινησης, knjizenje, datum knjizenja, datums, datum prometu, kuupaev,
        operacijos data, تاريخ العملية,
        date, dt, txn date, trans date, tran date, transaction date, entry date,
        booking date, date of, date of transaction, day, trans, tran, txn dt, transdate,
        purchase date, datum, buchungstag, buchungsdatum, buchung, tag, date operation,
        date d operation, date comptable, jour, dates, fecha, fecha operacion,
        fecha de operacion, f operacion, f oper, fec, fech, dia, data, data operazione,
        data contabile, data mov, data movimento, data do movimento, data operacji,
        data ksiegowania, data transakcji, boekdatum, transactiedatum, datum transactie,
        bokforingsdag, bokforingsdatum, transaktionsdag, transaktionsdatum, dato, bokfort,
        bogforingsdato, bogfort, pvm, paivamaara, kirjauspaiva, tarih, islem tarihi,
        datum transakce, datum zauctovani, datum uctovani, datum splatnosti, datum provedeni,
        datul, keltezes, tranzakcio datuma, konyveles napja, konyvelesi datum,
        data tranzactiei, дата, дата операции, дата проводки, ημερομηνια, ημ νια, tanggal,
        tgl, tarikh, tarikh masuk, ngay, ngay giao dich, 日期, 交易日期, 交易日, 記帳日期,
        日付, お取引日, 取引日, 年月日, 거래일, 거래일자, 거래일시, التاريخ, תאריך, datums,
        kuupaev, дата операції
    """,
    "balance": """
        잔액, 거래후잔액, 帳戶餘額, 余额, 帐户余额, ยอดคงเหลือ, คงเหลือ, ยอดเงินคงเหลือ,
        stanje po transakciji,
        likutis, atlikums, so du cuoi, 当前余额, saldo dopo operazione, novi saldo,
        neuer kontostand,
        balance, running balance, running bal, bal, closing balance, account balance,
        ledger balance, end of day, ending daily balance, ending balance, daily balance,
        statement balance, balance after, available balance, current balance, saldo,
        kontostand, neuer saldo, saldo neu, kontosaldo, solde, solde courant, saldo contable,
        saldo disponible, saldo final, saldo dopo, saldo contabile, saldo po operacji,
        saldo po transakcji, saldo na, zustatek, zostatok, sold, sold final, egyenleg,
        konyvelt egyenleg, bakiye, kalan, kalan bakiye, остаток, баланс, исходящий остаток,
        υπολοιπο, baki, baki penyata, saldo akhir, so du, 余额, 餘額, 结余, 結餘, 残高,
        差引残高, 잔액, الرصيد, יתרה, saldo rekening, залишок, likutis, jaak, stanje,
        saldo posle
    """,
    "debit": """
        출금액, 출금금액, 지급금액, 찾으신금액, 支出金額, 提出, 取款, ถอนเงิน, ถอน,
        รายการถอน, money out, withdrawal dr,
        so tien ghi no, phat sinh no, debitore, zadolzenie, duguje, isplata, isplate,
        支出额, 减少,
        sumas debet, ziduodu, debetas, saidas dr,
        debit, debits, dr, withdrawal, withdrawals, withdrawn, money out, paid out, out,
        payments, payments out, debit amount, debit amt, withdrawal amt, withdrawal amount,
        spent, outgoing, paid, charges, charge, withdrawals debits,
        checks debits, payments and withdrawals, cheques and debits, soll, belastung,
        lastschrift, lastschriften, ausgang, ausgange, abgang, zu ihren lasten, belastungen,
        ausgaben, auszahlung, debet, bet, depense, depenses, sorties, retrait, retraits,
        au debit, cargo, cargos, debe, debito, debitos, adeudo, adeudos, gastos, retiro,
        retiros, pagos, egresos, salidas, uscite, dare, addebiti, addebito, saidas, saida,
        levantamentos, wydatki, obciazenia, obciazenie, wyplaty, af, afschrijving, uitgaven,
        afschrijvingen, bedrag af, uttag, ut, ut av konto, ud, ud af konto, havet, belastet,
        otot, borc, cikan, odchozi, na vrub, ma dati, vydaje, terheles, plati, iesiri,
        расход, списание, дебет, списано, χρεωση, χρεωσεις, mutasi debet, keluar, ghi no,
        支出, 借方, お支払金額, 出金, お引出し, お支払い, 出金額, 찾으신금액, 출금, 출금액,
        مدين, חובה, 支取, 提款, ausg, bezahlt, видатки, valjamaks, isl, wydane, terhere
    """,
    "credit": """
        입금액, 입금금액, 맡기신금액, 存款金額, 收入金額, 存入, 存款, ฝากเงิน, ฝาก,
        รายการฝาก, deposit cr,
        so tien ghi co, phat sinh co, potrazuje, uplata, uplate, kreditas, 增加,
        credit, credits, cr, deposit, deposits, deposited, money in, paid in, in,
        deposit amt, deposit amount, credit amount, credit amt, received, incoming,
        deposits credits, payments in, receipts, lodgements, lodgement, haben,
        gutschrift, gutschriften, eingang, eingange, zugang, zu ihren gunsten, einnahmen,
        einzahlung, recette, recettes, entrees, versement, au credit, versements, abono,
        abonos, haber, credito, creditos, ingreso, ingresos, depositos, deposito, entradas,
        entrate, avere, accrediti, accredito, entrada, depositi, wplywy, uznania, uznanie,
        wplaty, bij, bijschrijving, ontvangsten, bijschrijvingen, bedrag bij, insattning,
        insattningar, in pa konto, inn, inn pa konto, ind, ind pa konto, indsat, panot,
        alacak, giren, prichozi, ve prospech, dal, prijmy, jovairas, incasari, intrari,
        приход, поступление, кредит, зачислено, зачисление, πιστωση, πιστωσεις,
        mutasi kredit, masuk, ghi co, 收入, 貸方, お預り金額, 入金, お預入れ, 入金額,
        맡기신금액, 입금, 입금액, دائن, זכות, 存入, 存款, надходження, jovairva, javara
    """,
    "amount": """
        net, net amount, 利用金額, ご利用金額, 新臺幣金額, 交易金額, 台幣金額, 本期金額,
        จำนวนเงิน, ถอนเงิน ฝากเงิน,
        withdrawal dr deposit cr, iznos transakcije, apgrozijums, suma eur, montant dh,
        montant en dh, montant mad, belastung gutschrift,
        amount, amt, amount paid, transaction amount, net amount, amounts, value gbp,
        value eur, value usd, amount due, sum, betrag, umsatz, betrag in eur, umsatze,
        montant, montant eur, importe, monto, cantidad, valor, valor r, quantia, importo,
        movimenti, movimento, montante, kwota, kwota operacji, kwota transakcji, bedrag,
        bedrag eur, belopp, belob, bevegelse, summa, maara, tutar, islem tutari, castka,
        castka transakce, suma, osszeg, сумма, сумма операции, сумма в валюте счета, ποσο,
        jumlah, jumlah urusniaga, nominal, mutasi, so tien, 金额, 金額, 交易金额, 取引金額,
        거래금액, المبلغ, סכום, сума, kogus, iznos, znesek
    """,
    "reference": """
        reference, ref, ref no, reference no, reference number, chq ref no, cheque,
        cheque no, chq no, check, check no, check number, check nbr, cheque number, chq,
        instrument id, instrument no, utr, transaction id, txn id, ref number, beleg,
        belegnr, ref num, num, numero, documento, docto, doc, nr, n, no doc, num doc,
        referencia, referenz, referentie, referenza, referencja, ref cheque no, auth code,
        serial no, bilagsnr, referens, viite, reference code, dokument, номер,
        номер документа, №, s no, sr no, sl no, sno, seq no, 凭证号, 流水号, check serial,
        trace no, arkivref
    """,
    "description": """
        利用店名 商品名, 利用店名, ご利用店名, ご利用内容, ご利用店, 商品名, 적요,
        거래내용, 내용, 거래처, 消費明細, 交易說明, 交易摘要, 摘要,
        消費暨收費摘要表, รายการ, รายละเอียด, transaction type and details,
        opis transakcije, namena,
        raksturojums, apraksts, aprasymas, motif, nature operation, libelle operation,
        libelle de l operation, detalle de transaccion, descripcion de la operacion,
        opis placanja, merchant description, transactions in detail, noi dung chi tiet,
        dien giai,
        description, descriptions, details, detail, particulars, narration, narrative,
        transaction, transactions, transaction details, transaction description, activity,
        payee, merchant, merchant name or transaction description, memo, remarks,
        transaction particulars, description of transaction, details of transactions,
        payment details, item, name description, merchant name, payment type and details,
        name, counterparty, explanation, booking text, text, beschreibung, verwendungszweck,
        buchungstext, vorgang, erlauterung, empfanger, auftraggeber, buchungsinformation,
        details zur buchung, buchungsangaben, bezeichnung, libelle, libelles, nature,
        nature de l operation, operation, operations, designation, intitule,
        detail des operations, concepto, descripcion, detalle, movimiento, movimientos,
        operacion, detalle de operacion, establecimiento, historico, descricao, lancamento,
        lancamentos, descritivo, detalhe, descrizione, causale, descrizione operazioni,
        descrizione delle operazioni, opis, opis operacji, tytul, szczegoly, tytul operacji,
        nadawca odbiorca, omschrijving, naam, naam omschrijving, mededelingen, mededeling,
        specifikation, beskrivning, tekst, beskrivelse, forklaring, betalare mottagare,
        selite, saaja, saaja maksaja, aciklama, islem aciklamasi, popis, nazev, zprava,
        megnevezes, leiras, kozlemeny, descriere, explicatii, detalii, описание,
        назначение платежа, назначение, операция, наименование операции, содержание,
        плательщик получатель, контрагент, περιγραφη, αιτιολογια, keterangan, uraian,
        butir urusniaga, keterangan transaksi, dien giai, noi dung, 摘要, 交易摘要, 说明,
        備註, お取引内容, 適用, 내용, 적요, البيان, التفاصيل, פרטים, תיאור, призначення,
        transaction detail, paskirtis, selgitus, naziv
    """,
    "kind": """
        支払方法, 利用者, ช่องทาง, 거래구분, 거래점, 취급점,
        type, transaction type, txn type, category, code, dr cr, d c, cr dr, debit credit,
        s h, af bij, tran type, art, tipo, typ, soort, mutatiesoort, tyyppi, laji, tip,
        categoria, categorie, typ operacji, rodzaj operacji, вид операции, тип, 种类, 区分,
        bu code, tipo operacion
    """,
    "other": """
        gross, fee, 手数料, 支払手数料, 支払総額, 当月請求額, 翌月繰越残高, 消費地, 幣別,
        折算日, 外幣, 消費地金額, 송금메모, เวลา,
        etiket, เวลา วันที่มีผล, merchant category, accrued bank charges,
        total, account number, card number, branch, branch code, init br, time, location,
        city, card, points, teller, currency, rewards, account, account name, cvv, gst, tax,
        vat, uhrzeit, sucursal, oficina, hora, agencia, filiale
    """,
}

_BOOK: PhraseBook[Role] = PhraseBook.of_lists(_PHRASES)
_ORDER: tuple[Role, ...] = tuple(_PHRASES)
_WEAK = frozenset(
    {"in", "out", "n", "nr", "af", "ut", "ud", "art", "paid", "name", "item", "day", "post"}
)
_UNITS = frozenset(
    {"usd", "eur", "gbp", "chf", "sgd", "myr", "inr", "aud", "cad", "jpy", "r", "s", "rm", "rs"}
    | {"hkd", "nzd", "zar", "brl", "mxn", "pln", "sek", "nok", "dkk", "czk", "huf", "rub", "try"}
)


def head_words(tokens: Sequence[str]) -> list[Hit[Role]]:
    """Head phrases among plain ``tokens``, left to right.

    Words that prose is full of ("in", "out") count only when they stand alone.
    """
    hits = _BOOK.find(tokens)
    if len(tokens) == 1:
        return hits
    return [hit for hit in hits if hit.end - hit.start > 1 or tokens[hit.start] not in _WEAK]


def is_unit(token: str) -> bool:
    """Whether a plain word under or beside a head is only its currency."""
    return token in _UNITS


def role_of(text: str) -> Role | None:
    """What a column with this head holds; None when the head says nothing known.

    The longest phrase decides ("transaction date" is a date); at equal length the role that
    comes first in the vocabulary does.
    """
    hits = head_words(plain(text).split())
    if not hits:
        return None
    longest = max(hit.end - hit.start for hit in hits)
    return min((h.label for h in hits if h.end - h.start == longest), key=_ORDER.index)
