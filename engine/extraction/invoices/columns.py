"""The head of a table of items: which columns it names and where they stand."""

from dataclasses import dataclass
from typing import Final, Literal

from engine.extraction.invoices.labels import squeezed
from engine.extraction.invoices.layout import Row, Sheet
from engine.extraction.phrases import PhraseBook, plain

Role = Literal[
    "description", "quantity", "unit_price", "net", "amount", "gross", "tax_rate", "tax", "other"
]

_HEADS: Final[dict[Role, str]] = {
    "description": """
        description, item, items, product, product name, service, services, details,
        particulars, article, item name, title, charge name, item description, product
        description, goods, designation, charge, item name or type of service, description
        of goods, activity, task, work, program, beschreibung, bezeichnung, artikel,
        artikelbezeichnung, artikelbeschreibung, leistung, produkt, text,
        leistungsbeschreibung, position, libelle, produit, description des prestations,
        prestation, omschrijving, product omschrijving, artikelomschrijving, descrizione,
        prodotto, articolo, descripcion, concepto, articulo, producto, descricao,
        designacao, artigo, produto, descricao dos produtos servicos, popis, polozka, nazev,
        oznaceni dodavky, predmet, nazwa, nazwa towaru, nazwa towaru lub uslugi, opis,
        towar, benamning, beskrivning, beskrivelse, vare, tekst, varebeskrivelse, kuvaus,
        tuote, nimike, benaemning, ydelse, product title, what, work and materials,
        materials, prestations, services rendered, charges, our services, expense, posten,
        leistungen, naam, werkzaamheden, dienst, lavori, servicio, trabalho, sluzba, usluga,
        tjanst, arbete, arbejde, arbeid, tyo
    """,
    "quantity": """
        qty, quantity, hours, hrs, units, no of units, qnty, pcs, count, nights, days,
        menge, anzahl, stk, stuck, stunden, qte, quantite, nombre, aantal, hoeveelheid,
        quantita, q ta, qta, qt, cantidad, cant, uds, unidades, quantidade, qtd, quant,
        mnozstvi, pocet, ilosc, antal, antall, maara, kpl, kvantitet, ant, how many, no of,
        number of, hours worked, stueck, tim, timer, timmar, ore, horas, heures, uren,
        hodin, godz
    """,
    "unit_price": """
        unit price, price, rate, price per item, unit cost, cost, price each, unit net
        price, each, net price, hourly rate, list price, price per unit, unit rate, item
        price, einzelpreis, preis, stuckpreis, e preis, ep, nettopreis, vk preis, preis
        einheit, einzel, einzelpr, preis pro einheit, stundensatz, prix unitaire, p u, pu
        ht, prix unitaire ht, p u ht, prix, pu, prix unit, prijs, prijs per stuk, stukprijs,
        eenheidsprijs, tarief, prezzo, prezzo unitario, pr unitario, precio, precio
        unitario, p unitario, precio unit, preco, preco unitario, v unit, valor unitario,
        cena, cena za polozku, cena za jednotku, cena mj, jednotkova cena, cena za mj, cena
        jednostkowa, cena netto, cena jedn netto, cena jednostkowa netto, a pris, pris,
        enhetspris, styckpris, stykpris, a hinta, yksikkohinta, hinta, enhedspris, entgelt
        einheit, per unit, charge rate, rate eur, hour rate, uurtarief, taux horaire,
        stundenlohn, timpris, timepris
    """,
    "net": """
        net amount, net value, net total, line total excl vat, total excl vat, amount excl
        vat, net, amount ex vat, total ex vat, total net, taxable value, subtotal, sub
        total, line net, ext price, nettobetrag, netto, nettowert, gesamt netto, netto
        gesamt, betrag netto, summe netto, netto eur, total ht, montant ht, ht, prix total
        ht, total excl btw, bedrag excl btw, totaal excl btw, imponibile, importo netto,
        importe neto, celkem bez dph, celkem bez dane, cena bez dph, bez dph, wartosc netto,
        kwota netto, nettobelopp, netto belopp, netto belob, veroton, entgelt, zeilenbetrag,
        valor liquido, positionsbetrag, summe exkl mwst
    """,
    "amount": """
        amount, total, line total, total amount, total price, price total, extended price,
        line amount, extension, value, item total, ext amount, amt, total value, line value,
        extended amount, betrag, gesamt, gesamtpreis, summe, gesamtbetrag, g preis, gp,
        wert, preis gesamt, total eur, montant, prix total, somme, totaal, bedrag,
        totaalbedrag, totaalprijs, importo, totale, prezzo totale, importe, total linea,
        valor, valor total, v total, celkem, cena celkem, castka, wartosc, kwota, belopp,
        summa, totalt, belob, sum, belop, yhteensa, radsumma, linjetotal, eur, usd, gbp,
        chf, sek, nok, dkk, pln, czk, line cost, charges eur, kr, netto betrag
    """,
    "gross": """
        gross value, gross amount, gross, total incl vat, amount incl vat, total inc vat,
        gross total, bruttobetrag, brutto, gesamt brutto, total ttc, montant ttc, ttc, prijs
        incl btw, totaal incl btw, bedrag incl btw, totale ivato, celkem s dph, cena s dph,
        s dph, vcetne dph, wartosc brutto, kwota brutto, inkl moms, belopp inkl moms,
        verollinen, brutto eur
    """,
    "tax_rate": """
        vat, tax, vat rate, tax rate, tva, taux, taux tva, mwst, ust, ust satz, mwst satz,
        steuersatz, steuer, vat %, gst, btw, btw %, iva, aliquota, al iva, tipo iva, dph,
        sazba, sazba dph, stawka vat, stawka, moms, moms %, mva, alv, gst rate, tax code,
        gst %
    """,
    "tax": """
        vat amount, tax amount, tax value, tva montant, montant tva, mwst betrag,
        steuerbetrag, btw bedrag, importo iva, cuota, castka dph, kwota vat, momsbelopp,
        sales tax
    """,
    "other": """
        pos, no, nr, line, code, sku, date, unit, um, uom, base unit, discount, disc,
        reference, ref, period, item code, item no, art nr, artikelnummer, rabatt, einheit,
        me, datum, pos nr, position nr, remise, unite, eenheid, korting, u m, sconto,
        unidad, descuento, unidade, ncm sh, csosn, cfop, un, bc icms, v icms, v ipi, icms,
        ipi, mj, sleva, jm, j m, rabat, enhet, enhed, yksikko, interval, codice, codigo,
        kod, lp, weight, length, type, art nr kunde, art nr lieferant, gtin, reference
        article, ref article, account, vke geb, referenzen, steuer code, type scheduled
        time, remarks, stock code, part no, hsn, hsn code, hsn sac
    """,
}

