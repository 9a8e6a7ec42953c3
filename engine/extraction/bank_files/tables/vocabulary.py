"""Words above the columns of exports, beside those that statements print."""

import re
from typing import Final

from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.columns.heads import Role, head_words, role_of
from engine.records import ColumnRole

_EXPORTS: Final[dict[ColumnRole, str]] = {
    "other": """
        original amount, local amount, source amount, foreign amount, amount in foreign currency,
        betrag fremdwahrung, ursprungsbetrag, lastschrift ursprungsbetrag, originalbetrag, urspr
        betrag, auslagenersatz, auslagenersatz rucklastschrift, auslagenersatz ruecklastschrift,
        local currency, original currency, foreign currency, source currency, target currency,
        ursprungswahrung, wechselkurs, exchange rate, exchange rate used, kurs, rate, koers, taux,
        cambio, tipo de cambio, category, subcategory, sub category, kategorie, unterkategorie,
        categorie, categoria, kategoria, kategori, sous categorie, labels, tag, tags, account
        label, hashtag, emoji, color, icon, receipt, notes and tags, time, uhrzeit, hora, heure,
        tijd, ora, kl, time zone, timezone, bic, swift, blz, bankleitzahl, bank code, bank name,
        bank, sort code, routing number, bic swift code, bic swift, glaubiger id, glaubigerid,
        glaeubiger id, creditor id, incassant id, kennung, mandatsreferenz, mandatsref, mandate
        reference, machtigingskenmerk, mandate, sammlerreferenz, batch id, bankleitzahl
        auftraggeberkonto, counterparty account, counterparty iban, rekening tegenpartij,
        rekeningnummer tegenpartij, adres tegenpartij, straat en nummer, postcode en plaats,
        landcode, street, address 1, address 2, counter account, counterparty account number,
        counterparty bic, account counterparty, payee account, payee account number, beneficiary
        account, beneficiary account number, tegenrekening, tegenrekening iban bban, tegenrekening
        iban, bic tegenpartij, kontonummer iban, iban zahlungsbeteiligter, gegenkonto, gegenkonto
        iban, iban gegenkonto, kontonummer gegenseite, iban kontonummer, konto odbiorcy, konto
        nadawcy, rachunek odbiorcy, rachunek nadawcy, rachunek przeciwstawny, protiucet, cislo
        protiuctu, protucet, kod banky, compte tiers, iban beneficiario, iban ordenante, cuenta
        destino, cuenta origen, cuenta contraria, conto controparte, motkonto, modkonto,
        mottagarkonto, tilinumero saaja, saajan tilinumero, saajan bic, partner iban, partner
        account, partner account number, recipient account, from account, to account, from email
        address, to email address, city, address, state province, country, town, postcode, zip,
        zip code, land, location, branch, filiale, sucursal, oficina, check number image, image,
        balance currency, saldo waluta, card type, budget, plan, purpose code, sales tax, vat, vat
        rate, vat amount, iva, tva, mwst, shipping, insurance amount, item id, option 1, option 2,
        quantity, invoice number, receipt id, custom number, contact phone, transit number,
        clearing number, product, budget id, user, spender, card last four digits, points,
        cashback, volgnr, volgnummer, sequence number, serial, wertpapier, isin, gegenpartei id,
        payer id, hide, exclude, account type, kontotyp, source fee currency, target fee currency,
        saldo nach mutation, resultaat, debiteurennaam, number of transactions, status code,
        identifier, id, local, betaalautomaat, notes on tags, s no, s n, sl no, sr no, sno, serial
        no, row, row no, row number, radnummer, rad, rivi, lp, line, no, nr, lfd nr, poradie,
        poradi, card member, member name, purchased by, cardmember, cardholder, card holder, 序号,
        序號, 번호, 明細番号, clearingnummer, mcc, merchant category, saaja panga kood, saaja maksja
        konto, commodity currency, full account name, account name, produkt, 支付方式,
        交易单号, 商户单号, extended details, appears on your statement as, kundenreferenz,
        ultimate debtor, ultimate
        creditor
    """,
    "counterparty": """
        name, payee, payer, payee name, payer name, beneficiary, beneficiary name, remitter,
        beneficiary or remitter, recipient, recipient name, sender, sender name, target name, source
        name, counterparty, counterparty name, counter party, counter party name, other party, other
        party name, third party, merchant, merchant name, partner, partner name, partnername, to
        from, from to, paid to, received from, empfanger, empfaenger, auftraggeber, empfanger
        auftraggeber, auftraggeber empfanger, zahlungsempfanger, zahlungsempfaenger,
        zahlungspflichtiger, zahlungspflichtige r, zahlungsempfanger in, auftraggeber beguenstigter,
        auftraggeber begunstigter, auftraggeber empfaenger, beguenstigter zahlungspflichtiger,
        begunstigter zahlungspflichtiger, begunstigter, beguenstigter, name zahlungsbeteiligter,
        zahlungsbeteiligter, gegenpartei, gegenseite, name gegenkonto, partnerin, handler,
        handlername, naam, naam tegenpartij, tegenpartij, naam tegenrekening, tegenpartij naam, naam
        begunstigde, begunstigde, ontvanger, naam ontvanger, naam uiteindelijke partij,
        contrepartie, nom contrepartie, beneficiaire, nom, emetteur, destinataire, tiers, nom du
        tiers, donneur d ordre, beneficiario, ordenante, destinatario, remitente, nombre, titular,
        contraparte, beneficiario ordenante, favorecido, remetente, nome, controparte, nome
        controparte, ordinante, esercente, odbiorca, nadawca, nadawca odbiorca, kontrahent, dane
        kontrahenta, nazwa odbiorcy, nazwa kontrahenta, odbiorca zleceniodawca, nazwa odbiorcy
        nadawcy, dane strony operacji, mottagare, avsandare, mottagare avsandare,
        betalningsmottagare, motpart, modtager, afsender, navn, namn, mottaker, avsender, saaja
        maksaja, saaja maksja nimi, gavejas, mokėtojas, sanemejs, saaja, maksaja, nimi, alici,
        gonderen, prijemce, odesilatel, protistrana, nazev protiuctu, nazov protiuctu, partner neve,
        kedvezmenyezett, nume, beneficiar, nume beneficiar, контрагент, получатель, плательщик,
        наименование контрагента, αντισυμβαλλομενος, nama, nama penerima, 相手先, 対手, 收款人,
        付款人, 对方户名, 交易对方, 對方戶名, 거래처
    """,
    "account": """
        account, bank account, account num, account number, account no, account nr, own account, own
        account number, account iban, my account, iban, iban bban, account id, account name number,
        auftragskonto, iban auftragskonto, auftraggeberkonto, iban auftraggeberkonto, bezeichnung
        auftragskonto, eigenes konto, konto, kontonummer auftraggeber, rekening, rekeningnummer,
        rekening nummer, eigen rekening, compte, numero de compte, no compte, comptenum, cuenta,
        numero de cuenta, n de cuenta, conto, numero conto, conta, numero da conta, rachunek, numer
        rachunku, numer konta, nr rachunku, cislo uctu, ucet, kontonummer egen, kontonummer,
        kontonr, tili, tilinumero, hesap no, szamlaszam, numar cont, cont, card, card no, card
        number, kartennummer, account card number, numero de tarjeta, saskaitos nr, saskaita,
        kliendi konto, konts, счет, номер счета, 账号, 卡号, 口座番号
    """,
    "currency": """
        currency, currency code, ccy, curr, cur, account currency, transaction currency, waehrung,
        wahrung, wahrg, kontowahrung, devise, monnaie, divisa, moneda, moeda, waluta, mena, munt,
        muntsoort, valuuta, penznem, deviza, para birimi, doviz, moneta, valutakod, valuta kod,
        валюта, νομισμα, mata uang, 货币, 币种, 通貨, 통화
    """,
    "indicator": """
        προσημο, προσημο ποσου, af bij, bij af, debit credit, debit or credit, credit debit, credit
        debit indicator, credit or debit, debit credit indicator, debit credit code, dr cr, cr dr, d
        c, c d, d k, k d, 收 支, dc, cd, d c kz, dbit crdt, soll haben, soll haben kennzeichen, s h,
        sh, sollhaben, umsatz s h, sign, plus minus, debe haber, debito credito, dare avere,
        direction, money direction, balance impact, transaction direction, cdtdbtind, deb cred,
        mutatieteken, znak, obciazenie uznanie, wn ma, debet kredit, debet credit, code debet
        credit, kredit debet
    """,
    "fee": """
        fee, fees, fee amount, transaction fee, transaction fees, commission, commission amount,
        gebuhr, gebuehr, gebuhren, gebuhrenbetrag, entgelt, kosten, frais, comision, comissao,
        commissione, prowizja, oplata, avgift, gebyr, source fee amount, target fee amount, total
        fees, total fee amount, комиссия
    """,
    "status": """
        status, state, статус, состояние, transaction status, booking status, buchungsstatus,
        statut, estado, stato, stav, 交易状态, 当前状态, 상태, 거래상태, 狀態,
        状態, tila, durum, sts, info
    """,
    "kind": """
        type, transaction type, txn type, typ, transaktionstyp, transaktionsart, umsatzart,
        umsatztyp, buchungsart, mutatiesoort, soort, type operation, type d operation, tipo, tipo
        movimiento, tipo de movimiento, tipo operazione, rodzaj operacji, typ operacji, typ
        transakcji, transaktionstype, type transaction, laji, tapahtumalaji, typ pohybu, tur, typ
        transakce, buchungstext, code, transaction code, payment type, entry type, art
    """,
    "description": """
        description, transactie, label, transaction description, original description, simple
        description, details, additional information, memo, notes, note, purpose, payment purpose,
        remittance information, unstructured remittance information, payment reference,
        verwendungszweck, vwz, betreff, zweck, buchungsdetails, umsatzinformation, omschrijving,
        omschrijving 1, omschrijving 2, omschrijving 3, mededelingen, naam omschrijving, libelle,
        libelle operation, motif, communication, communications, informations complementaires,
        concepto, observaciones, descrizione, causale, descricao, historico, opis, tytul, tytul
        operacji, opis operacji, opis transakcji, beskrivning, text, meddelande, beskrivelse,
        tekst, melding, viesti, selite, aciklama, zprava, zprava pro prijemce, popis, poznamka,
        kozlemeny, leiras, detalii, назначение платежа, описание, subject, name description,
        narrative, counterparty name description, transaction, particulars, analysis, location
        description
    """,
    "reference": """
        reference, payment reference number, end to end reference, end to end id, e2e reference,
        end to end referenz, customer reference, bank reference, our reference, your reference,
        referenz, kundenreferenz end to end, betalingskenmerk, kenmerk, transactiereferentie,
        transaction id, transaction number, transaction reference, transaktions id, transfer id,
        transferwise id, id transaction, referencia, riferimento, numer referencyjny, viite,
        viitenumero, arkivreferens, ocr, kid, variabilni symbol, variabilny symbol, vs, fitid,
        check number, check, check no, cheque number, cheque, slip number, check or slip, check or
        slip number, reference number, ref, belegnummer, beleg, arkivref, unique id, confirmation
    """,
    "date": """
        date completed, completed date, date completed utc, completed on, booking date, book date,
        buchungstag, buchungsdatum, buchung, bokforingsdag, bokforingsdatum, date comptable, date
        de comptabilisation, fecha contable, data contabile, data ksiegowania, data operacji, date
        finished, finished on, datetime, date time, date utc, timestamp, created on, created at,
        created, created utc, creation date, 交易时间, 交易创建时间, 交易日期, 거래일시, 거래일자,
        transaction date, transaction time, when, data transakcji, bogfort dato, bokfort dato,
        bogfort, utford dato, utforelsedato, dato, aika
    """,
    "value_date": """
        valuta datum, valuta dato, wertstellung, wertstellungstag, wert, date de valeur,
        rentedatum, started date, date started, date started utc, started on, posted date,
        interest date, effective date, settlement date, settled date, transaktionsdag,
        transaktionsdatum, belegdatum, kaufdatum, purchase date, reserveret
    """,
    "debit": """
        expense, expenses, outflow, ut fra konto, ut av konto, ud fra konto, money out, paid out,
        amount debit
    """,
    "credit": """
        income, inflow, inn pa konto, ind pa konto, money in, paid in, amount credit
    """,
    "balance": """
        balance, running balance, balance in original currency, account balance, new balance,
        resulting balance, saldo na mutatie, saldo na trn, saldo na boeking, saldo nach buchung,
        saldo nach umsatz, kontostand, saldo po operacji, saldo efter, saldo apres operation,
        balance after transaction, balance after, saldo apos, ledger balance, solde apres
        operation, bokfort saldo, disponibelt, beginsaldo, saldo voor mutatie, closing balance
    """,
    "amount": """
        amount, net, net amount, gross, gross amount, value, transaction amount, booked amount,
        amount gbp, amount eur, amount usd, betrag, betrag eur, umsatz, umsatz in eur,
        nettobetrag, buchungsbetrag, bedrag, bedrag eur, bedrag in eur, transactiebedrag, montant,
        importe, importo, valor, kwota, kwota operacji, kwota w walucie rachunku, belopp, belob,
        maara, tutar, castka, suma, osszeg, сумма, billing amount, source amount after fees,
        total, payment amount, target amount after fees, amount in account currency
    """,
}
_CAMEL: Final = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_BOOK: Final[PhraseBook[ColumnRole]] = PhraseBook.of_lists(_EXPORTS)
_ORDER: Final = tuple(_EXPORTS)
_PRINTED: Final[dict[Role, ColumnRole]] = {
    "date": "date", "post_date": "value_date", "value_date": "value_date",
    "description": "description", "reference": "reference", "debit": "debit", "credit": "credit",
    "amount": "amount", "foreign": "other", "balance": "balance", "kind": "kind", "other": "other",
}  # fmt: skip


