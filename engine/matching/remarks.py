"""What a bank line says about its amount: a part, an advance, less a discount, a fee or a tax.

The words are those of trade in many languages, in the spelling that comparing uses. A remark never
makes a match by itself; it says whether the difference found is one that the payer meant.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from engine.matching.rows import Payment

Remark = Literal["advance", "part", "deducted", "discount", "fee", "tax", "rounded", "back"]

_WORDS: dict[Remark, str] = {
    "advance": """
        PREPAYMENT PREPAID PREPAY PROFORMA DEPOSIT DOWNPAYMENT ADVANCE VORKASSE VORAUSZAHLUNG
        VORAUSKASSE ANZAHLUNG ANZ ACOMPTE ARRHES AVANCE ANTICIPO ANTICIPATO CAPARRA ACCONTO
        ADELANTO ANTICIPADO SINAL ADIANTAMENTO ADIANTADO ADIANT ENTRADA AANBETALING VOORUITBETALING
        VOORSCHOT FORSKOTT FORSKUDD FORUDBETALING FORHANDSBETALNING ENNAKKO ENNAKKOMAKSU ZALICZKA
        PRZEDPLATA PREDPLATA ZALOHA ZALOHOVA PREDDAVOK ELOLEG ELORE AVANS AVANSA PREDUJAM
        AVANSIRANJE KAPORA PESINAT PESIN AVANSAS PROKATAVOLI PREDOPLATA MAEUKEKIN MAEBARAI YUFUKUAN
        SEONGEUM
        """,
    "part": """
        PART PARTIAL PARTLY INSTALMENT INSTALLMENT INSTALMENTS INSTALLMENTS STAGE BALANCE ONACCOUNT
        REMAINDER TEILZAHLUNG TEILBETRAG TEILRECHNUNG RATE RATENZAHLUNG ABSCHLAG ABSCHLAGSZAHLUNG
        AKONTO AKONTOZAHLUNG RESTZAHLUNG RESTBETRAG SCHLUSSZAHLUNG SICHERHEITSEINBEHALT EINBEHALT
        PARTIEL PARTIELLE ACOMPTE ECHEANCE VERSEMENT SOLDE PARZIALE RATA ACCONTO RATEAZIONE PARCIAL
        PLAZO CUOTA PARCELA PARC ENTRADA DEELBETALING DEEL TERMIJN SCHIJF DELBETALNING DELBET DEL
        DELBETALING RESTBELOP AVBETALNING OSAMAKSU ERA RATY WPLATA CZESCIOWA CZESC ZALICZKA CASTECNA
        SPLATKA CIASTOCNA RESZLET RESZFIZETES PARTIALA TRANSA TAKSIT KISMI DOSI MERIKI CZ RETENTION
        GARANTIE GARANZIA GARANTIA GWARANCYJNA KAUCJA INHOUDING INNEHALLET
        """,
    "deducted": """
        DEDUCT DEDUCTED DEDUCTION CLAIM SHORT DAMAGED DAMAGE COMPLAINT DISPUTE MAENGEL MANGEL
        REKLAMATION GEKUERZT GEKURZT MINDERUNG ABZUG ABZGL BELASTUNG EINBEHALT LITIGE AVOIR RETENUE
        RECLAMATION MOINS CONTESTAZIONE TRATTENUTA MENO RECLAMO DESCUENTO RECLAMACION RETENCAO
        ABATIMENTO GLOSA INHOUDING INGEHOUDEN KLACHT MINUS AVDRAG REKLAMERAD FRADRAG FRATREKK
        VAHENNYS REKLAMAATIO REKLAMACJA POMNIEJSZONO POTRACENIE REKLAMACE SRAZKA LEVONAS REKLAMACIO
        RETINERE KESINTI RETENTION GARANTIE GARANZIA GARANTIA GWARANCYJNA KAUCJA
        SICHERHEITSEINBEHALT
        """,
    "discount": """
        DISCOUNT DISC SETTLEMENTDISC SKONTO SKTO SK EARLYPAYMENT ESCOMPTE ESC REMISE SCONTO
        ABBUONO DESCUENTO PRONTOPAGO DESCONTO KORTING BETALINGSKORTING KASSARABATT RABATT KASSERABAT
        KONTANTRABATT KASSAALENNUS ALENNUS RABAT UPUST SKONTA SLEVA ZLAVA SKONTO KEDVEZMENY
        ENGEDMENY DISCOUNTUL REDUCERE ISKONTO INDIRIM EKPTOSI POPUST WARIBIKI
        """,
    "fee": """
        FEE FEES CHARGES CHARGE CHGS CHG SHA OUR BEN WIRE BANKFEE SPESEN KOSTEN GEBUEHR GEBUHR
        GEBUEHREN ENTGELT BANKSPESEN FRAIS COMMISSION SPESE COMMISSIONI GASTOS COMISION COMISIONES
        DESPESAS TARIFA COMISSAO BANKKOSTEN AVGIFT GEBYR OMKOSTNINGER KULUT OPLATA OPLATY PROWIZJA
        POPLATEK POPLATKY POPLATOK DIJ KOLTSEG COMISION COMISIOANE MASRAF KOMISYON EXODA PROMITHEIA
        TESURYO TESUURIYOU TESUURYOU SUSURYO SHOUXUFEI OCMT
        """,
    "tax": """
        WHT WITHHOLDING WITHHELD WITHHTAX TDS RITENUTA RIT RDA RETENCION RETENCIONES IRPF RET RETEN
        RETENUE PRECOMPTE QUELLENSTEUER QUELLENST BRONBELASTING RETENCAO IRRF INSS ISS CSRF PCC IRS
        KALLSKATT KILDESKAT KILDESKATT LAHDEVERO PODATEK SRAZKOVA ZRAZKOVA STOPAJ TEVKIFAT KDVTEV
        PARAKRATISI FOROS GENSEN GENZEI GENSENZEI WONCHEONSE CWT EWT BIR ISR TAX 194C 194J 194H 194Q
        """,
    "rounded": """
        ROUNDED ROUNDING ROUND GERUNDET AUFGERUNDET GERUNDETER ARRONDI ARROT ARROTONDATO
        ARROTONDAMENTO REDONDEO REDONDEADO ARREDONDADO ARREDONDAMENTO AFGEROND AFRONDING AVRUNDAT
        AVRUNDNING OREAVRUNDNING AFRUNDET AVRUNDET PYORISTETTY ZAOKRAGLONO ZAOKROUHLENO ZAOKRUHLENE
        KEREKITVE ROTUNJIT YUVARLAMA YUVARLANDI
        """,
    "back": """
        REFUND REFUNDED REIMBURSEMENT ERSTATTUNG RUECKERSTATTUNG RUCKERSTATTUNG GUTSCHRIFT
        REMBOURSEMENT AVOIR RIMBORSO REEMBOLSO DEVOLUCION ABONO ESTORNO RESTITUICAO TERUGBETALING
        CREDITNOTA ATERBETALNING KREDITFAKTURA TILBAGEBETALING HYVITYS PALAUTUS ZWROT VRATKA
        DOBROPIS VISSZATERITES RAMBURSARE IADE EPISTROFI POVRAT HENKIN
        """,
}
_MEANING: dict[str, frozenset[Remark]] = {}
for _remark, _row in _WORDS.items():
    for _word in _row.split():
        _MEANING[_word] = _MEANING.get(_word, frozenset()) | {_remark}
_SUITING: dict[str, frozenset[Remark]] = {
    "discount": frozenset({"discount"}),
    "late_discount": frozenset({"discount"}),
    "usual_discount": frozenset({"discount"}),
    "fee": frozenset({"fee"}),
    "withholding": frozenset({"tax"}),
    "rounding": frozenset({"rounded"}),
    "whole": frozenset({"rounded"}),
    "over": frozenset({"rounded", "fee"}),
    "short": frozenset({"part", "deducted", "advance"}),
    "exchange": frozenset({"fee"}),
}
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?) ?%")
_RATE = re.compile(r"(?<![\d.,])\d{1,5}[.,]\d{2,6}(?!\d)")
_NOTHING: frozenset[Remark] = frozenset()
_AMOUNT_LEAST = 100  # smaller sums are printed for many reasons


def remarks_of(payment: Payment) -> frozenset[Remark]:
    """All that the line's words say about its amount."""
    return _remarks(payment.memo.words)


