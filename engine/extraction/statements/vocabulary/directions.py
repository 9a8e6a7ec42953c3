"""Words and marks beside an amount that say which way it goes."""

from typing import Final

from engine.extraction.phrases import plain

_PAID: Final = """
    debit debits debited dr db withdrawal withdrawals withdrawn paid out sent soll belastung
    lastschrift ausgang auszahlung af afschrijving debet debito debitos cargo cargos debe
    adeudo retiro gasto egreso salida sortie depense addebito addebiti dare uscita uscite
    saida saidas obciazenie obciazenia wydatek wyplata uttag ut utbetalning belastet utgift
    udgift haevet ud uttekt otto pano-otto veloitus borc cikan gider vydaj odchozi odepsano
    debetni debetna terheles kiadas debitare iesire plata isplata zaduzenje duguje breme
    расход списание дебет дт дебит видаток списання витрата задужење исплата дугује islaidos
    nurasyta debets izdevumi deebet valjaminek шығыс χρεωση χ χρ debi dalje გასავალი დებეტი
    ելք مدين سحب خصم منه חובה חיוב ח بدهکار برداشت डेबिट नामे निकासी ডেবিট keluar pengeluaran
    debit-keluar ghi-no rut chi
    支出 借 借方
    付出 转出 轉出 支取 提款 出金 支払 お支払 출금 지급 ถอน ถอนเงิน หัก wn
    minus
"""
_RECEIVED: Final = """
    credit credits credited cr deposit deposits deposited received in haben gutschrift eingang
    einzahlung bij bijschrijving credito creditos abono abonos haber ingreso deposito entrada
    entradas recette entree versement accredito accrediti avere entrata entrate uznanie
    uznania wplyw wplata insattning inbetalning inn indsat ind innborgun pano hyvitys alacak
    giren gelir prijem prichozi pripsano kreditni kreditna jovairas bevetel creditare incasare
    intrare uplata odobrenje potrazuje dobro приход поступление зачисление кредит кт
    надходження зарахування постъпление одобрење уплата потражује iplaukos iskaityta kredits
    ienemumi kreedit laekumine кіріс πιστωση π πιστ kredi hyrje შემოსავალი კრედიტი մուտք دائن
    إيداع له זכות זיכוי ז بستانکار واریز क्रेडिट जमा ক্রেডিট জমা masuk kemasukan ghi-co nop
    thu 收入 贷 貸 贷方 貸方 存入 转入 轉入 入金 お預り 입금 ฝาก ฝากเงิน ma plus
"""
_PAID_LETTERS: Final = "d s b t"
_RECEIVED_LETTERS: Final = "c h k a j"

PAID_WORDS: Final = frozenset(plain(word) for word in (_PAID + _PAID_LETTERS).split())
"""What a column of kinds says of an amount paid, in plain words."""

RECEIVED_WORDS: Final = frozenset(plain(word) for word in (_RECEIVED + _RECEIVED_LETTERS).split())
"""What a column of kinds says of an amount received, in plain words."""

_CLEAR: Final = """
    debit credit debits credits debited credited dr cr db d c s h soll haben af bij debet
    kredit debito credito cargo abono debe haber deposit withdrawal dare avere belastung
    gutschrift addebito accredito adeudo obciazenie uznanie borc alacak terheles jovairas
    zaduzenje odobrenje duguje potrazuje приход расход дебет кредит дт кт задужење одобрење
    χρεωση πιστωση χ π مدين دائن חובה זכות 借 贷 貸 借方 贷方 貸方 支出 收入 출금 입금
"""
KIND_WORDS: Final = frozenset(plain(word) for word in _CLEAR.split())
"""Plain words that by themselves, in no column of kinds, say which way an amount goes."""

PAID_MARKS: Final = "DR|Dr|dr|DB|Db|OD|O/D|Дт|ДТ|D|S|借"
RECEIVED_MARKS: Final = "CR|Cr|cr|Кт|КТ|C|H|贷|貸"
"""Marks printed behind amounts, as choices of a regular expression."""
