"""Finds bank lines that pay nothing: two that cancel each other, and moves between own accounts.

Both are pairs of opposite amounts a few days apart. Lines of one account cancel when the second
says that money came back, or repeats what the first said. Lines of two accounts are a move when
both say the same or that the account is one's own.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from engine.matching.normalise import PAYMENT_WORDS, compact
from engine.matching.rows import Bill, Payment
from engine.records.reconciliation import SetAside, SetAsideKind

_BACK_WORDS = """
    RETURN RETURNED RETURNS RTN REVERSAL REVERSED REVERSE UNPAID BOUNCED DISHONOURED DISHONORED
    REFUSED REJECTED CHARGEBACK RECALL RECALLED NSF INSUFFICIENT CANCELLED CANCELED REPRESENTED
    RUECKLASTSCHRIFT RUECKUEBERWEISUNG RUECKBUCHUNG RUECKGABE RUCKLASTSCHRIFT RUCKUBERWEISUNG
    RUCKBUCHUNG RUCKGABE RETOURE RLS STORNO STORNIERUNG STORNIERT GUTHABENRUECKGABE
    REJET REJETE IMPAYE IMPAYEE RETOURNE RETOURNEE RETOUR ANNULATION ANNULE CONTREPASSATION
    INSOLUTO RESPINTO STORNATO RESTITUZIONE RESA RICHIAMO DEVOLUCION DEVUELTO DEVUELTA IMPAGADO
    IMPAGADA RETROCESION ANULACION RECHAZADO RECHAZADA DEVOLUCAO DEVOLVIDO DEVOLVIDA ESTORNO
    ESTORNADO STORNERING GESTORNEERD TERUGBOEKING RETUR RETURNERAD ATERTAGEN ATERFORING MAKULERAD
    TILBAKEFORT TILBAKEFORING TILBAGEFORSEL TILBAGEFORT AFVIST PALAUTUS PALAUTETTU HYLATTY ZWROT
    ZWROCONY ODRZUCONY ODRZUCONE VRATKA VRACENI VRACENA VRATENIE VISSZAUTALAS VISSZATERITES
    SZTORNO VISSZAUTASITOTT RESTITUIRE REFUZAT RESPINSA IADE IPTAL EPISTROFI VOZVRAT POVRAT VRACANJE
    KUMIMODOSI TUIPIAO TUIHUI PANHWAN
"""
_OWN_WORDS = """
    OWN INTERNAL INTERACCOUNT SWEEP SAVINGS UMBUCHUNG UEBERTRAG UBERTRAG EIGENES EIGENUEBERTRAG
    KONTOUEBERTRAG INTERNE INTERN INTERNO INTERNA COMPTE GIROCONTO GIROFONDI TRASPASO PROPIA PROPIO
    PROPRIA EIGEN SPAARREKENING EGET EGNA OMA OMAN WLASNY WEWNETRZNY VLASTNI INTERNI SAJAT PROPRIU
    VIRMAN JIKO SIKINIDOU HURIKAE APLICACAO RESGATE CASHPOOL CASHPOOLING LIQUIDITAET
