"""The words of statements in many languages, as their banks print them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Land:
    """One language's words and habits.

    ``heads`` are date, value date, text, reference, paid, received, amount and balance;
    ``carried`` is the pair at the end and the beginning of a page; ``sides`` names the sections of
    what came in and what went out. ``dates`` and ``numbers`` are styles of ``notation``.
    """

    code: str
    font: str
    heads: tuple[str, str, str, str, str, str, str, str]
    opening: str
    closing: str
    carried: tuple[str, str]
    sides: tuple[str, str]
    months: tuple[str, ...]
    period: tuple[str, str]
    account: str
    page: str
    nothing: str
    dates: str
    numbers: str
    kinds: tuple[str, ...]
    payees: tuple[str, ...]
    holders: tuple[str, ...]
    footer: str


_ROWS = """
en|sans|Date,Value date,Details,Reference,Paid out,Paid in,Amount,Balance
  |Opening balance|Closing balance|Carried forward,Brought forward|Deposits,Withdrawals
  |January February March April May June July August September October November December
  |Statement period,to|Account number|Page|No transactions in this period|dmy/|us
  |Card payment,Direct debit,Transfer to,Standing order|Corner Grocer,Tarn Energy,Mill Gym,J Okafor
  |Rosa Whitfield,Amir Dale|Invented Bank is a name of nobody. Call 0300 123 4567 for help.
us|sans|Date,Posted,Description,Check no.,Withdrawals,Deposits,Amount,Ending balance
  |Beginning balance|Ending balance|Continued on next page,Balance forward
  |Deposits and additions,Withdrawals and subtractions
  |January February March April May June July August September October November December
  |Statement period,through|Account number|Page|No activity this period|mdy/|us
  |POS purchase,ACH debit,Online transfer,Zelle to|Bluebird Diner,City Water,Pine Hardware,K Lund
  |Dana Kerr,Luis Ortega|Member of nothing. Questions? Call 1-800-555-0199.
in|dejavu|Txn Date,Value Dt,Narration,Chq./Ref.No.,Withdrawal Amt.,Deposit Amt.,Amount,
   Closing Balance
  |Opening Balance|Closing Balance|Carried forward,Brought forward|Credits,Debits
  |January February March April May June July August September October November December
  |Statement From,To|Account No|Page No|No transactions found|dmy/|lakh
  |UPI-,NEFT DR-,IMPS-,ATM WDL-|Kirana Store,Power Grid,Tea House,R Iyer
  |Meera Nair,Arjun Rao|This is an invented statement and needs no signature.
de|sans|Buchung,Wert,Verwendungszweck,Beleg,Soll,Haben,Betrag,Saldo
  |Alter Kontostand|Neuer Kontostand|Übertrag auf nächstes Blatt,Übertrag von vorigem Blatt
  |Gutschriften,Lastschriften
  |Januar Februar März April Mai Juni Juli August September Oktober November Dezember
  |Zeitraum,bis|Kontonummer|Blatt|Keine Umsätze in diesem Zeitraum|dmy.|eu
  |Lastschrift,Überweisung an,Kartenzahlung,Dauerauftrag|Bäckerei Korn,Stadtwerke,Möbel Lenz,A Vogt
  |Hanna Weiß,Jonas Krüger|Erfundene Bank eG, Sitz nirgends, Tel. 0800 1234567
fr|sans|Date,Valeur,Nature de l'opération,Réf.,Débit,Crédit,Montant,Solde
  |Solde précédent|Nouveau solde|À reporter,Report
  |Entrées,Sorties
  |janvier février mars avril mai juin juillet août septembre octobre novembre décembre
  |Relevé du,au|Compte n°|Page|Aucune opération sur la période|dmy/|space
  |Carte,Prélèvement,Virement à,Chèque|Boulangerie Petit,Énergie Sud,Café du Port,M Duval
  |Claire Renaud,Paul Morin|Banque inventée, société de personne, tél. 09 69 00 00 00
