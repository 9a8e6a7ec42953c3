"""How somebody is recognised: memberships, tokens, signed keys, addresses, and how often."""

import time

import pytest

from engine.access import (
    NOBODY,
    Links,
    Person,
    Role,
    is_among,
    is_token,
    make_token,
    read_membership,
    refuse_open_door,
    token_id_of,
)
from engine.access.pace import Pace
from engine.errors import (
    InvalidInputError,
    OpenDoorError,
    SignInNeededError,
    TooManyRequestsError,
)

RULES = "Ana@firm.example=reviewer+analyst; @firm.example=viewer; group:Head Office=admin"
REA = Person("rea", frozenset({Role.REVIEWER}))


@pytest.mark.parametrize(
    ("name", "groups", "roles"),
    [
        ("ana@FIRM.example", (), {Role.REVIEWER, Role.ANALYST, Role.VIEWER}),
        ("bo@firm.example", (), {Role.VIEWER}),
        ("bo@other.example", ("head office",), {Role.ADMIN}),
        ("bo@firm.example.evil", (), set()),
        ("firm.example", (), set()),
        ("group:head office", (), set()),
    ],
)
def test_a_name_and_its_groups_give_roles(name, groups, roles):
    assert read_membership(RULES).person(name, groups).roles == roles


def test_without_a_name_it_is_nobody():
    assert read_membership(RULES).person("  ", ("head office",)) == NOBODY


@pytest.mark.parametrize(
    "text", ["ana", "ana=", "=viewer", "ana=king", "ana=viewer;x y", "group:=admin"]
)
def test_rules_that_cannot_be_read_are_refused(text):
    with pytest.raises(InvalidInputError):
        read_membership(text)


def test_a_token_is_known_by_its_hash_alone():
    token = make_token()
    assert token_id_of(token.text) == token.token_id
    assert is_token(token.text, token.secret_hash)
    assert not is_token(make_token().text, token.secret_hash)
    assert not is_token(token.text[:-1], token.secret_hash)
    assert token.text not in repr(token)
    assert token.secret_hash not in token.text


@pytest.mark.parametrize("text", ["", "mb_", "mb_zz_x", "mb_0123456789ab_é", "x" * 5000])
def test_what_does_not_look_like_a_token_has_no_id(text):
    assert token_id_of(text) is None


def test_a_key_opens_its_subject_for_its_person():
    links = Links("secret", 60)
    assert links.open(links.key("doc-1", REA), "doc-1") == REA


@pytest.mark.parametrize("change", [lambda key: key[:-1], lambda key: "x" + key, lambda _: "a.b.c"])
def test_a_changed_key_opens_nothing(change):
    links = Links("secret", 60)
    with pytest.raises(SignInNeededError):
        links.open(change(links.key("doc-1", REA)), "doc-1")


def test_a_key_opens_no_other_subject_and_none_of_another_installation():
    key = Links("secret", 60).key("doc-1", REA)
    with pytest.raises(SignInNeededError, match="something else"):
        Links("secret", 60).open(key, "doc-2")
    with pytest.raises(SignInNeededError):
        Links("another", 60).open(key, "doc-1")


def test_a_key_ends(monkeypatch):
    links = Links("secret", 60)
    key = links.key("doc-1", REA)
    now = time.time()
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: now + 62)
    with pytest.raises(SignInNeededError, match="expired"):
        links.open(key, "doc-1")


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "localhost", "127.8.0.1"])
def test_this_machine_needs_no_sign_in(address):
    refuse_open_door("none", address)


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.4", "", None, "books.example"])
def test_other_machines_do(address):
    with pytest.raises(OpenDoorError):
        refuse_open_door("none", address)
    refuse_open_door("oidc", address)


def test_a_proxy_is_known_by_its_network():
    assert is_among("10.1.2.3", ("127.0.0.1", "10.0.0.0/8"))
    assert not is_among("11.1.2.3", ("127.0.0.1", "10.0.0.0/8"))
    assert not is_among(None, ("0.0.0.0/0",))
    assert not is_among("testclient", ("0.0.0.0/0",))


def test_one_too_many_waits_and_others_do_not():
    pace = Pace(2)
    for _ in range(2):
        pace.count("ana")
    with pytest.raises(TooManyRequestsError) as caught:
        pace.count("ana")
    assert 1 <= caught.value.retry_after <= 60
    pace.count("bo")


def test_without_a_limit_nobody_waits():
    pace = Pace(0)
    for _ in range(1000):
        pace.count("ana")
