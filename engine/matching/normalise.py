"""Text and money in the forms that are compared: words, compact forms, integer minor units.

Both sides of every comparison go through the same function here; nothing else may clean text.
"""

import re
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache

from engine.matching.transliteration import plain

_CONFUSABLE = str.maketrans("OQDILSBZG", "000115826")
_THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})

_LEGAL_FORMS = """
    AB AG AKTIENGESELLSCHAFT ANS APS AS ASA AVV BHD BV BVBA CO COMPANY CORP CORPORATION CV DA
    DAC DOO EG EHF EIRL EK EKFM EPE ESPP EV EURL FZCO FZE FZ GBR GESMBH GIE GK GMBH GROUP HB HF
    HOLDING HOLDINGS IKE INC INCORPORATED JDOO JSC KB KDA KFT KG KGAA KK KS KSCHT LDA LIMITADA
    LIMITED LLC LLLP LLP LP LTD LTDA MBH NV NYRT OE OHG OOO OU OY OYJ OYABP PARTG PARTNERSCHAFT
    PBC PC PLC PRIVATE PT PTE PTY PVT RT SA SAB SAC SACI SAPI SARL SAS SASU SC SCA SCOP SCRL SCS
    SDN SE SGPS SIA SICAV SL SLL SLU SNC SOC SP SPA SPK SPOL SPRL SRL SRO SS UAB UG VOF YK ZAO ZOO
"""
_PAYMENT_WORDS = """
    ACCOUNT ACH BACS BANK BILL CARD CASH CHARGE CHECK CHEQUE CHK CHQ CREDIT DEBIT DEPOSIT DIRECT
    EREF FEE GIRO INVOICE KREF LASTSCHRIFT MREF NOTPROVIDED ORDER PAY PAYMENT PAYOUT PMT POS
    PURCHASE RECEIPT REF REFERENCE REMITTANCE SEPA STANDING SVWZ TRANSFER UEBERWEISUNG VIREMENT
    VISA WIRE WITHDRAWAL"""
_CONNECTING_WORDS = "AND UND ET E Y I OG OCH EN VE THE"
_LEGAL_PHRASES = """
    AKSJESELSKAP AKTIEBOLAG AKTIESELSKAB ANPARTSSELSKAB ENSKILD FIRMA HAFTUNGSBESCHRAENKT
    HAFTUNGSBESCHRANKT HANDELSBOLAG ODPOWIEDZIALNOSCIA OGRANICZONA OSAKEYHTIO RESPONSABILIDAD
    RESPONSABILITA SPOLKA UNIPERSONALE UNIPESSOAL"""
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split() + _LEGAL_PHRASES.split())
"""Words that say what kind of company a name is of, in compact capitals."""
PAYMENT_WORDS = frozenset(_PAYMENT_WORDS.split())
"""General words for payments, which name nobody whatever else a memo says."""
_CONNECTORS = frozenset(_CONNECTING_WORDS.split())
_MISREAD_FORMS = frozenset(form.translate(_CONFUSABLE) for form in LEGAL_FORMS)
_INITIALS = re.compile(r"\b(?:[A-Z]\.)+[A-Z]?\b\.?")
_WORD = re.compile(r"[A-Z0-9]+")


def minor_units(amount: Decimal, currency: str | None) -> int:
    """The amount in the currency's smallest unit; what is finer is rounded half to even."""
    scale = 1000 if currency in _THREE_DECIMALS else 100
    return int((amount * scale).to_integral_value(ROUND_HALF_EVEN))


def money(units: int, currency: str | None) -> Decimal:
    """The exact inverse of ``minor_units``, with the currency's number of decimals."""
    places = 3 if currency in _THREE_DECIMALS else 2
    return Decimal(units).scaleb(-places)


def compact(text: str) -> str:
    """Letters and digits only, in capitals: "2024-0343" and "2024 0343" become the same."""
    return "".join(_WORD.findall(plain(text)))


def digits(text: str) -> str:
    """The digits of ``text`` in their order."""
    return "".join(c for c in text if "0" <= c <= "9")


def unconfused(text: str) -> str:
    """A compact form with every character that readers confuse written as one of its twins."""
    return text if text.isdigit() else text.translate(_CONFUSABLE)


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Capital ASCII words; apostrophes join, initials join ("S.p.A." → "SPA")."""
    return plain_words(plain(text))


def plain_words(text: str) -> tuple[str, ...]:
    """``words`` of a text that is in plain capitals already; nothing is remembered."""
    text = text.replace("'", "")
    if "." in text:
        text = _INITIALS.sub(lambda m: m.group().replace(".", ""), text)
    return tuple(_WORD.findall(text))


def _tells_apart(word: str) -> bool:
    return len(word) > 1 and not word.isdigit() and unconfused(word) not in _MISREAD_FORMS


@lru_cache(maxsize=65536)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a name that tell it apart: no legal form at either end, no "and"."""
    tokens = [w for w in words(name) if w not in _CONNECTORS]
    core = [w for w in tokens if _tells_apart(w)]
    return tuple(core or tokens)