es|sans|Fecha,F. valor,Concepto,Referencia,Cargos,Abonos,Importe,Saldo
  |Saldo anterior|Saldo final|Suma y sigue,Suma anterior
  |Abonos,Cargos
  |enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  |Periodo del,al|Cuenta|Página|Sin movimientos en el periodo|dmy/|eu
  |Compra,Recibo,Transferencia a,Bizum|Panadería Sol,Agua Norte,Librería Mar,L Ibáñez
  |Marta Gil,Iván Soto|Banco inventado, de nadie, tel. 900 000 000
pt|sans|Data,Data valor,Descrição,Documento,Saídas,Entradas,Valor,Saldo
  |Saldo anterior|Saldo final|A transportar,Transporte
  |Entradas,Saídas
  |janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
  |Período de,a|Conta|Página|Sem lançamentos no período|dmy/|eu
  |Compra,Débito direto,Transferência para,Pix|Padaria Lua,Águas do Rio,Farmácia Boa,T Reis
  |Inês Prado,Rui Matos|Banco inventado, de ninguém, tel. 800 000 000
it|sans|Data,Valuta,Descrizione,Riferimento,Dare,Avere,Importo,Saldo
  |Saldo iniziale|Saldo finale|A riportare,Riporto
  |Entrate,Uscite
  |gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
  |Periodo dal,al|Conto n.|Pagina|Nessun movimento nel periodo|dmy/|eu
  |Pagamento,Addebito,Bonifico a,Prelievo|Forno Rossi,Luce Srl,Bar Centrale,G Neri
  |Lucia Conti,Marco Riva|Banca inventata, di nessuno, tel. 800 000 000
nl|sans|Datum,Rentedatum,Omschrijving,Kenmerk,Af,Bij,Bedrag,Saldo
  |Vorig saldo|Nieuw saldo|Transporteren,Transport
  |Bijschrijvingen,Afschrijvingen
  |januari februari maart april mei juni juli augustus september oktober november december
  |Periode,t/m|Rekening|Pagina|Geen transacties in deze periode|dmy-|eu
  |Betaalautomaat,Incasso,Overboeking naar,iDEAL|Bakker Jansen,Waterbedrijf,Boekhandel Vos,P Smit
  |Eva Bakker,Daan Mulder|Verzonnen Bank, van niemand, tel. 0900 0000
pl|dejavu|Data operacji,Data waluty,Opis operacji,Numer,Obciążenia,Uznania,Kwota,Saldo
  |Saldo początkowe|Saldo końcowe|Do przeniesienia,Z przeniesienia
  |Uznania,Obciążenia
  |stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października
   listopada grudnia
  |Za okres od,do|Rachunek|Strona|Brak operacji w okresie|dmy.|space
  |Zakup,Polecenie,Przelew do,Wypłata|Piekarnia Kłos,Wodociągi,Księgarnia,Z Wójcik
  |Anna Żak,Piotr Lis|Wymyślony Bank, niczyj, tel. 800 000 000
cs|dejavu|Datum,Valuta,Popis,Doklad,Odchozí,Příchozí,Částka,Zůstatek
  |Počáteční zůstatek|Konečný zůstatek|Převod na další stranu,Převod
  |Příjmy,Výdaje
  |ledna února března dubna května června července srpna září října listopadu prosince
  |Období od,do|Číslo účtu|Strana|Žádné transakce v období|dmy.|space
  |Platba kartou,Inkaso,Převod na,Výběr|Pekařství Klas,Vodárny,Knihy Dvořák,J Novák
  |Jana Malá,Petr Beneš|Vymyšlená banka, ničí, tel. 800 000 000
sv|sans|Bokföringsdag,Valutadag,Beskrivning,Referens,Uttag,Insättning,Belopp,Saldo
  |Ingående saldo|Utgående saldo|Transport nästa sida,Transport
  |Insättningar,Uttag
  |januari februari mars april maj juni juli augusti september oktober november december
  |Perioden,till|Kontonummer|Sida|Inga transaktioner under perioden|iso|space
  |Kortköp,Autogiro,Överföring till,Swish|Bageri Ek,Vattenverket,Bokhandeln,L Åberg
  |Maja Öberg,Nils Sjö|Påhittade banken, ingens, tel. 0771 00 00 00
