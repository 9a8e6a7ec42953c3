"""What stays doubtful about rows although the sums agree: dates, descriptions, recognised words.

Sums vouch for amounts only. A row of which anything here is doubtful keeps its statement from
counting as proven.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.day_doubts import DayCause, ToldDays, day_doubts
from engine.extraction.statements.solving.direction import rows_of_doubtful_direction
from engine.extraction.statements.solving.lost_rows import (
    rows_beside_lost_rows,
    rows_beside_lost_tables,
)
from engine.extraction.statements.solving.settle import Settled

Cause = DayCause | Literal["no_text", "text", "words", "row", "direction", "repaired", "nothing"]

_SURE_DATE: Final = 0.8
_SURE_TEXT: Final = 0.85
_SURE_WORD: Final = 0.5
"""Confidences from which recognised words of a date, of a description as a whole and one by one are
taken to be right."""

_SURE_FOREIGN: Final = 0.8
"""The same for a word with letters beyond ASCII, many of which differ by a stroke or a dot."""

_UNREAD: Final = 0.25
"""Share of a description's characters that may stand in words that are not read surely."""

SENTENCES: Final[dict[Cause, str]] = {
    "no_date": "No date can be told.",
    "undated": "The row prints no date of its own, as other rows of its day do.",
    "no_year": "The year of the date is not printed.",
    "year": "The year of the date follows from no printed period.",
    "other_day": "This may be the day from which interest counts: another is printed, too.",
    "stated_day": "The row prints no date: this is the day of the statement.",
    "day_or_month": "Which figure of the date is the day cannot be told.",
    "far_date": "The date lies far outside the statement's period.",
    "order": "The date is out of order.",
    "no_text": "The row has no description.",
    "text": "Lines of the description may be missing or another row's.",
    "row": "A line near this row looks like a transaction and is none here.",
    "direction": "Which way the amount goes is not sure.",
    "words": "The scan of this row is hard to read.",
    "repaired": "The amount was recognised otherwise and follows from the balances.",
    "nothing": "The amount is nothing: no sum tells whether this is a transaction.",
}
"""What a row's checks say of each cause."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about one row that sums do not vouch for."""

    row: int
    cause: Cause

    @property
    def sentence(self) -> str:
        """The doubt in words."""
        return SENTENCES[self.cause]


def doubts_of(
    settled: Settled,
    told: ToldDays,
    lines: Sequence[TypedLine],
    known: frozenset[int],
    texts: Collection[int],
) -> list[Doubt]:
    """Every doubt but those of direction, by row.

    Args:
        settled: the chosen reading.
        told: the rows' days.
        lines: all lines of the document.
        known: numbers of lines that state a figure of the account.
        texts: the rows whose description is doubtful.
    """
    rows = settled.rows
    found = [Doubt(row, cause) for row, cause in day_doubts(rows, told)]
    found += _about_text(rows)
    found += [Doubt(row, "text") for row in sorted(texts)]
    if not all(proof.closes for proof in settled.proofs):
        found += [Doubt(row, "row") for row in rows_beside_lost_rows(rows, lines, known)]
    elif rows:
        lost = rows_beside_lost_tables(rows, lines, known, told.headers)
        found += [Doubt(row, "row") for row in lost]
    found += [Doubt(row, "repaired") for row in settled.guessed]
    found += [Doubt(i, "nothing") for i, signed in enumerate(settled.signed) if signed.value == 0]
    found += [Doubt(i, "words") for i, row in enumerate(rows) if _is_hard_to_read(row)]
    return sorted(found, key=lambda doubt: doubt.row)


def doubts_of_direction(settled: Settled, *, is_open: bool, is_card: bool) -> list[Doubt]:
    """Doubts of which way amounts go; ``is_open``: whether balances are owed is not told."""
    rows = rows_of_doubtful_direction(settled, is_open=is_open, is_card=is_card)
    return [Doubt(row, "direction") for row in rows]


def _about_text(rows: Sequence[Row]) -> Iterator[Doubt]:
    """Rows without a description where others of their section have one."""
    told = {row.section for row in rows if row.texts}
    for index, row in enumerate(rows):
        if not row.texts and "reference" not in row.notes and row.section in told:
            yield Doubt(index, "no_text")


def _is_hard_to_read(row: Row) -> bool:
    if row.source == "text":
        return False
    date = row.dates.get("date") or row.group
    if date is not None and min(word.confidence for word in date.words) < _SURE_DATE:
        return True
    words = [word for text in row.texts for word in text]
    if not words:
        return False
    if any(word.confidence < _SURE_FOREIGN for word in words if not word.text.isascii()):
        return True
    mean = sum(word.confidence for word in words) / len(words)
    unread = sum(len(word.text) for word in words if word.confidence < _SURE_WORD)
    return mean < _SURE_TEXT or unread > _UNREAD * sum(len(word.text) for word in words)
