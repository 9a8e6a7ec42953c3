"""The labels in a segment: whole words of it, none of them a part of a value or of a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from engine.extraction.invoices.sheet.composed import concepts_of, with_composed
from engine.extraction.invoices.sheet.labels import Label, find_labels, squeezed
from engine.extraction.invoices.sheet.layout import LabelHit, Segment
from engine.extraction.phrases import Hit

_ARTICLES: Final = frozenset(("am", "le", "den", "dne", "dnia"))
_NUMBER_SIGN = re.compile(r"\W*(?:#|№|n\.?[º°])\W*", re.IGNORECASE)


@lru_cache(maxsize=65536)
def tokens_of(text: str) -> tuple[str, ...]:
    """Squeezed words of ``text``; a lone number sign is the word "no"."""
    if _NUMBER_SIGN.fullmatch(text):
        return ("no",)
    return tuple(squeezed(text).split())


def set_labels(segment: Segment) -> None:
    """Find the labels of ``segment`` in its tokens and keep them in it."""
    tokens, owners = segment.tokens, segment.owners
    numbered = _numbered(tokens, owners) if segment.figured else frozenset()
    wording = tokens
    if numbered:
        # The letters of a value (INV-100) are no part of the label before it.
        wording = tuple(
            "" if owner in numbered else token for token, owner in zip(tokens, owners, strict=True)
        )
    hits = with_composed(find_labels(tokens), wording)
    if hits:
        segment.labels = [
            label for label in _whole_words(segment, hits) if label.end - 1 not in numbered
        ]
        _settle_numbers(segment)
        _drop_articles(segment)


def _numbered(tokens: Sequence[str], owners: Sequence[int]) -> frozenset[int]:
    """The words with a figure in one of their tokens."""
    pairs = zip(tokens, owners, strict=True)
    return frozenset(owner for token, owner in pairs if any(map(str.isdigit, token)))


def _settle_numbers(segment: Segment) -> None:
    """A bare "No" after other words is theirs (HRB Nr., § 4 Nr.), unless they are the title.

    So is one before other words (N.º Contrib.).
    """
    labels = segment.labels
    for index, hit in enumerate(labels):
        if hit.label != "number":
            continue
        before = labels[index - 1] if index else None
        if hit.start == 0:
            if _is_abbreviated(segment, hit) or _names_something(
                segment, hit, labels[index + 1 : index + 2]
            ):
                labels[index] = replace(hit, label="other_number")
        elif before is not None and before.label == "number":
            continue
        elif before is None or before.label not in ("title", "credit_title", "invoice_number"):
            owner: Label = before.label if before and before.end == hit.start else "other_number"
            labels[index] = replace(hit, label=owner)


def _drop_articles(segment: Segment) -> None:
    """A small word that opens a segment before a date ("le 5 mai") announces nothing."""
    first = segment.labels[0] if segment.labels else None
    if (
        first is not None
        and first.label == "date"
        and first.end == 1
        and first.phrase in _ARTICLES
        and segment.words[0].text.isalpha()
        and 1 in segment.figured
    ):
        segment.labels = segment.labels[1:]


def _is_abbreviated(segment: Segment, hit: LabelHit) -> bool:
    """Whether another word is joined before the label without a space ("Rekv.nr.")."""
    first = tokens_of(segment.words[0].text)
    return bool(first) and first[0] != hit.phrase.split(" ")[0] and first[0].isalpha()


def _names_something(segment: Segment, hit: LabelHit, following: Sequence[LabelHit]) -> bool:
    """Whether the rest of the segment is words that say whose number it is."""
    rest = segment.words[hit.end :]
    if not rest or following or segment.words[hit.end - 1].text.endswith(":"):
        return False
    ours = any("invoice" in concepts_of(token) for token in segment.tokens)
    named = all(word.text.strip(".:").isalpha() and len(word.text) > 3 for word in rest)
    return named and not ours


def _whole_words(segment: Segment, hits: Sequence[Hit[Label]]) -> Iterator[LabelHit]:
    """Labels in the segment's words, none of which is only a part of a word with a hyphen."""
    owners = segment.owners
    for hit in hits:
        first, last = owners[hit.start], owners[hit.end - 1]
        begins = hit.start == 0 or owners[hit.start - 1] != first
        ends = hit.end == len(owners) or owners[hit.end] != last
        cut = first if not begins else last
        if (begins and ends) or "-" not in segment.words[cut].text:
            yield _hit(segment, hit)


def _hit(segment: Segment, hit: Hit[Label]) -> LabelHit:
    start, end = segment.owners[hit.start], segment.owners[hit.end - 1] + 1
    return LabelHit(hit.label, segment, start, end, " ".join(segment.tokens[hit.start : hit.end]))
