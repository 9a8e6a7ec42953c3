"""SQL of a person's own is answered from copies; nothing that it says reaches anything else."""

import datetime as dt
from decimal import Decimal

import pytest
from made_rows import add_invoices, add_statement, invoice, match, reconciliation

from engine.errors import (
    QueryFailedError,
    QueryRefusedError,
    QueryTooLargeError,
    QueryTooSlowError,
)
from engine.records import Reason
from engine.store import Store
from engine.store.sandbox import Sandbox

VIEWS = (
    "invoices",
    "line_items",
    "match_links",
    "match_reasons",
    "matches",
    "runs",
    "transactions",
    "uploads",
)
OUTSIDE = (
    "from read_csv('/etc/passwd')",
    "from read_csv(['/etc/passwd'])",
    "select * from '/etc/passwd'",
    "from read_text('/etc/passwd')",
    "from read_blob('/etc/passwd')",
    "from read_json('/etc/passwd')",
    "from read_parquet('https://example.com/x.parquet')",
    "from read_csv('http://127.0.0.1:8501/')",
    "from sniff_csv('/etc/passwd')",
    "from glob('/*')",
    "from parquet_metadata('/tmp/x.parquet')",
    "from read_duckdb('/tmp/x.db')",
    "from duckdb_secrets()",
    "select getenv('HOME')",
    "from query('copy invoices to ''/tmp/matchbook-out.csv''')",
    "from enable_logging(storage = 'file', storage_path = '/tmp/matchbook-log')",
    "from pandas_scan(140000000)",
    "from arrow_scan(1, 2, 3)",
    "from database",
    "from os",
    "with gone as (delete from invoices returning *) from gone",
    "with more as (insert into invoices from invoices returning *) from more",
    "with other as (update invoices set total_amount = 0 returning *) from other",
)
OTHER_KINDS = (
    "copy invoices to '/tmp/matchbook-out.csv'",
    "copy invoices from '/etc/passwd'",
    "attach '/tmp/matchbook-other.db'",
    "detach memory",
    "pragma database_list",
    "pragma enable_profiling",
    "install httpfs",
    "load httpfs",
    "update extensions",
    "set threads = 4",
    "set enable_external_access = true",
    "reset lock_configuration",
    "use memory",
    "call pragma_version()",
    "create table mine as select 1",
    "create macro f() as 1",
    "create secret s (type s3)",
    "insert into invoices from invoices",
    "delete from invoices",
    "drop view invoices",
    "alter table invoices drop column currency",
    "export database '/tmp/matchbook-export'",
    "import database '/tmp/matchbook-export'",
    "prepare p as select 1",
    "execute p",
    "begin",
    "commit",
    "checkpoint",
    "vacuum",
    "explain analyze select 1",
)
SEVERAL = ("select 1; select 2", "commit; drop table invoices", "select 1;; copy invoices to 'x'")
ENDLESS = (
    "select count(*) from range(100000) a, range(100000) b, range(100000) c",
    "select * from generate_series(1, 100000000000) t (i) order by i",
    "with recursive r (i) as (select 1 union all select i + 1 from r) select max(i) from r",
)
HUGE = (
    "select repeat('a', 4000000000)",
    "select list(i) from range(3000000000) t (i)",
    "select list_sum(range(1, 3000000000))",
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sandbox")
    store = Store(folder / "matchbook.duckdb", folder / "uploads")
    add_invoices(store, "u1")
    add_statement(store, "b1")
    reasons = (Reason(name="amount", score=0.5, log_odds=2.5, evidence="119.00 is 119.00"),)
    store.reconciliations.insert(reconciliation(matched=(match(reasons=reasons),)))
    yield store
    store.close()


@pytest.fixture
def sandbox(shared):
    """One for all tests, so that each finds it as the one before left it."""
    return shared.sandbox


def ask(sandbox, text, most_rows=100, seconds=20.0):
    return sandbox.ask(text, most_rows=most_rows, seconds=seconds)


def test_every_view_tells_its_grain_and_can_be_asked(sandbox):
    views = sandbox.views()
    assert tuple(view.name for view in views) == VIEWS
    for view in views:
        assert view.description.startswith(("one ", "what one "))
        answer = ask(sandbox, f"from {view.name}")
        assert answer.columns == tuple(column.name for column in view.columns)
        assert answer.types == tuple(column.type for column in view.columns)


def test_amounts_days_and_lists_stay_exact(sandbox):
    text = "select total_amount, invoice_date from invoices"
    assert ask(sandbox, text).rows == ((Decimal("119.00"), dt.date(2026, 1, 15)),)
    assert ask(sandbox, "select invoice_ids from matches").rows == ((["u1-1"],),)
    assert ask(sandbox, "select name, log_odds from match_reasons").rows == (("amount", 2.5),)


def test_times_are_in_utc(sandbox):
    ((found,),) = ask(sandbox, "select run_at from runs").rows
    assert found == dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def test_two_columns_may_have_one_name(sandbox):
    answer = ask(sandbox, "select 1 as a, 2 as a")
    assert (answer.columns, answer.rows) == (("a", "a"), ((1, 2),))


def test_more_rows_than_the_limit_are_told_and_never_made(sandbox):
    answer = ask(sandbox, "from range(10000000000)", most_rows=3)
    assert answer.rows == ((0,), (1,), (2,))
    assert answer.has_more
    assert not ask(sandbox, "from range(3)", most_rows=3).has_more


def test_what_is_written_is_there_at_the_next_question(store):
    assert ask(store.sandbox, "select count(*) from invoices").rows == ((0,),)
    add_invoices(store, "u1", invoice("u1-1"), invoice("u1-2"))
    assert ask(store.sandbox, "select count(*) from invoices").rows == ((2,),)


@pytest.mark.parametrize("text", OUTSIDE)
def test_nothing_outside_can_be_reached(sandbox, text):
    with pytest.raises(QueryFailedError):
        ask(sandbox, text)
    assert ask(sandbox, "select count(*) from invoices").rows == ((1,),)


@pytest.mark.parametrize("text", OTHER_KINDS)
def test_only_selects_are_taken(sandbox, text):
    with pytest.raises((QueryRefusedError, QueryFailedError)):
        ask(sandbox, text)
    assert ask(sandbox, "select count(*) from invoices").rows == ((1,),)


@pytest.mark.parametrize("text", SEVERAL)
def test_one_statement_at_a_time(sandbox, text):
    with pytest.raises(QueryRefusedError):
        ask(sandbox, text)


@pytest.mark.parametrize("text", ["", "  ", "-- nothing", ";"])
def test_nothing_is_no_question(sandbox, text):
    with pytest.raises(QueryRefusedError, match="no statement"):
        ask(sandbox, text)


@pytest.mark.parametrize("text", ENDLESS)
def test_what_never_ends_is_stopped(sandbox, text):
    with pytest.raises((QueryTooSlowError, QueryTooLargeError)):
        ask(sandbox, text, seconds=0.3)
    assert ask(sandbox, "select 1").rows == ((1,),)


@pytest.mark.parametrize("text", HUGE)
def test_what_needs_too_much_memory_is_refused(sandbox, text):
    with pytest.raises((QueryTooLargeError, QueryTooSlowError)):
        ask(sandbox, text, seconds=5)
    assert ask(sandbox, "select 1").rows == ((1,),)


def test_a_process_that_cannot_be_stopped_is_ended_and_replaced(shared):
    strict = Sandbox(shared._database, shared.analytics.refresh, grace_seconds=-9.8)
    with pytest.raises(QueryTooSlowError):
        strict.ask(ENDLESS[0], most_rows=1, seconds=10)
    assert strict.ask("select 1", most_rows=1, seconds=20).rows == ((1,),)
    strict.close()


@pytest.mark.parametrize(
    "text", ["select " + "(" * 50_000 + "1" + ")" * 50_000, "select '" + "a" * 200_000]
)
def test_absurd_texts_are_refused(sandbox, text):
    with pytest.raises((QueryRefusedError, QueryFailedError, QueryTooLargeError)):
        ask(sandbox, text)
    assert ask(sandbox, "select 1").rows == ((1,),)


def test_the_process_has_no_environment_and_no_network_settings(sandbox):
    text = "select name from duckdb_settings() where value <> '' and name like '%proxy%'"
    assert ask(sandbox, text).rows == ()
    ((access, locked),) = ask(
        sandbox,
        "select current_setting('enable_external_access'), current_setting('lock_configuration')",
    ).rows
    assert (access, locked) == (False, True)


def test_an_error_names_its_cause_on_one_line(sandbox):
    with pytest.raises(QueryFailedError, match="nowhere") as found:
        ask(sandbox, "select * from nowhere")
    assert "\n" not in str(found.value)