def head_role(head: str) -> ColumnRole | None:
    """What a column of this name usually holds; None when the name says nothing known.

    The longest phrase decides: of exports first, then of printed statements.
    """
    tokens = plain(parted(_without_unit(head))).split()
    if not tokens:
        return None
    hits = _BOOK.find(tokens)
    best = max((hit.end - hit.start for hit in hits), default=0)
    printed = role_of(" ".join(tokens))
    if best == 0 or (best < len(tokens) and _is_whole(tokens, printed)):
        return _PRINTED[printed] if printed is not None else None
    labels = [hit.label for hit in hits if hit.end - hit.start == best]
    exact = best == len(tokens)
    if not exact and printed in {"debit", "credit"} and "indicator" not in labels:
        return _PRINTED[printed]
    return min(labels, key=_ORDER.index)


def is_known_whole(head: str) -> bool:
    """Whether the vocabulary of exports has the whole name, not only a part of it."""
    tokens = plain(parted(_without_unit(head))).split()
    return any(hit.end - hit.start == len(tokens) for hit in _BOOK.find(tokens))


def parted(name: str) -> str:
    """A name with spaces between words that only capitals part (``accountNum``)."""
    return _CAMEL.sub(" ", name)


def _is_whole(tokens: list[str], printed: Role | None) -> bool:
    """Whether the printed statements' vocabulary knows the whole name as one phrase."""
    hits = head_words(tokens)
    return printed is not None and any(hit.end - hit.start == len(tokens) for hit in hits)


def _without_unit(head: str) -> str:
    """A name without what stands in brackets after it, unless that is all there is."""
    outside = head.partition("(")[0].partition("[")[0].strip()
    inside = head[len(outside) :]
    if not outside or any(
        word in plain(inside) for word in ("fremd", "foreign", "original", "local", "devis")
    ):
        return head
    return outside
