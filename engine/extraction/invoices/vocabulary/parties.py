"""Words beside or above names and addresses."""

from typing import Final

PARTIES: Final = {
    "seller": """
        seller, vendor, supplier, from, bill from, billed from, provider, service provider, sold
        by, issued by, merchant, product s provided by, provided by, issuer, exporter, invoice
        from, biller, sellers details, verkaufer, lieferant, rechnungsersteller, rechnungssteller,
        absender, leistungserbringer, anbieter, auftragnehmer, aussteller, vendeur, fournisseur,
        emetteur, prestataire, expediteur, verkoper, leverancier, afzender, fornitore, cedente,
        cedente prestatore, mittente, venditore, emittente, vendedor, proveedor, emisor,
        fornecedor, emitente, recebemos de, prestador, remetente, prestador de servicos, prodejce,
        dodavatel, prodavajici, zhotovitel, poskytovatel, sprzedawca, wystawca, dostawca,
        uslugodawca, nazwa sprzedawcy, saljare, leverantor, avsandare, selger, leverandor,
        saelger, afsender, myyja, toimittaja, laskuttaja, seller trade name, sellers name, seller
        name, vendor name, supplier name
    """,
    "payee": """
        konto zahlbar an, compte payable a, conto pagabile a, account payable to, remit to,
        remittance to, send payment to, payable to, pay to, make checks payable to, make cheques
        payable to, beneficiary, payee, account name, account holder, remit payment to, please
        remit to, please make checks payable to, kontoinhaber, kontoname, empfanger der zahlung,
        zahlungsempfanger, beneficiaire, titulaire du compte, titulaire, ten name van, t n v,
        begunstigde, rekeninghouder, intestatario, beneficiario, titular, betalningsmottagare,
        mottaker, saaja
    """,
    "buyer": """
        receptor, pagador, sacado, senores, adquiriente, for, guest, guest name, patient, patient
        name, parent guardian, buyer, customer, client, bill to, billed to, invoice to, sold to,
        billing address, bill to address, customer name, client name, purchaser, invoiced to,
        invoice address, billing details, charge to, to, messrs, customer details, name of
        customer, issued to, customer address, billed for, billing information, billing name, m s,
        prepared for, invoice recipient, account name of, advertiser, payer, paid by, bill to
        party, kaufer, kunde, rechnungsempfanger, rechnungsadresse, rechnungsanschrift, rechnung
        an, zahlbar durch, payable par, pagabile da, auftraggeber, kaufer leistungsempfanger,
        leistungsempfanger, besteller, kundenname, empfanger, an, firma, acheteur, adresse du
        client, adresse de facturation, facture a, destinataire, adresse client, facturer a, a l
        attention de, nom du client, factureadres, factuuradres, klant, koper, afnemer,
        gefactureerd aan, factuur aan, aan, cliente, destinatario, spett le, spettabile,
        acquirente, committente, cessionario, cessionario committente, intestata a, intestazione,
        comprador, datos del cliente, facturar a, senor es, destinatario remetente, cliente nome,
        tomador, tomador de servicos, exmo s sr s, exmos senhores, exmos srs, faturado a,
        adquirente, kupujici, odberatel, zakaznik, objednatel, prijemce, nabywca, odbiorca,
        kupujacy, klient, uslugobiorca, zamawiajacy, kopare, kund, faktureringsadress,
        fakturaadress, kjoper, kober, fakturaadresse, faktureres til, ostaja, asiakas,
        laskutusosoite, fakturamottagare, fakturamottaker, fakturere til, laskun saaja
    """,
    "ship_to": """
        shipper, consignor, consignee, ship to, shipped to, deliver to, delivery address, shipping
        address, service address, delivered to, ship from, delivery to, place of supply, place of
        delivery, site address, recipient, deliver, lieferadresse, lieferanschrift,
        warenempfanger, abweichender warenempfanger, lieferung an, lieferort, adresse de
        livraison, livraison, livre a, lieu de livraison, livraison adresse references,
        afleveradres, leveringsadres, verzendadres, indirizzo di consegna, luogo di consegna,
        destinazione, direccion de envio, direccion de entrega, enviar a, morada de entrega, local
        de entrega, local de descarga, transportador volumes transportados, transportador, dodaci
        adresa, misto dodani, konecny prijemce, adres dostawy, leveransadress, leveringsadresse,
        toimitusosoite, adres wysylki, carrier
    """,
    "party_name": """
        name, trade name, company name, legal name, trading name, nom, denomination, raison
        sociale, naam, nome, nombre, razon social, denominazione, ragione sociale, nome razao
        social, razao social, nazev, jmeno, nazwa, namn, navn, nimi, firmenname, business name
    """,
}
