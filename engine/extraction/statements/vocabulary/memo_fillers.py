"""Words of banks beside the names of operations, and kinds of shops that stand before a name."""

from typing import Final

FILLERS: Final = """
    a su cargo, su cargo, airtime, ussd, a vista, vista, elo, belastung, عبر, с карты на карту,
    карты на карту, на карту, cb, with pin, with, fremdwahrung, brandstoffen, kivul, n kivul,
    send, debitkarte, kreditkarte, karte, on line, funds received, electron, transfe, transaction,
    transactions, epos, en, at, loan disbursement, od, of funds, agent, visa electron, visa
    umsatz, met, em, cta, bank, completed, to completed, rtc, pmt, withdrawal, deposit, sent,
    received, misc, miscellaneous, incoming, outgoing, instant, online, internet, mobile, web,
    app, banking, netbank, express, general, regular, recurring, one time, debit, credit, dr, cr,
    db, by, ib, ibk, e, the, in, out, local, foreign, international, domestic, digital,
    electronic, immediate, standard, new, first, initial, share, home, third party, 3rd party,
    own, customer, client, personal, external, internal, interbank, intrabank, various, purchase,
    payment, pymt, paymt, user, funds, fund, money, via, ach, bill, express checkout, preapproved,
    website, authorised, authorized, service, services, online banking, eingehend, ausgehend,
    eigen, eigene, terminierte, sammler, echtzeit, sofort, rucklastschrift, umsatz, zahlung,
    einzug, recu, recue, emis, emise, instantane, permanent, permanente, sepa, faveur, votre,
    notre, dest, eur, inst, re, de, da, a, recibido, recibida, enviado, enviada, emitido, emitida,
    realizada, realizado, efectuada, servicios, pago, pagos, tercero, terceros, inmediata,
    interbancario, interbancaria, cuenta, cuentas, varios, banca, linea, en linea, electronica,
    electronico, a favor, favor, credito, debito, recebido, recebida, transferida, efetuada,
    debitado, conta, pag, pagto, pagamento, boleto, tit, titulo, eletronico, ricevuto, ricevuta,
    disposto, emesso, istantaneo, favore, vostro, vostra, voi, noi, tramite, estero, telefono,
    addebito, accredito, naar, ontvangen, verstuurd, algemeen, doorlopend, eenmalig, zakelijk,
    particulier, europese, contactloos, contactloze, bankrekening, mottatt, sendt, modtaget,
    overfort, betalt, innland, utland, straks, med, nota, mottagen, skickad, privat, innbetaling,
    utbetaling, saapunut, lahteva, oma, pano, przychodzacy, wychodzacy, przychodzaca, wychodzaca,
    zagraniczny, krajowy, zewnetrzny, wewnetrzny, wlasny, prichozi, odchozi, prijata, prijaty,
    odoslana, odoslany, okamzita, domaci, tuzemska, zahranicni, hotovostni, prijem, bejovo,
    kimeno, azonnali, belfoldi, huf, bankon, beluli, kivuli, primljena, primljen, poslana,
    poslano, priliv, odliv, gelen, giden, gonderilen, para, odeme, odemesi, mobil, входящий,
    исходящий, входящая, исходящая, входящ, изходящ, получен, нареден, внутренний, внешний,
    частного, лица, собственный, вхідний, вихідний, εισερχομενο, εξερχομενο, masuk, keluar, dana,
    e banking, tien, di, den, khoan, recargo, trf, tfr, waarvan, dd, sdd, sct
"""

CATEGORIES: Final = """
    restaurantes, supermercados, gasolineras, comercio, comercios, agua, luz, gas, telefono,
    seguro, groceries, transport, travel, health, beauty, restaurants, restaurant, entertainment,
    shopping, utilities, fuel, education, dining, supermarkets, supermarket, merchandise,
    automotive, gas automotive, gasoline, insurance, medical, health care, other expenses, other
    income, lebensmittel, transporte, salud, alimentacion, супермаркеты, супермаркет, транспорт,
    здоровье и красота, рестораны и кафе, рестораны, одежда и аксессуары, развлечения, прочие
    расходы, прочие операции, прочие зачисления, коммунальные платежи связь интернет, отдых и
    развлечения, автомобиль, все для дома, дом, связь, аптеки, азс, продукти, супермаркети та
    продукти, інтернет магазини, комунальні послуги, мобільний зв язок, кафе та ресторани,
    розваги, одяг, аптека, таксі, краса та здоров я, alisveris, market, yakit, eczane, spozywcze,
    zakupy, zdrowie, rozrywka, zdravi, potraviny, doprava
"""
