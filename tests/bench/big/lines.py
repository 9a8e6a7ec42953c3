"""The figures of many rows as lines of the table."""

from collections.abc import Iterator
from typing import Any

from tests.bench.limits import (
    EDIT_SECONDS,
    QUERY_SECONDS,
    REFRESH_SECONDS,
    START_SECONDS,
    THICK_REVIEW_SECONDS,
    TIMES_FLAT,
    UPLOADS_PER_SECOND,
)
from tests.bench.rows import Row, word


def lines(figures: dict[str, Any]) -> Iterator[Row]:
    """What a run with the part ``big`` adds to the table."""
    if found := figures.get("big"):
        yield from _inserting(found["inserting"])
        yield from _many(found["many"])
        yield from _asked(found["many"]["asked"])
        yield from _thick(found["thick"])


def _inserting(found: dict[str, Any]) -> Iterator[Row]:
    rate = found["uploads_per_second"]
    yield (
        f"{found['uploads']} uploads of {found['lines_each']} lines, a JSON row each",
        f"{rate:.0f} uploads/s, {found['cpu_seconds_per_upload'] * 1000:.1f} ms of a core each "
        f"(pending, processing, completed: {found['whole_life_uploads_per_second']:.0f}, "
        f"{found['whole_life_cpu_seconds_per_upload'] * 1000:.1f} ms)",
        f"a row for each line {found['row_per_line_uploads_per_second']:.1f} uploads/s: "
        f"{found['times_row_per_line']:.0f}x; all lines at once "
        f"{found['row_per_line_at_once_uploads_per_second']:.0f}",
        f">= {UPLOADS_PER_SECOND:.0f} uploads/s",
        word(rate >= UPLOADS_PER_SECOND),
    )


def _many(found: dict[str, Any]) -> Iterator[Row]:
    what = f"{found['uploads']} uploads, {found['nested_lines']} nested lines"
    size, raw = found["file_bytes"] / 1e6, found["json_bytes"] / 1e6
    yield (
        f"{what}: the file",
        f"{size:.0f} MB for {raw:.0f} MB of JSON: {raw / size:.2f} for each of its bytes",
        f"flat rows, without places and history, {found['flat_file_bytes'] / 1e6:.0f} MB",
        "",
        "",
    )
    if "start_seconds" in found:
        yield _start(found)
    refresh = found["refresh_seconds"]
    yield (
        "first refresh after one changed upload",
        f"{refresh * 1000:.0f} ms ({found['refresh_cpu_seconds'] * 1000:.0f} of a core); "
        f"saving it {found['saving_seconds'] * 1000:.0f} ms",
        "",
        f"<= {REFRESH_SECONDS * 1000:.0f} ms",
        word(refresh <= REFRESH_SECONDS),
    )


def _start(found: dict[str, Any]) -> Row:
    start = found["start_seconds"]
    return (
        "start of the server on it",
        f"{start:.1f} s ({found['start_cpu_seconds']:.1f} of a core); answers from the tables "
        f"{found['tables_seconds']:.1f} s later ({found['tables_cpu_seconds']:.1f}); "
        f"{found['server_bytes'] / 1e6:.0f} MB",
        "",
        f"<= {START_SECONDS:.0f} s",
        word(start <= START_SECONDS),
    )


def _asked(found: dict[str, Any]) -> Iterator[Row]:
    slow = found["p95_seconds"]
    yield (
        f"{found['questions']} questions of the dashboard",
        f"95 of 100 within {slow * 1000:.0f} ms ({found['p95_cpu_seconds'] * 1000:.0f} of a core), "
        f"half within {found['p50_seconds'] * 1000:.0f} ms",
        f"flat tables {found['flat_p95_seconds'] * 1000:.0f} ms "
        f"({found['flat_p95_cpu_seconds'] * 1000:.0f} of a core)",
        f"<= {QUERY_SECONDS * 1000:.0f} ms",
        word(slow <= QUERY_SECONDS),
    )
    most = found["most_times_flat"]
    yield (
        "the same SQL on flat tables",
        f"{found['times_flat']:.1f}x of a core in all, at most {most:.1f}x "
        f"({found['most_times_flat_of']})",
        f"{found['same_answers']} of {found['questions']} answers are the same",
        f"<= {TIMES_FLAT:.0f}x",
        word(most <= TIMES_FLAT),
    )


def _thick(found: dict[str, Any]) -> Iterator[Row]:
    opening, edit = found["review_seconds"], found["edit_seconds"]
    yield (
        f"one file of {found['pages']} pages, {found['invoices']} invoices",
        f"read in {found['reading_seconds']:.1f} s, {found['json_bytes'] / 1e6:.1f} MB of JSON; "
        f"Review stands after {opening:.2f} s ({found['review_cpu_seconds']:.2f} of a core)",
        "",
        f"<= {THICK_REVIEW_SECONDS:.0f} s",
        word(opening <= THICK_REVIEW_SECONDS),
    )
    yield (
        "a value of it corrected",
        f"saved in {edit:.2f} s ({found['edit_cpu_seconds']:.2f} of a core), "
        f"drawn again in {found['drawn_after_edit_seconds']:.2f} s "
        f"({found['drawn_after_edit_cpu_seconds']:.2f})",
        "",
        f"<= {EDIT_SECONDS} s",
        word(edit <= EDIT_SECONDS),
    )
