"""Features that any printed value has: its rank among rivals, its place and its legibility."""

from functools import lru_cache
from typing import Any, Final

from engine.extraction.invoices.confidence.surroundings import Surroundings
from engine.extraction.invoices.draft import Pick
from engine.extraction.invoices.evidence import Claim
from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.labels import find_labels

_HEAD: Final = 0.33
_FOOT: Final = 0.8
_NEAR: Final = 0.5
_SENTENCE: Final = 6
_MOST_RIVALS: Final = 4


def place_signals(around: Surroundings, pick: Pick) -> dict[str, float]:
    """The rules' own score, and where and how the value is printed."""
    segment = pick.segment
    certain = min((word.confidence for word in pick.words), default=1.0)
    scanned = segment.source == "ocr"
    return {
        "score": pick.score,
        "high score": max(0.0, pick.score - 0.8) * 5,
        "low score": max(0.0, 0.5 - pick.score) * 2,
        "scanned": float(scanned),
        "hard to read": 1 - certain if scanned else 0.0,
        "at the head": float(segment.y0 < _HEAD),
        "at the foot": float(segment.y0 > _FOOT),
        "on a later page": float(segment.page != around.sheet.rows[0].page),
        "alone in its place": float(len(pick.words) == len(segment.words)),
        "in a sentence": float(len(segment.words) - len(pick.words) >= _SENTENCE),
        **_rank(pick),
    }


def _rank(pick: Pick) -> dict[str, float]:
    """How the value stands to its label and to the other candidates."""
    if not pick.ranking:
        return {}
    first = pick.ranking[0]
    others = [entry.score for entry in pick.ranking[1:] if entry.value != first.value]
    claim = first.claim
    signals = {
        "a near rival": max(others, default=0.0) / max(first.score, 0.05),
        "rivals": min(_MOST_RIVALS, sum(s >= _NEAR * first.score for s in others)) / _MOST_RIVALS,
        "no label": float(claim is None),
    }
    if claim is not None:
        signals |= {
            f"label: {claim.label}": 1.0,
            "closeness": claim.closeness,
            "below its label": float(claim.is_below),
            "composed label": float(not is_known(claim.hit.phrase)),
            "words before its label": float(claim.hit.start > 0),
            "words after its label": float(_is_apart(claim, first.candidate)),
        }
    return signals


def _is_apart(claim: Claim, candidate: Candidate[Any]) -> bool:
    """Whether other words stand between a label and its value in one segment."""
    same = claim.hit.segment is candidate.segment
    between = candidate.segment.words[claim.hit.end : candidate.start] if same else ()
    return any(any(map(str.isalnum, word.text)) for word in between)


@lru_cache(maxsize=4096)
def is_known(phrase: str) -> bool:
    """Whether the vocabulary holds a label's phrase as a whole."""
    tokens = tuple(phrase.split())
    return any(hit.end - hit.start == len(tokens) for hit in find_labels(tokens))
