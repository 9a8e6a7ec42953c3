"""Documents are given to people, sent back with a comment, and answered; every word stays."""

import made_rows as made
import pytest

from engine.access import Person, Role, acting
from engine.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    NothingAskedError,
    StaleVersionError,
    UnansweredError,
    WrongStateError,
)
from engine.processing.pool import InlineExecutor
from engine.records import first_broken_entry
from engine.records.remarks import open_remark, remarks
from engine.services import DocumentQuery, Services
from engine.settings import Settings

ADA = Person("ada@firm.example", frozenset({Role.REVIEWER}))
BEN = Person("ben@firm.example", frozenset({Role.REVIEWER}))
VIC = Person("vic@firm.example", frozenset({Role.VIEWER}))


@pytest.fixture
def firm(tmp_path):
    """An installation to which several people sign in."""
    roles = "ada@firm.example=reviewer;ben@firm.example=reviewer;@firm.example=viewer;group:x=admin"
    opened = Services(
        Settings(data_dir=tmp_path, access="proxy", roles=roles), executor=InlineExecutor()
    )
    made.add_invoices(opened.store, "u1")
    made.add_invoices(opened.store, "u2")
    made.add_statement(opened.store, "b1")
    yield opened
    opened.close()


def found(engine, **query):
    rows = engine.documents(DocumentQuery(me=ADA.name, **query)).rows
    return {row.upload_id for row in rows}


def trail_of(engine, upload_id):
    return engine.invoice_upload(upload_id).document.audit_trail


def test_a_document_is_assigned_listed_and_taken_back(firm):
    with acting(ADA):
        before = firm.assign(["u1", "u2"], ADA.name)
        assert before == {"u1": None, "u2": None}
        assert firm.assign(["b1"], BEN.name) == {"b1": None}
        assert (found(firm, hands="me"), found(firm, hands="others")) == ({"u1", "u2"}, {"b1"})
        assert firm.assign(["u1"], ADA.name) == {}
        assert firm.assign(["u1"], None) == {"u1": ADA.name}
        assert found(firm, hands="nobody") == {"u1"}
        firm.take_back_assignment({"u1": ADA.name, "u2": None})
        assert (firm.assignee("u1"), firm.assignee("u2")) == (ADA.name, None)
        counts = firm.documents(DocumentQuery(me=ADA.name, hands="me")).counts
        assert (counts.count(), counts.count(hands="me"), counts.count(hands="nobody")) == (3, 1, 1)


def test_an_assignment_disturbs_nobody_who_corrects(firm):
    version = firm.invoice_upload("u1").row_version
    firm.assign(["u1"], "ben@firm.example")
    assert firm.invoice_upload("u1").row_version == version


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_name_that_is_none_is_refused(firm, name):
    with pytest.raises(InvalidInputError):
        firm.assign(["u1"], name)


def test_what_is_not_here_is_assigned_to_nobody(firm):
    with pytest.raises(NotFoundError):
        firm.assign(["u1", "nothing"], "ada")
    assert firm.assignee("u1") is None


def test_the_queue_begins_with_what_one_was_given(firm):
    with acting(ADA):
        firm.assign(["u1"], ADA.name)
        firm.assign(["b1"], BEN.name)
        ids = firm.review_queue().upload_ids
        assert (ids[0], ids[-1]) == ("u1", "b1")
    with acting(BEN):
        assert firm.review_queue().upload_ids[0] == "b1"


def test_everybody_known_can_be_chosen_but_no_program(firm):
    token, _ = firm.create_token("a program", Role.REVIEWER, days=1)
    with acting(firm.person_by_token(token.text)):
        firm.assign(["u1"], "cleo@firm.example")
    with acting(ADA):
        people = firm.people()
    assert people == ("ada@firm.example", "anna", "ben@firm.example", "cleo@firm.example")


def test_a_document_goes_back_to_who_confirmed_it_and_returns_with_the_answer(firm):
    with acting(ADA):
        firm.confirm("u1")
    with acting(BEN):
        assert firm.whose("u1") == ADA.name
        firm.send_back("u1", "Is the total: net or gross?")
    (row,) = firm.documents(DocumentQuery(me=ADA.name, is_sent_back=True)).rows
    assert (row.upload_id, row.status, row.assignee) == ("u1", "completed", ADA.name)
    assert (row.remark, row.asked_by) == ("Is the total: net or gross?", BEN.name)
    assert (row.asked_whom, row.reason) == (ADA.name, "sent back with a comment")
    with acting(ADA):
        with pytest.raises(UnansweredError, match=r"ben@firm\.example"):
            firm.confirm("u1")
        firm.answer("u1", "Gross.")
        assert firm.assignee("u1") == BEN.name
        firm.confirm("u1")
    assert found(firm, is_sent_back=True) == set()
    trail = trail_of(firm, "u1")
    assert [(r.kind, r.by, r.to, r.comment) for r in remarks(trail)] == [
        ("send back", BEN.name, ADA.name, "Is the total: net or gross?"),
        ("answer", ADA.name, BEN.name, "Gross."),
    ]
    assert first_broken_entry(trail) is None


def test_without_a_word_it_goes_to_who_uploaded_it(firm):
    firm.send_back("b1", "Which account is this?", by="ben")
    asked = open_remark(firm.bank_upload("b1").document.audit_trail)
    assert (asked.to, asked.by) == ("anna", "ben")
    assert firm.documents(DocumentQuery(kind="bank", is_sent_back=True)).total == 1


def test_a_named_person_gets_it_and_a_rejection_settles_it(firm):
    firm.send_back("u1", "?", to="cleo: the boss", by="ben")
    assert open_remark(trail_of(firm, "u1")).to == "cleo the boss"
    firm.reject("u1", "not ours")
    assert open_remark(trail_of(firm, "u1")) is None
    with pytest.raises(WrongStateError):
        firm.send_back("u1", "again")


def test_what_cannot_be_said_is_refused(firm):
    version = firm.invoice_upload("u1").row_version
    with pytest.raises(InvalidInputError):
        firm.send_back("u1", "  ")
    with pytest.raises(NothingAskedError):
        firm.answer("u1", "what?")
    with pytest.raises(StaleVersionError):
        firm.send_back("u1", "x", row_version=version - 1)
    assert firm.invoice_upload("u1").row_version == version


def test_a_document_that_was_not_read_is_not_sent_back(firm):
    firm.store.invoices.insert(made.new_upload("u9"))
    with pytest.raises(WrongStateError):
        firm.send_back("u9", "x")


def test_many_are_confirmed_but_for_what_waits_for_an_answer(firm):
    firm.send_back("u1", "?", by="ben")
    result = firm.carry_out_action(firm.preview_action("confirm", ["u1", "u2"]))
    assert [one.upload_id for one in result.done] == ["u2"]
    assert "no answer yet" in result.failed[0].message


def test_who_may_only_look_hands_nothing_on(firm):
    firm.send_back("u2", "?", by="ben")
    with acting(VIC):
        for act in (
            lambda: firm.assign(["u1"], "vic@firm.example"),
            lambda: firm.take_back_assignment({"u1": None}),
            lambda: firm.send_back("u1", "x"),
            lambda: firm.answer("u2", "x"),
        ):
            with pytest.raises(NotAllowedError):
                act()
        assert firm.people()
