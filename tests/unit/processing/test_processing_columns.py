"""The columns of a bank's table: guessed, shown, corrected, remembered, forgotten."""

import pytest
from msgspec.structs import replace

from engine.errors import InvalidInputError, StaleVersionError

CARD = """Day;What;Value
{month}/03/2025;Hotel;120,00
{month}/04/2025;Taxi;20,00
"""


@pytest.fixture
def upload(engine):
    def send(month):
        content = CARD.format(month=month).encode()
        receipt = engine.upload(f"card-{month}.csv", content)
        assert engine.wait(receipt.upload_id, 60).status == "completed"
        return receipt.upload_id

    return send


def amounts(engine, upload_id):
    return [line.amount for line in engine.bank_upload(upload_id).document.transactions]


def plan_of(engine, upload_id):
    return engine.bank_upload(upload_id).document.processing_info.columns


def say(engine, upload_id, **changes):
    view = engine.columns(upload_id)
    row = engine.bank_upload(upload_id)
    plan = replace(view.plan, **changes)
    return engine.save_columns(upload_id, plan, row_version=row.row_version)


def test_the_guess_is_shown_with_the_records_of_the_file(engine, upload):
    upload_id = upload("03")
    view = engine.columns(upload_id)
    assert view.plan.source == "guessed"
    assert view.plan.roles == ("date", "description", "amount")
    assert view.records[0] == ("Day", "What", "Value")
    assert view.plan.header_row == 1
    assert view.plan.confidence < 0.8  # no sign, and the dates may be read in two orders
    comma = replace(view.plan, delimiter=",")
    assert engine.columns(upload_id, comma).records[1] == ("03/03/2025;Hotel;120", "00")


def test_a_correction_is_read_at_once_remembered_and_forgotten(engine, upload):
    first = upload("03")
    assert amounts(engine, first) == [120, 20]
    say(engine, first, sign_convention="turned", date_order="mdy")
    assert amounts(engine, first) == [-120, -20]
    document = engine.bank_upload(first).document
    assert [str(line.date) for line in document.transactions] == ["2025-03-03", "2025-03-04"]
    assert [entry.action for entry in document.audit_trail] == ["read", "columns", "read"]
    assert document.processing_info.columns.source == "person"
    assert min(line.confidence for line in document.transactions) > 0.9

    second = upload("04")
    assert amounts(engine, second) == [-120, -20]
    assert plan_of(engine, second).source == "remembered"

    engine.forget_columns(plan_of(engine, second))
    third = upload("05")
    assert amounts(engine, third) == [120, 20]
    assert plan_of(engine, third).source == "guessed"


def test_what_was_confirmed_is_remembered_too(engine, upload):
    first = upload("03")
    engine.confirm(first)
    assert plan_of(engine, upload("04")).source == "remembered"


def test_the_own_plan_outlives_a_second_reading(engine, upload):
    first = upload("03")
    say(engine, first, sign_convention="turned")
    engine.reject(first, "once more")
    engine.retry(first)
    assert engine.wait(first, 60).status == "completed"
    assert amounts(engine, first) == [-120, -20]
    assert plan_of(engine, first).source == "person"


def test_plans_that_cannot_be_followed_are_refused(engine, upload):
    first = upload("03")
    with pytest.raises(InvalidInputError, match="No column has the date"):
        say(engine, first, roles=("other", "description", "amount"))
    with pytest.raises(InvalidInputError, match="No column has the amount"):
        say(engine, first, roles=("date", "description", "other"))
    with pytest.raises(InvalidInputError, match="do not fit"):
        say(engine, first, sign_convention="columns")
    with pytest.raises(StaleVersionError):
        engine.save_columns(first, plan_of(engine, first), row_version=0)


def test_the_picture_of_a_page_is_that_of_the_plan(engine, upload):
    first = upload("03")
    before = engine.page_image_tag(first, 1)
    assert engine.page_image(first, 1).startswith(b"\x89PNG")
    say(engine, first, sign_convention="turned")
    assert engine.page_image_tag(first, 1) != before


def test_a_statement_on_pages_has_no_columns(engine, pdf_of):
    receipt = engine.upload("x.pdf", pdf_of("Statement", "01.02.2026 Shop 12,00"), kind="bank")
    engine.wait(receipt.upload_id, 60)
    assert engine.columns(receipt.upload_id) is None
