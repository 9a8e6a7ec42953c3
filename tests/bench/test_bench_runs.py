"""The benchmark program works at a tiny size; it is judged by counts, never by time."""

import sys
from subprocess import CalledProcessError

import pytest

from tests.bench.__main__ import PARTS, run
from tests.bench.analytics_run import QUESTIONS
from tests.bench.long_statements import OPENING, balance_statement
from tests.bench.made_books import make_books
from tests.bench.memory import run_watched
from tests.bench.sizes import TINY
from tests.bench.table import table


class Measured(dict):
    """The figures of a part, measured when they are first asked for."""

    def __missing__(self, part):
        return self.setdefault(part, run(TINY, (part,))[part])


@pytest.fixture(scope="module")
def figures():
    return Measured()


def test_both_digital_documents_are_read_whole(figures):
    assert [found["pages"] for found in figures["digital"].values()] == [3, 3]
    for found in figures["digital"].values():
        assert found["records"] > 0
        assert 0.9 < found["words"] / found["pdfplumber_words"] < 1.1


@pytest.mark.ocr
def test_the_pool_reads_about_the_words_that_bare_tesseract_reads(figures):
    found = figures["ocr"]
    assert found["pages"] == 1
    for ours in found["engines"].values():
        assert 0.8 < ours["words"] / found["tesseract_words"] < 1.25


def test_matching_proposes_mostly_true_links(figures):
    assert list(figures["matching"]) == ["12 x 30", "24 x 60"]
    for found in figures["matching"].values():
        assert found["right_links"] >= 0.8 * found["true_links"]


def test_the_growth_of_matching_is_told(figures):
    smaller, larger = figures["matching"].values()
    assert "exponent" not in smaller
    assert larger["rows"] == 84
    assert larger["exponent"] < 3
    assert any("rows to the power of" in line for line in table({"matching": figures["matching"]}))


def test_matching_peers_find_pairs_in_the_smaller_books(figures):
    smaller, larger = figures["matching"].values()
    assert "peers" not in larger
    assert set(smaller["peers"]) == {"rapidfuzz and an assignment", "splink"}
    for found in smaller["peers"].values():
        assert found["right_links"] >= 0.5 * found["true_links"]


def test_analytics_see_every_nested_line(figures):
    found = figures["analytics"]
    assert found["transactions_seen"] == found["transactions"] == 10
    assert found["questions"] == len(QUESTIONS)


def test_screens_are_measured_over_every_line(figures):
    found = figures["screens"]
    assert (found["rows"], found["transactions"]) == (4, 10)
    assert found["dashboard_filter_seconds"] > 0
    assert found["documents_filter_seconds"] > 0
    assert found["query_again_seconds"] > 0
    assert found["switch_seconds"] == max(found["switch_seconds_by_screen"].values())
    assert found["review_invoices"] == 3


def test_long_files_are_read_whole_by_the_command(figures):
    assert [found["pages"] for found in figures["long"].values()] == [5, 5, 5]
    assert [found["invoices"] for found in figures["long"].values()] == [4, 15, 5]


def test_long_statements_and_small_ones_are_read_whole_and_right(figures):
    statements = figures["statements"]
    assert [found["pages"] for found in statements.values()] == [4, 4, 4, 6]
    for found in statements.values():
        assert found["right_rows"] == found["found_rows"] == found["rows"]


def test_peers_are_measured_on_the_same_layouts(figures):
    peers = [found["peers"] for found in figures["statements"].values() if "peers" in found]
    assert len(peers) == 3
    for peer in peers:
        assert "pdfplumber's tables" in peer
        assert all(0 <= found["rows_in_cells"] <= 1 for found in peer.values())


def test_a_made_statement_is_the_same_each_time_and_adds_up():
    first, second = balance_statement(2), balance_statement(2)
    assert (first.rows, first.content) == (second.rows, second.content)
    assert len(first.rows) == 75
    assert first.rows[-1].balance == OPENING + sum(row.amount for row in first.rows)


def test_memory_is_that_of_all_processes():
    child = "import time; held = bytearray(60_000_000); time.sleep(0.5)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    ran = run_watched((sys.executable, "-c", parent))
    assert ran.peak_bytes > 60_000_000


def test_a_program_that_fails_is_no_measurement():
    with pytest.raises(CalledProcessError):
        run_watched((sys.executable, "-c", "raise SystemExit(3)"))


@pytest.mark.timeout(1800)
def test_each_figure_has_its_line_in_the_table(figures):
    lines, engines = table({part: figures[part] for part in PARTS}), len(figures["ocr"]["engines"])
    peers = sum(len(found.get("peers", {})) for found in figures["statements"].values())
    clusters = len(figures["cluster"]["workers"])
    reading, matching = 2 + 3 * 3 + (4 * 3 + peers) + engines, 2 + 2 + 1
    screens, big = 1 + 5, 1 + 2 + 2 + 2
    assert len(lines) == 1 + reading + matching + screens + big + clusters
    held = sum(line.endswith(("holds", "MISSED")) for line in lines)
    assert held == 3 * 3 + 4 * 2 + engines + 4 + 6 + clusters


def test_nested_rows_answer_as_flat_tables_do(figures):
    asked = figures["big"]["many"]["asked"]
    assert asked["questions"] > 50
    assert asked["same_answers"] == asked["questions"]


def test_every_made_row_is_inserted_and_weighed(figures):
    inserting, many = figures["big"]["inserting"], figures["big"]["many"]
    assert (inserting["uploads"], inserting["lines_each"]) == (3, 342)
    assert (many["uploads"], many["nested_lines"]) == (8, 4 * 12 + 4 * 3 * 5)
    assert many["json_bytes"] > many["nested_lines"] * 100
    assert many["file_bytes"] > many["json_bytes"]


def test_a_thick_file_is_read_reviewed_and_corrected(figures):
    found = figures["big"]["thick"]
    assert (found["pages"], found["invoices"]) == (3, 9)
    assert found["edit_seconds"] > 0


def test_made_books_have_the_asked_size_and_are_the_same_each_time():
    first, second = make_books(40, 120), make_books(40, 120)
    assert (len(first.invoices), len(first.lines)) == (40, 120)
    assert first == second
    assert first.links


@pytest.mark.ocr
def test_a_cluster_reads_the_words_that_are_read_here(figures):
    found = figures["cluster"]
    assert found["pages"] == 1
    assert list(found["workers"]) == [1, 2]
    assert all(ours["is_same"] for ours in found["workers"].values())