"""
_BACK = frozenset(_BACK_WORDS.split())
_OWN = frozenset(_OWN_WORDS.split())
_TELLING_NOTHING = PAYMENT_WORDS | _BACK
_BACK_DAYS = 21
_REPEATED_DAYS = 7
_MOVE_DAYS = 5
_COMMON_SHARE = 0.08
_COMMON_LEAST = 8
_ALIKE = 0.6
_CERTAIN, _LIKELY = 0.97, 0.85


class _Pair(NamedTuple):
    """Two lines, by position; the smaller the rank, the surer."""

    rank: tuple[int, int, int, int]
    first: int
    second: int
    kind: SetAsideKind
    evidence: str

    def record(self, payments: Sequence[Payment]) -> SetAside:
        ids = (payments[self.first].id, payments[self.second].id)
        confidence = _CERTAIN if self.rank[0] == 0 else _LIKELY
        return SetAside(
            kind=self.kind, transaction_ids=ids, confidence=confidence, evidence=self.evidence
        )


def lines_set_aside(payments: Sequence[Payment], bills: Sequence[Bill]) -> tuple[SetAside, ...]:
    """The pairs of lines that cancel or that move money between the run's own accounts.

    Lines of the amount of a bill or credit note of the run stay, unless the second says itself
    that it is a return.

    Args:
        payments: The run's bank lines, by day.
        bills: Its invoices and credit notes.
    """
    alike: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, payment in enumerate(payments):
        alike[payment.currency, abs(payment.amount)].append(place)
    common = _common_words(payments)
    billed = {(bill.currency, bill.effect) for bill in bills}
    pairs = [
        pair
        for places in alike.values()
        if len(places) > 1
        for pair in _pairs(places, payments, common, billed)
    ]
    used: set[int] = set()
    chosen: list[_Pair] = []
    for pair in sorted(pairs):
        if pair.first not in used and pair.second not in used:
            used |= {pair.first, pair.second}
            chosen.append(pair)
    return tuple(p.record(payments) for p in sorted(chosen, key=lambda p: (p.first, p.second)))


def _pairs(
    places: Sequence[int],
    payments: Sequence[Payment],
    common: Collection[str],
    billed: Collection[tuple[str, int]],
) -> Iterator[_Pair]:
    # Fees and salaries repeat an amount thousands of times, but only opposite amounts are pairs.
    later = {sign: [p for p in places if payments[p].amount * sign < 0] for sign in (1, -1)}
    if not (later[1] and later[-1]):
        return
    for first in places:
        opposite = later[1 if payments[first].amount > 0 else -1]
        for second in opposite[bisect_right(opposite, first) :]:
            if payments[second].day - payments[first].day > _BACK_DAYS:
                break
            pair = _moved(first, second, payments) or _cancelled(
                first, second, payments, common, billed
            )
            if pair:
                yield pair


def _moved(first: int, second: int, payments: Sequence[Payment]) -> _Pair | None:
    """A move between two accounts of the run."""
    one, other = payments[first], payments[second]
    days = other.day - one.day
    if one.source.account_number == other.source.account_number or days > _MOVE_DAYS:
        return None
    accounts = [compact(p.source.account_number or "") for p in (one, other)]
    if not all(accounts) or accounts[0] == accounts[1]:
        return None
    said = [set(p.memo.name_key) for p in (one, other)]
    named = accounts[1] in one.memo.accounts or accounts[0] in other.memo.accounts
    own = [bool(words & _OWN) for words in said]
    if not (named or all(own) or (said[0] == said[1] and said[0] and any(own))):
        return None
    evidence = "opposite amounts on two own accounts, " + (
        "one names the other" if named else "both say that money moved between own accounts"
    )
    return _Pair((0, days, first, second), first, second, "own_transfer", evidence)


def _cancelled(
    first: int,
    second: int,
    payments: Sequence[Payment],
    common: Collection[str],
    billed: Collection[tuple[str, int]],
) -> _Pair | None:
    """A payment and its return on one account."""
    one, other = payments[first], payments[second]
    if one.source.account_number != other.source.account_number:
        return None
    days = other.day - one.day
    back = next((word for word in other.memo.words if word in _BACK), None)
    if back and back in one.memo.words:
        back = None
    shared = _shared(one, other, common)
    kind: SetAsideKind = "reversal" if one.amount < 0 else "returned_debit"
    if back and (shared or not _distinctive(other, common)):
        evidence = f"opposite amounts {days} days apart, the second says {back}"
        return _Pair((0 if shared else 1, days, first, second), first, second, kind, evidence)
    is_billed = any((p.currency, p.amount) in billed for p in (one, other))
    if shared < _ALIKE or days > _REPEATED_DAYS or is_billed:
        return None
    evidence = f"opposite amounts {days} days apart, the second repeats what the first says"
    return _Pair((1, days, first, second), first, second, kind, evidence)


def _shared(one: Payment, other: Payment, common: Collection[str]) -> float:
    """The share of the second line's distinctive words that the first has, or begins with."""
    first, second = _distinctive(one, common), _distinctive(other, common)
    if not second:
        return 0.0
    joined = "".join(one.memo.words)
    found = [w for w in second if w in first or (len(w) >= 4 and w in joined) or _begins(w, first)]
    return len(found) / len(second)


def _begins(word: str, others: Collection[str]) -> bool:
    return any(len(o) >= 4 and (o.startswith(word) or word.startswith(o)) for o in others)


def _distinctive(payment: Payment, common: Collection[str]) -> frozenset[str]:
    return frozenset(
        word
        for word in payment.memo.name_key
        if len(word) > 1 and word not in common and word not in _TELLING_NOTHING
    )


def _common_words(payments: Sequence[Payment]) -> frozenset[str]:
    """Words of so many lines that they tell none apart."""
    counts = Counter(word for p in payments for word in set(p.memo.name_key))
    most = max(_COMMON_LEAST, _COMMON_SHARE * len(payments))
    return frozenset(word for word, count in counts.items() if count > most)