da|sans|Dato,Rentedato,Tekst,Bilag,Ud,Ind,Beløb,Saldo
  |Saldo primo|Saldo ultimo|Transporteres,Overført
  |Indbetalinger,Udbetalinger
  |januar februar marts april maj juni juli august september oktober november december
  |Periode,til|Kontonr.|Side|Ingen posteringer i perioden|dmy.|eu
  |Dankort,Betalingsservice,Overførsel til,MobilePay|Bageren,Vandværket,Boghandel,S Møller
  |Ida Holm,Bo Kjær|Opdigtet Bank, ingens, tlf. 70 00 00 00
fi|sans|Kirjauspäivä,Arvopäivä,Selite,Viite,Otot,Panot,Määrä,Saldo
  |Alkusaldo|Loppusaldo|Siirto seuraavalle sivulle,Siirto
  |Panot,Otot
  |tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta
   lokakuuta marraskuuta joulukuuta
  |Kausi,-|Tilinumero|Sivu|Ei tapahtumia kaudella|dmy.|space
  |Korttiosto,Suoraveloitus,Tilisiirto,Nosto|Leipomo Ilo,Vesilaitos,Kirjakauppa,T Mäki
  |Aino Laine,Eero Salo|Keksitty Pankki, ei kenenkään, puh. 0200 0000
tr|dejavu|Tarih,Valör,Açıklama,Referans,Borç,Alacak,Tutar,Bakiye
  |Devreden bakiye|Son bakiye|Nakli yekün,Devir
  |Alacaklar,Borçlar
  |Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık
  |Dönem,-|Hesap no|Sayfa|Bu dönemde işlem yok|dmy.|eu
  |Kart,Otomatik ödeme,Havale,EFT|Fırın Gül,Su İdaresi,Kitap Evi,A Yıldız
  |Elif Şen,Can Öz|Uydurma Bankası, kimsenin, tel. 0850 000 00 00
ro|dejavu|Data,Data valutei,Explicații,Referință,Debit,Credit,Sumă,Sold
  |Sold inițial|Sold final|De reportat,Report
  |Intrări,Ieșiri
  |ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
  |Perioada de la,până la|Cont|Pagina|Nicio tranzacție în perioadă|dmy.|eu
  |Plată card,Debitare,Transfer către,Retragere|Brutăria,Apa Canal,Librăria,I Popa
  |Ana Radu,Dan Moga|Banca inventată, a nimănui, tel. 0800 000 000
hu|dejavu|Könyvelés napja,Értéknap,Leírás,Bizonylat,Terhelés,Jóváírás,Összeg,Egyenleg
  |Nyitó egyenleg|Záró egyenleg|Átvitel,Áthozat
  |Jóváírások,Terhelések
  |január február március április május június július augusztus szeptember október november december
  |Időszak,-|Számlaszám|Oldal|Nincs tranzakció az időszakban|ymd.|space
  |Kártyás fizetés,Beszedés,Átutalás,Készpénz|Pékség,Vízművek,Könyvesbolt,B Tóth
  |Réka Nagy,Ádám Kis|Kitalált Bank, senkié, tel. 06 80 000 000
el|dejavu|Ημερομηνία,Valeur,Αιτιολογία,Αναφορά,Χρέωση,Πίστωση,Ποσό,Υπόλοιπο
  |Προηγούμενο υπόλοιπο|Τελικό υπόλοιπο|Εις μεταφορά,Εκ μεταφοράς
  |Πιστώσεις,Χρεώσεις
  |Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου
   Νοεμβρίου Δεκεμβρίου
  |Περίοδος,έως|Λογαριασμός|Σελίδα|Καμία κίνηση στην περίοδο|dmy/|eu
  |Αγορά,Πάγια εντολή,Μεταφορά σε,Ανάληψη|Φούρνος,Ύδρευση,Βιβλία,Γ Παππάς
  |Μαρία Λύρα,Νίκος Δέλτα|Φανταστική Τράπεζα, κανενός, τηλ. 210 0000000
