"""What a transaction's memo says: its type, the counterparty's name, a reference.

The bank's own words stay in the description; these are only read from them.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.phrases import PhraseBook, plain
from engine.records.bank import TransactionType

_TYPES: PhraseBook[TransactionType] = PhraseBook.of_lists(
    {
        "fee": """
            fee, fees, service charge, service fee, charges, commission, account maintenance,
            overdraft fee, gebuhr, gebuhren, entgelt, kontofuhrung, spesen, provision, frais,
            commission, cotisation, comision, comisiones, mantenimiento, tarifa, anuidade, taxa,
            commissione, commissioni, spese, canone, imposta, oplata, prowizja, kosten, avgift,
            gebyr, ucret, komisyon, poplatek, dij, comision, комиссия, плата, transaction prices
        """,
        "interest": """
            interest, interest earned, interest paid, interest credit, int pd, int paid, dividend,
            zinsen, habenzinsen, sollzinsen, zins, interets, agios, intereses, juros, rendimento,
            rend pago, interessi, odsetki, rente, ranta, renter, korko, faiz, urok, kamat, dobanda,
            проценты, profit paid
        """,
        "cash": """
            atm, atw, cash withdrawal, cash deposit, cash, atm withdrawal, nwd, bargeld, eaw,
            bargeldauszahlung, geldautomat, bareinzahlung, retrait, retrait dab, reintegro, cajero,
            disposicion, efectivo, saque, saque 24h, prelievo, bancomat, wyplata, bankomat,
            geldopname, uttag, kontantuttag, otto, nakit, vyber, keszpenz, retragere, наличных,
            выдача наличных, tarik tunai
        """,
        "cheque": """
            check, cheque, chq, chq paid, cheque paid, cheque deposit, check deposit, scheck,
            cheque emis, remise cheque, talon, assegno, czek, cek, mobile check deposit
        """,
        "direct_debit": """
            direct debit, dd, giro, ach debit, sepa dd, lastschrift, sepa lastschrift, einzug,
            prelevement, recibo, domiciliacion, adeudo, debito automatico, addebito diretto, sdd,
            addebito sepa, polecenie zaplaty, incasso, automatische incasso, autogiro, ebill,
            betalingsservice, avtalegiro, inkaso, bill payment, billpay, bill pay, standing order,
            dauerauftrag, nach, ecs
        """,
        "card": """
            card payment, card purchase, pos, pos purchase, debit card, visa, mastercard, maestro,
            nets, recurring card, kartenzahlung, girocard, carte, paiement carte, cb, tarjeta,
            compra, compra cartao, compra con tarjeta, carta, pagamento pos, karta, platnosc karta,
            betaalpas, bea, kortkop, kort, korttiosto, kart, platba kartou, kartyas, card,
            contactless, purchase, checkcard, nets purchase, sale debit, оплата картой, покупка
        """,
        "transfer": """
            transfer, tfr, wire, wire in, wire out, zelle, ach credit, ach deposit, paynow, fast,
            faster payment, bank giro credit, neft, imps, rtgs, upi, sepa, uberweisung, gutschrift,
            dauerauftrag, lohn, gehalt, virement, vir, transferencia, traspaso, bizum, nomina, pix,
            ted, doc, bonifico, giroconto, stipendio, przelew, overboeking, overschrijving, ideal,
            overforing, insattning, swish, vipps, tilisiirto, havale, eft, fast, prevod, platba,
            atutalas, transfer bancar, перевод, salary, payroll, direct deposit, deposit, payment,
            fund transfer, twint, ebanking, interac, e transfer, remittance, inward, outward
        """,
    }
)
_ORDER: Final[tuple[TransactionType, ...]] = (
    "fee", "interest", "cash", "cheque", "direct_debit", "card", "transfer",
)  # fmt: skip
_REFERENCE: Final = re.compile(
    r"(?:\b(?:ref(?:erence)?(?:\s*no)?|conf(?:irmation)?|mandat|mandate|eref|kref|utr|trace|inv|"
    r"invoice|rechnung|facture|factura|fattura|fra|nf|re)\b[#:.\s-]*(?:nr|no|n°)?[#:.\s]*)"
    r"([A-Z0-9][A-Z0-9/._-]{2,34})",
    re.IGNORECASE,
)
_STOP: Final = re.compile(
    r"\s+(?:ref\b|conf#|inv\b|invoice\b|des:|id:|indn:|mandat\b|rechnung\b|verwendungszweck\b|fra\b"
    r"|nf\b|a/c\b|on \d|\d{2}[/.]\d{2}\b|transaction ref|otthr|ppd\b|danke\b|\d{6,}).*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LEAD: Final = re.compile(
    r"\A(?:(?:from|to|an|von|de|a|per|di|da|do|od|til|fra|recebida|recebido|enviado|enviada|in|out|"
    r"credit|debit|payment|cr|dr|originator:?|the)\b[\s:/-]*|[\W\d_]+|[A-Z0-9]*\d{4,}[A-Z0-9]*[\s/-]+)+",
    re.IGNORECASE,
)


def type_of(description: str, amount: Decimal | None, *, is_card: bool) -> TransactionType:
    """The kind of a transaction by the words of its memo, the earliest in the memo first."""
    hits = _TYPES.find(plain(description).split())
    if hits:
        special = [
            hit for hit in hits if hit.label in {"fee", "interest", "cash"} and hit.start < 4
        ]
        chosen = special or hits
        return min(chosen, key=lambda hit: (hit.start, _ORDER.index(hit.label))).label
    if is_card and amount is not None:
        return "card" if amount < 0 else "transfer"
    return "other"


def reference_of(description: str) -> str | None:
    """What the memo names as reference, invoice or confirmation; None without such a word."""
    for found in _REFERENCE.finditer(description):
        if any(c.isdigit() for c in found[1]):
            return found[1].strip(".-/")
    return None


def counterparty_of(texts: Sequence[str], kind: TransactionType) -> str | None:
    """The name in a memo, without the words for what was done and without numbers.

    None for fees, interest and cash, and where no name is left.
    """
    if kind in {"fee", "interest", "cash", "cheque"}:
        return None
    for text in (" ".join(texts), *texts[1:]):
        name = _name_in(text)
        if name is not None:
            return name
    return None


def _name_in(text: str) -> str | None:
    words = text.split()
    tokens = [plain(word) for word in words]
    flat = " ".join(tokens).split()
    hits = _TYPES.find(flat)
    if hits and hits[0].start == 0:
        skipped = hits[0].end
        while words and skipped > 0:
            skipped -= len(plain(words[0]).split())
            words = words[1:]
    rest = _LEAD.sub("", " ".join(words))
    rest = _STOP.sub("", f" {rest}").strip(" -*,;:/.")
    letters = sum(c.isalpha() for c in rest)
    return rest[:80] if letters >= 3 and letters * 2 >= len(rest) else None
