"""How much a run of the benchmarks does."""

from dataclasses import dataclass, field

from tests.bench.big.rows import BigSizes


@dataclass(frozen=True, slots=True)
class Sizes:
    """Counts of one run. ``repeats`` is how often a thing is timed; the best time counts.

    ``books`` are invoices by bank lines; peers match those of up to ``peer_invoices``. A long file
    has ``long_pages`` pages, a long statement ``statement_pages``; peers read only ``peer_pages``.
    Screens stand over ``screen_statements`` of ``screen_lines`` and ``screen_files`` of
    ``screen_invoices``. ``big`` is the installation of many rows; ``inserted`` statements
    of 342 lines are inserted, and a file of ``thick_pages`` with three invoices on each is read.
    """

    digital_pages: int = 100
    long_pages: int = 1000
    peer_pages: int = 50
    statement_pages: int = 400
    statement_files: int = 100
    scanned_pages: int = 6
    books: tuple[tuple[int, int], ...] = ((100, 342), (1000, 3000), (10_000, 30_000))
    peer_invoices: int = 1000
    statements: int = 40
    lines_per_statement: int = 2500
    invoice_files: int = 40
    invoices_per_file: int = 100
    screen_statements: int = 140
    screen_lines: int = 2500
    screen_files: int = 860
    screen_invoices: int = 20
    big: BigSizes = field(default_factory=BigSizes)
    inserted: int = 100
    thick_pages: int = 1000
    starts_server: bool = True
    repeats: int = 3


TINY = Sizes(
    digital_pages=3,
    long_pages=5,
    peer_pages=2,
    statement_pages=4,
    statement_files=3,
    scanned_pages=1,
    books=((12, 30), (24, 60)),
    peer_invoices=12,
    statements=2,
    lines_per_statement=5,
    invoice_files=2,
    invoices_per_file=3,
    screen_statements=2,
    screen_lines=5,
    screen_files=2,
    screen_invoices=3,
    big=BigSizes(statements=4, lines=12, files=4, invoices=3, files_per_run=2),
    inserted=3,
    thick_pages=3,
    starts_server=False,
    repeats=1,
)

LARGE = Sizes(books=(*Sizes().books, (100_000, 300_000)))