_BOOK: Final[PhraseBook[Role]] = PhraseBook(
    {role: [squeezed(p) for p in text.split(",") if plain(p)] for role, text in _HEADS.items()}
)
_CURRENCIES: Final = frozenset(
    ("eur", "usd", "gbp", "chf", "sek", "nok", "dkk", "pln", "czk", "kr")
)
_MONEY: Final[frozenset[Role]] = frozenset({"unit_price", "net", "amount", "gross"})
_NAMING: Final[frozenset[Role]] = frozenset({"description", "quantity"})
_MOST_LINES: Final = 3
_LINE_PITCH: Final = 1.9


@dataclass(frozen=True, slots=True)
class Column:
    """The head of one column: what it holds and where it stands across the page."""

    role: Role
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class TableHead:
    """The rows of a table's head and its columns from left to right."""

    first_row: int
    last_row: int
    columns: tuple[Column, ...]

    def column(self, *roles: Role) -> Column | None:
        """The column of the first of ``roles`` that exists; of equals the rightmost."""
        for role in roles:
            found = [column for column in self.columns if column.role == role]
            if found:
                return found[-1]
        return None

    @property
    def amount(self) -> Column | None:
        """The column of the items' amounts: net before plain before gross."""
        return self.column("net", "amount", "gross")


def find_heads(sheet: Sheet) -> list[TableHead]:
    """Heads of tables of items, in reading order."""
    heads: list[TableHead] = []
    for row in sheet.rows:
        if heads and row.number <= heads[-1].last_row:
            continue
        columns = columns_of(row)
        if is_head(columns, _fills(columns, row)) and not _holds_amounts(row):
            heads.append(_with_lines_around(sheet, row, columns))
    return heads


def columns_of(row: Row) -> list[Column]:
    """Column heads that a row's words name; a currency is one where it stands alone."""
    columns = []
    for segment in row.segments:
        for hit in _BOOK.find(segment.tokens):
            if segment.tokens[hit.start] in _CURRENCIES and len(segment.tokens) > 1:
                continue
            words = segment.words[segment.owners[hit.start] : segment.owners[hit.end - 1] + 1]
            columns.append(Column(hit.label, words[0].x0, words[-1].x1))
    return columns


def is_head(columns: list[Column], fills_row: bool) -> bool:
    """Whether the columns are those of a table of items.

    ``fills_row``: the row has no other words; then two columns are enough.
    """
    roles = {column.role for column in columns}
    named = bool(roles & _NAMING) and bool(roles & _MONEY)
    return named and len(columns) >= (2 if fills_row else 3)


def _fills(columns: list[Column], row: Row) -> bool:
    """Whether every segment of a row is one of its column heads."""
    return len(columns) >= len(row.segments) >= 2


def _holds_amounts(row: Row) -> bool:
    """Whether a row has figures with cents: then it is a line, not a head."""
    words = [word.text for segment in row.segments for word in segment.words]
    return any(len(w) > 3 and w[-1].isdigit() and w[-3] in ".," for w in words)


def _with_lines_around(sheet: Sheet, row: Row, columns: list[Column]) -> TableHead:
    """The head together with the lines right above and below it that belong to it."""
    first = last = row.number
    base = sheet.rows[0].number
    found = list(columns)
    for step in (-1, 1):
        edge = row
        for _ in range(_MOST_LINES):
            index = edge.number + step - base
            if not 0 <= index < len(sheet.rows):
                break
            near = sheet.rows[index]
            distance = abs(near.y0 - edge.y0) / sheet.pitch
            more = columns_of(near)
            words = sum(len(segment.words) for segment in near.segments)
            if near.page != row.page or distance > _LINE_PITCH or _holds_amounts(near):
                break
            if not more or words > 3 * len(more) + 2:
                break
            found += [c for c in more if not _is_known(c, found)]
            first, last = min(first, near.number), max(last, near.number)
            edge = near
    return TableHead(first, last, tuple(sorted(found, key=lambda column: column.x0)))


def _is_known(column: Column, found: list[Column]) -> bool:
    return any(min(column.x1, c.x1) > max(column.x0, c.x0) and c.role == column.role for c in found)