ru|dejavu|Дата операции,Дата валютирования,Назначение платежа,Номер,Списание,Зачисление,
   Сумма,Остаток
  |Входящий остаток|Исходящий остаток|Перенос на следующую страницу,Перенос
  |Поступления,Списания
  |января февраля марта апреля мая июня июля августа сентября октября ноября декабря
  |Период с,по|Счёт №|Страница|Операций за период нет|dmy.|space
  |Оплата,Списание,Перевод,Снятие|Пекарня Колос,Водоканал,Книжный,И Орлов
  |Анна Белова,Пётр Гусев|Выдуманный банк, ничей, тел. 8 800 000 00 00
id|sans|Tanggal,Tgl valuta,Keterangan,Referensi,Mutasi debet,Mutasi kredit,Jumlah,Saldo
  |Saldo awal|Saldo akhir|Dipindahkan,Pindahan
  |Kredit,Debet
  |Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember
  |Periode,s/d|No. rekening|Halaman|Tidak ada transaksi|dmy/|us
  |Pembayaran,Debit otomatis,Transfer ke,Tarik tunai|Toko Roti,Air Bersih,Buku Ilmu,B Santoso
  |Dewi Lestari,Budi Hartono|Bank Khayalan, bukan milik siapa pun, telp. 1500 000
vi|dejavu|Ngày giao dịch,Ngày hiệu lực,Nội dung,Số tham chiếu,Ghi nợ,Ghi có,Số tiền,Số dư
  |Số dư đầu kỳ|Số dư cuối kỳ|Chuyển trang sau,Trang trước chuyển sang
  |Ghi có,Ghi nợ
  |tháng_1 tháng_2 tháng_3 tháng_4 tháng_5 tháng_6 tháng_7 tháng_8
   tháng_9 tháng_10 tháng_11 tháng_12
  |Từ ngày,đến|Số tài khoản|Trang|Không có giao dịch|dmy/|us
  |Thanh toán,Ghi nợ tự động,Chuyển khoản,Rút tiền|Tiệm bánh,Điện lực,Nhà sách,Trần An
  |Nguyễn Lan,Lê Minh|Ngân hàng tưởng tượng, không của ai, đt 1900 0000
zh|STSong-Light|交易日期,起息日,摘要,凭证号,支出,存入,金额,余额
  |期初余额|期末余额|过次页,承前页
  |存入,支出
  |1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月
  |对账期间,至|账号|页|本期无交易|iso|us
  |消费,代扣,转账,取现|面包店,自来水公司,书店,王伟
  |李娜,张强|虚构银行 不属于任何人 电话 95000
ja|HeiseiKakuGo-W5|年月日,起算日,お取引内容,番号,お支払金額,お預り金額,金額,差引残高
  |繰越残高|期末残高|次ページへ,前ページより
  |入金,出金
  |1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月
  |期間,至|口座番号|ページ|お取引はありません|ideographic|us
  |カード,口座振替,振込,引出し|パン屋,水道局,書店,タナカ
  |サトウ ハナ,スズキ ケン|架空銀行 誰のものでもない 電話 0120 000 000
"""


def _land(record: str) -> Land:
    fields = [" ".join(field.split()) for field in record.split("|")]

    def words(index: int) -> tuple[str, ...]:
        return tuple(word.strip() for word in fields[index].split(","))

    def pair(index: int) -> tuple[str, str]:
        first, second = fields[index].split(",")
        return first, second

    a, b, c, d, e, f, g, h = words(2)
    return Land(
        code=fields[0],
        font=fields[1],
        heads=(a, b, c, d, e, f, g, h),
        opening=fields[3],
        closing=fields[4],
        carried=pair(5),
        sides=pair(6),
        months=tuple(month.replace("_", " ") for month in fields[7].split()),
        period=pair(8),
        account=fields[9],
        page=fields[10],
        nothing=fields[11],
        dates=fields[12],
        numbers=fields[13],
        kinds=words(14),
        payees=words(15),
        holders=words(16),
        footer=fields[17],
    )


def _records() -> list[str]:
    records: list[str] = []
    for line in _ROWS.strip().splitlines():
        if line.startswith(" "):
            records[-1] += line
        else:
            records.append(line)
    return records


LANDS = {land.code: land for land in map(_land, _records())}
"""All languages by code; ``us`` is American English."""
