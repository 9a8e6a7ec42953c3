"""Labels put together from words whose meanings are known, though no list holds the phrase.

"Rechn.-Nr.", "Rechnungs- und Leistungsdatum" and "Datum der Faktura" are read word by word. German,
Dutch and Nordic compounds are taken apart first, the longest known part from the left, with a
linking letter between two of them; a number or a date of something unknown is another one than the
invoice's.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from engine.extraction.invoices.sheet.labels import Label, squeezed
from engine.extraction.invoices.vocabulary.concepts import CONCEPTS, FILLERS
from engine.extraction.phrases import Hit

_LINKS: Final = ("", "s", "es", "n", "en", "e")
_SHORTEST_PART: Final = 3
_SHORTEST_COMPOUND: Final = 6
_LONGEST_LABEL: Final = 6
_YIELDING: Final[frozenset[Label]] = frozenset(
    {
        "title",
        "credit_title",
        "number",
        "date",
        "other",
        "other_number",
        "other_date",
        "terms",
        "weak_total",
        "tax",
    }
)
"""Labels of the vocabulary that a longer, composed label takes in."""


def _lexicon() -> dict[str, str]:
    words: dict[str, str] = {}
    for concept, text in CONCEPTS.items():
        for word in text.split(","):
            words.setdefault(squeezed(word), concept)
    return words


_WORDS: Final = _lexicon()
_HEADS: Final = frozenset({"number", "date"})
_NUMBER_ENDINGS: Final = ("nummer", "numer", "numret")
_BILL_ENDINGS: Final = ("rechnung", "rechnungs", "factur", "faktura")
_NO_BILL: Final = tuple(
    f"{head}rechnung" for head in ("ab", "be", "ver", "an", "hoch", "um", "zu", "auf", "nach")
)
"""Words that mean reckoning of another kind."""

_DATE_ENDINGS: Final = ("datum", "dato")


def with_composed(hits: Sequence[Hit[Label]], tokens: tuple[str, ...]) -> list[Hit[Label]]:
    """``hits`` of the vocabulary in ``tokens``, and the labels that can be put together there.

    A composed label takes the place of weaker ones inside it, never of one that says as much.
    """
    composed = [
        label
        for label in _composed(tokens)
        if not any(_overlap(hit, label) and not _yields(hit, label) for hit in hits)
    ]
    if not composed:
        return list(hits)
    kept = [hit for hit in hits if not any(_overlap(hit, label) for label in composed)]
    return sorted([*kept, *composed], key=lambda hit: hit.start)


def _overlap(one: Hit[Label], other: Hit[Label]) -> bool:
    return one.start < other.end and other.start < one.end


def _yields(hit: Hit[Label], label: Hit[Label]) -> bool:
    inside = label.start <= hit.start and hit.end <= label.end
    if hit.label == label.label:
        return inside and label.end - label.start > hit.end - hit.start
    return inside and hit.label in _YIELDING


@lru_cache(maxsize=32768)
def _composed(tokens: tuple[str, ...]) -> tuple[Hit[Label], ...]:
    found: list[Hit[Label]] = []
    for start, end in _runs(tokens):
        label = _meaning([part for token in tokens[start:end] for part in concepts_of(token)])
        if label is not None:
            found.append(Hit(label, start, end))
    return tuple(found)


def _runs(tokens: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Stretches of words that are known, none of which begins or ends with a small word."""
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and (concepts_of(tokens[end]) or tokens[end] in FILLERS):
            end += 1
        first, last = start, end
        while first < last and not concepts_of(tokens[first]):
            first += 1
        while last > first and not concepts_of(tokens[last - 1]):
            last -= 1
        if first < last and last - first <= _LONGEST_LABEL:
            yield first, last
        start = end + 1


def _meaning(concepts: Sequence[str]) -> Label | None:
    """What a label of these concepts announces; None when it could announce two things."""
    held = frozenset(concepts)
    if tuple(concepts) == ("kind", "invoice"):
        return "title"
    if (
        len(concepts) - concepts.count("kind") < 2
        or sum(concept in _HEADS for concept in concepts) > 1
    ):
        return None
    if "number" in held:
        return _number(held)
    if tuple(concepts) == ("base", "tax"):
        return "subtotal"
    if held == {"sum", "tax"}:
        return "tax"
    if "sum" in held and "invoice" in held and held <= {"sum", "invoice", "kind"}:
        return "total"
    if "due" in held and held & {"date", "until", "pay"}:
        return "due_date"
    if ("pay" in held and "until" in held) or ("collect" in held and held & {"date", "until"}):
        return "due_date"
    return _date(held) if "date" in held else None


def _number(held: frozenset[str]) -> Label | None:
    if "invoice" in held:
        return "other_number" if held & {"former", "order"} else "invoice_number"
    if "order" in held:
        return "order_number"
    return "other_number" if held & {"other", "yours", "former", "pay"} else None


def _date(held: frozenset[str]) -> Label | None:
    if held & {"former", "order"}:
        return "other_date"
    if held & {"invoice", "issue"}:
        return "invoice_date"
    return "other_date" if held & {"other"} else None


@lru_cache(maxsize=32768)
def concepts_of(token: str) -> tuple[str, ...]:
    """What the parts of a squeezed word mean, in order; empty when one of them is unknown.

    An unknown word that ends like a number's or a date's is one of something else.
    """
    known = _WORDS.get(token)
    if known is not None:
        return (known,)
    if len(token) < _SHORTEST_COMPOUND or not token.isalpha():
        return ()
    parts = _parts(token)
    if parts:
        return parts
    if token.endswith(_NUMBER_ENDINGS):
        return ("other", "number")
    if token.endswith(_BILL_ENDINGS) and not token.endswith(_NO_BILL):
        return ("kind", "invoice")
    return ("other", "date") if token.endswith(_DATE_ENDINGS) else ()


def _parts(token: str) -> tuple[str, ...]:
    for length in range(len(token) - 2, _SHORTEST_PART - 1, -1):
        concept = _WORDS.get(token[:length])
        if concept is None:
            continue
        for link in _LINKS:
            rest = token[length:]
            if rest.startswith(link) and len(rest) > len(link) + 1:
                following = concepts_of(rest[len(link) :])
                if following:
                    return (concept, *following)
    return ()
