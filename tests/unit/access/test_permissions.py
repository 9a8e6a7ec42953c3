"""The permission table, and that everything the engine can have done passes the gate."""

import inspect

import pytest

from engine.access import LOCAL, NOBODY, Permission, Person, Role, acting, needs, require
from engine.access.roles import PERMISSIONS, WHAT
from engine.errors import NotAllowedError, SignInNeededError
from engine.services import Services
from engine.services.permissions import FREE, NEEDS


@needs(Permission.DECIDE)
def decide(answer):
    return answer


def test_every_permission_is_somebodys_and_has_words():
    assert set(WHAT) == set(Permission)
    assert frozenset().union(*PERMISSIONS.values()) == set(Permission)


def test_whoever_does_something_may_also_look():
    assert all(Permission.VIEW in allowed for allowed in PERMISSIONS.values())


def test_only_administrators_let_people_in():
    assert [r for r in Role if Permission.ADMINISTER in PERMISSIONS[r]] == [Role.ADMIN]


def test_every_public_method_of_the_services_is_named_once_in_the_table():
    methods = {
        name
        for name, _ in inspect.getmembers(Services, inspect.isfunction)
        if not name.startswith("_")
    }
    named = [name for names in NEEDS.values() for name in names]
    assert sorted(named) == sorted(set(named))
    assert set(named) | FREE == methods
    assert not set(named) & FREE


def test_every_public_method_asks_for_its_permission():
    for permission, names in NEEDS.items():
        for name in names:
            assert getattr(Services, name).needs == permission


def test_a_reviewer_passes_and_a_viewer_is_told_what_they_may_not():
    with acting(Person("rea", frozenset({Role.REVIEWER}))):
        assert decide("yes") == "yes"
    with (
        acting(Person("vic", frozenset({Role.VIEWER}))),
        pytest.raises(NotAllowedError, match="may not confirm or reject documents as viewer"),
    ):
        decide("yes")


def test_roles_add_up():
    both = Person("bo", frozenset({Role.ANALYST, Role.VIEWER}))
    assert both.may(Permission.QUERY)
    assert not both.may(Permission.CORRECT)


def test_nobody_is_asked_to_sign_in():
    with acting(NOBODY), pytest.raises(SignInNeededError):
        require(Permission.VIEW)


def test_somebody_without_a_role_is_not():
    with acting(Person("new@firm.example")), pytest.raises(NotAllowedError, match="without a role"):
        require(Permission.VIEW)


def test_the_local_person_may_do_everything():
    assert all(LOCAL.may(permission) for permission in Permission)