@lru_cache(maxsize=1024)
def _remarks(words: tuple[str, ...]) -> frozenset[Remark]:
    found = _NOTHING
    for word in (*words, *(a + b for a, b in pairwise(words))):
        meaning = _MEANING.get(word)
        if meaning:
            found |= meaning
    return found


def told(payment: Payment, shape: str, billed: int) -> str:
    """How the line's text explains that it differs from ``billed``, in minor units.

    Returns:
        "amount" when it prints the difference or the percentage, "said" when a word says so,
        "else" when words say something else, "silent".
    """
    difference = abs(abs(payment.amount) - abs(billed))
    if difference >= _AMOUNT_LEAST and difference in payment.memo.amounts:
        return "amount"
    if billed and any(_is_share(p, difference, abs(billed)) for p in _percents(payment)):
        return "amount"
    found = remarks_of(payment)
    if found & _SUITING.get(shape, _NOTHING):
        return "said"
    return "else" if found else "silent"


def says_nothing(payment: Payment) -> bool:
    """Whether nothing in the line's text could explain any difference."""
    is_plain = not payment.memo.amounts and "%" not in payment.source.description
    return is_plain and not remarks_of(payment)


def prints_rate(payment: Payment, foreign: int) -> bool:
    """Whether the line prints the rate at which ``foreign`` minor units are what was paid."""
    for text in _RATE.findall(payment.source.description):
        rate = Decimal(text.replace(",", "."))
        for made in (foreign * rate, foreign / rate if rate else Decimal(0)):
            if abs(abs(made) - abs(payment.amount)) * 1000 <= abs(payment.amount):
                return True
    return False


def _percents(payment: Payment) -> Sequence[Decimal]:
    if "%" not in payment.source.description:
        return ()
    found = _PERCENT.findall(payment.source.description)
    return [Decimal(text.replace(",", ".")) for text in found]


def _is_share(percent: Decimal, difference: int, billed: int) -> bool:
    """Whether the difference is the percentage of the bill, or of it without a usual tax."""
    whole = billed * percent / 100
    return whole / Decimal("1.28") - 2 <= difference <= whole + 2
