"""What people's decisions about earlier matches teach a run, and how that is put in words.

Nothing is fitted and nothing is stored: a run is given the decided matches themselves and reads
from them what names mean, when parties pay, and what they take off. Each is forgotten with them.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Final, Literal, TypeAlias

from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.memo import read_memo
from engine.matching.normalise import LEGAL_FORMS, PAYMENT_WORDS, name_tokens, unconfused
from engine.records.reconciliation import MatchKind, Treatment

LessonKind = Literal["alias", "delay", "batches", "deduction"]

_SHORTEST_WORD = 3
_WORDS_SHOWN = 3
_LEAST_DELAYS = 2
_TAKEN_OFF: Final[dict[Treatment, str]] = {
    "fee": "fees are taken off",
    "discount": "a discount is taken",
    "withholding_tax": "tax is withheld",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One match that a person decided about, with its records as they are now."""

    invoices: tuple[OpenInvoice, ...]
    lines: tuple[BankLine, ...]
    is_confirmed: bool
    kind: MatchKind = "one_to_one"
    treatment: Treatment | None = None
    decided_at: dt.datetime | None = None

    @property
    def party(self) -> str:
        """The key of the counterparty of the match; "" where its invoices have several, or none."""
        keys = {party_key(i.counterparty or "") for i in self.invoices}
        return keys.pop() if len(keys) == 1 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One thing that decisions taught, in words, with how many speak for it and against it.

    ``subject`` is what it is forgotten by.
    """

    subject: str
    kind: LessonKind
    party: str
    sentence: str
    decisions: int
    against: int = 0


_Maker: TypeAlias = Callable[[str, str, Sequence[Decided]], list[Lesson]]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Decisions up to ``at`` teach nothing about ``subject``; about nothing at all when None."""

    subject: str | None
    at: dt.datetime


def party_key(name: str) -> str:
    """A counterparty's name in the form in which memory knows it."""
    return " ".join(unconfused(token) for token in name_tokens(name))


def subject_of(kind: LessonKind, party: str) -> str:
    """What a lesson is forgotten by."""
    return f"{kind} {party}"


def lessons_of(decided: Iterable[Decided], forgotten: Sequence[Forgotten] = ()) -> list[Lesson]:
    """What the decisions taught, party by party."""
    by_party: dict[str, list[Decided]] = defaultdict(list)
    for one in decided:
        if one.party:
            by_party[one.party].append(one)
    found: list[Lesson] = []
    for party, group in sorted(by_party.items()):
        for kind, make in _MAKERS.items():
            subject = subject_of(kind, party)
            kept = [d for d in group if not is_forgotten(d, subject, forgotten)]
            found.extend(make(subject, _name(group), kept))
    return found


def is_forgotten(one: Decided, subject: str, forgotten: Iterable[Forgotten]) -> bool:
    """Whether a decision does not count for ``subject`` any more."""
    return any(
        f.subject in (None, subject) and one.decided_at is not None and one.decided_at <= f.at
        for f in forgotten
    )


def _name(group: Sequence[Decided]) -> str:
    names = Counter(i.counterparty or "" for d in group for i in d.invoices)
    return min(names, key=lambda name: (-names[name], name))


def _aliases(subject: str, name: str, group: Sequence[Decided]) -> list[Lesson]:
    """Words of the bank that stand where the party's name should, by how often."""
    own = set(name_tokens(name))
    told: Counter[str] = Counter()
    against: Counter[str] = Counter()
    for one in group:
        for line in one.lines:
            words = alias_words(line, own)
            if words:
                (told if one.is_confirmed else against)[" ".join(words)] += 1
    return [
        Lesson(
            subject=subject,
            kind="alias",
            party=name,
            sentence=f"The bank writes “{words}” for {name}.",
            decisions=count,
            against=against[words],
        )
        for words, count in sorted(told.items())
        if count > against[words]
    ]


def alias_words(line: BankLine, own: Collection[str]) -> tuple[str, ...]:
    """The words that may be a name, where the line has none of the party's ``own``."""
    said = read_memo(line).name_key
    if any(word[:4] == name[:4] for word in said for name in own):
        return ()
    kept = [
        word
        for word in said
        if len(word) >= _SHORTEST_WORD and word not in PAYMENT_WORDS and word not in LEGAL_FORMS
    ]
    return tuple(kept[:_WORDS_SHOWN])


def _delays(subject: str, name: str, group: Sequence[Decided]) -> list[Lesson]:
    lags = [lag for d in group if d.is_confirmed for lag in _lags(d)]
    if len(lags) < _LEAST_DELAYS:
        return []
    usual = round(median(lags))
    when = "on the due date"
    if usual:
        days = f"{abs(usual)} {'day' if abs(usual) == 1 else 'days'}"
        when = f"{days} {'after' if usual > 0 else 'before'} the due date"
    sentence = f"{name} is usually settled {when}."
    return [
        Lesson(subject=subject, kind="delay", party=name, sentence=sentence, decisions=len(lags))
    ]


def _lags(one: Decided) -> list[int]:
    if len(one.invoices) != 1 or len(one.lines) != 1:
        return []
    due, paid = one.invoices[0].due_date or one.invoices[0].invoice_date, one.lines[0].date
    return [(paid - due).days] if due and paid else []


def _batches(subject: str, name: str, group: Sequence[Decided]) -> list[Lesson]:
    confirmed = [d for d in group if d.is_confirmed]
    batches = [d for d in confirmed if len(d.invoices) > 1]
    if not batches:
        return []
    most = max(len(d.invoices) for d in batches)
    return [
        Lesson(
            subject=subject,
            kind="batches",
            party=name,
            sentence=f"Payments for {name} settle up to {most} invoices at once.",
            decisions=len(batches),
            against=len(confirmed) - len(batches),
        )
    ]


def _deductions(subject: str, name: str, group: Sequence[Decided]) -> list[Lesson]:
    taken = Counter(d.treatment for d in group if d.is_confirmed and d.treatment in _TAKEN_OFF)
    against = Counter(d.treatment for d in group if not d.is_confirmed)
    return [
        Lesson(
            subject=subject,
            kind="deduction",
            party=name,
            sentence=f"With {name}, {_TAKEN_OFF[treatment]}.",
            decisions=count,
            against=against[treatment],
        )
        for treatment, count in sorted(taken.items(), key=str)
        if treatment is not None
    ]


_MAKERS: Final[Mapping[LessonKind, _Maker]] = {
    "alias": _aliases,
    "delay": _delays,
    "batches": _batches,
    "deduction": _deductions,
}


@dataclass(frozen=True, slots=True)
class Lessons:
    """The decisions that a run learns from, and what of them is forgotten."""

    decided: tuple[Decided, ...] = ()
    forgotten: tuple[Forgotten, ...] = field(default=())

    def about(self, kind: LessonKind) -> list[Decided]:
        """The decisions that count for lessons of a kind, with one party each."""
        return [
            d
            for d in self.decided
            if d.party and not is_forgotten(d, subject_of(kind, d.party), self.forgotten)
        ]


NOTHING_LEARNED: Final = Lessons()
"""For runs that nobody has taught anything."""
