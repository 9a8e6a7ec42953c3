"""Titles of pages that come between invoices, a letter's greetings, words for carried sums."""

from typing import Final

PAGE_TITLES: Final = {
    "terms": """
        terms and conditions, general terms, general conditions, conditions of sale, terms of
        sale, terms of trade, terms of business, standard terms, allgemeine
        geschaftsbedingungen, geschaftsbedingungen, agb, allgemeine verkaufsbedingungen,
        verkaufsbedingungen, lieferbedingungen, allgemeine lieferbedingungen, conditions
        generales, cgv, verkaufs und lieferbedingungen, conditions generales de vente,
        algemene voorwaarden, algemene
        verkoopvoorwaarden, leveringsvoorwaarden, condizioni generali, condizioni generali di
        vendita, condiciones generales, condiciones generales de venta, terminos y condiciones,
        condicoes gerais, condicoes gerais de venda, termos e condicoes, obchodni podminky,
        vseobecne obchodni podminky, ogolne warunki, ogolne warunki sprzedazy, regulamin,
        allmanna villkor, forsaljningsvillkor, leveransvillkor, almindelige betingelser, salgs og
        leveringsbetingelser, generelle vilkar, salgsbetingelser, sopimusehdot, yleiset ehdot,
        toimitusehdot, privacy notice, datenschutzhinweise, widerrufsbelehrung
    """,
    "delivery_note": """
        delivery note, delivery slip, delivery docket, dispatch note, despatch note, delivery
        challan, packing list, packing slip, proof of delivery, goods received note, consignment
        note, waybill, lieferschein, packliste, warenausgangsschein, bon de livraison, bordereau
        de livraison, liste de colisage, pakbon, leveringsbon, leverbon, afleverbon,
        vrachtbrief, documento di trasporto, bolla di consegna, ddt, nota di consegna,
        albaran, albaran de entrega, nota de entrega, guia de remessa, guia de transporte, guia
        de entrega, dodaci list, balici list, dowod dostawy, list przewozowy, wydanie
        zewnetrzne, dokument wz, wz, specyfikacja wysylkowa, foljesedel, packsedel,
        leveransavi, pakkseddel, folgeseddel, leveringsseddel, pakkeliste, lahete,
        lahetyslista, pakkausluettelo, rahtikirja, fraktsedel, fragtbrev, fraktbrev, frachtbrief,
        lettre de voiture, carta de porte, nakladni list
    """,
    "statement": """
        statement of account, account statement, customer statement, monthly statement,
        statement, open items, kontoauszug, offene posten liste, offene posten, saldenliste,
        kontostand, kontoubersicht, saldenbestatigung, releve de compte, releve de factures,
        rekeningoverzicht, openstaande posten, estratto conto, partite aperte, extracto de
        cuenta, estado de cuenta, partidas abiertas, extrato de conta, conta corrente, vypis z
        uctu, prehled pohledavek, wyciag z konta, zestawienie naleznosci, kontoutdrag,
        kontoudtog, kontoudskrift, tiliote, reminder, payment reminder, mahnung,
        zahlungserinnerung, rappel, herinnering, aanmaning, sollecito di pagamento,
        recordatorio de pago, upominka, wezwanie do zaplaty, betalningspaminnelse,
        betalingspaminnelse, rykker, maksumuistutus
    """,
    "letter": """
        cover letter, covering letter, cover sheet, fax cover sheet, anschreiben, begleitschreiben,
        deckblatt, lettre d accompagnement, bordereau d envoi, begeleidende brief, voorblad,
        lettera di accompagnamento, carta de presentacion, carta de acompanamento, pruvodni
        dopis, pismo przewodnie, foljebrev, folgebrev, saatekirje, separator sheet, trennblatt
    """,
    "other": """
        order confirmation, order acknowledgement, auftragsbestatigung, confirmation de
        commande, orderbevestiging, conferma d ordine, confirmacion de pedido, confirmacao de
        encomenda, potvrzeni objednavky, potwierdzenie zamowienia, orderbekraftelse,
        ordrebekraeftelse, ordrebekreftelse, tilausvahvistus, quotation, quote, angebot, devis,
        offerte, preventivo, presupuesto, orcamento, nabidka, oferta, offert, tilbud, tarjous,
        timesheet, time sheet, stundennachweis, stundenzettel, leistungsnachweis, feuille de
        temps, urenstaat, remittance advice, zahlungsavis, avis de paiement
    """,
}

GREETINGS: Final = """
    dear sir, dear sirs, dear madam, dear customer, dear mr, dear ms, dear mrs, dear client, to
    whom it may concern, yours sincerely, yours faithfully, kind regards, sehr geehrte, sehr
    geehrter, mit freundlichen grussen, madame monsieur, cher client, chere cliente, salutations
    distinguees, cordialement, geachte heer, geachte mevrouw, geachte, beste klant, met
    vriendelijke groet, hoogachtend, gentile cliente, egregio, spettabile cliente, cordiali
    saluti, distinti saluti, estimado, estimada, estimados, muy senores, atentamente, un cordial
    saludo, prezado, prezada, exmos senhores, com os melhores cumprimentos, atenciosamente,
    vazeny, vazena, vazeni, s pozdravem, szanowni panstwo, szanowny, z powazaniem, basta kund,
    hej, med vanliga halsningar, kaere kunde, kjaere kunde, med venlig hilsen, med vennlig
    hilsen, hyva asiakas, ystavallisin terveisin
"""

CARRIED: Final = """
    carried forward, brought forward, carry forward, continued, continued on next page, continued
    from previous page, continued overleaf, page total, ubertrag, ubertrag von seite, ubertrag auf
    seite, zwischensumme ubertrag, fortsetzung, a reporter, report a nouveau, total a reporter,
    report page precedente, over te brengen, transport van pagina, vervolg, a riportare, riporto,
    segue, suma y sigue, suma anterior, continua en la pagina siguiente, a transportar, transporte,
    pokracovani, prevod z predchozi strany, do przeniesienia, z przeniesienia, ciag dalszy,
    fortsattning, transport fran sida, fortsaettes, overfort fra side, fortsat, fortsetter,
    overfort, siirto, jatkuu
"""
