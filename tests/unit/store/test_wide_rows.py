"""One row of many wide ones is read and changed by itself: the file does not pack them together."""

import duckdb
from made_rows import add_statement, transaction


def test_json_of_wide_rows_is_not_packed_together(store):
    for name in ("b1", "b2", "b3"):
        add_statement(store, name, *(transaction(f"{name}-{n}") for n in range(800)))
    path = store.database_path
    store.close()
    with duckdb.connect(path, read_only=True) as connection:
        (length,) = connection.sql(
            "select min(strlen(bank_transaction_json)) from production_bank_uploads"
        ).fetchall()[0]
        packed = connection.sql(
            "select compression from pragma_storage_info('production_bank_uploads') "
            "where column_name = 'bank_transaction_json' and segment_type <> 'VALIDITY'"
        ).fetchall()
    assert length > 4096
    assert packed
    assert ("ZSTD",) not in packed
