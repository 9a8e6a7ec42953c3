"""What a program finds when it imports the engine."""

import pytest

import engine


def test_the_engine_opens_an_installation_by_its_one_public_name(tmp_path):
    opened = engine.initialize_production_json_system(db_path=tmp_path / "books.duckdb")
    assert opened.upload_dir == tmp_path / "uploads"
    assert opened.health().invoice_uploads == 0
    opened.close()


def test_a_name_that_the_engine_does_not_have_is_told():
    with pytest.raises(AttributeError, match="has no attribute 'initialise'"):
        _ = engine.initialise
