"""Making accounts."""

import pytest
from django.db import IntegrityError, transaction

from teams.enums import Act
from teams.exceptions import Denied, Invalid
from teams.models import AuditEntry, User
from teams.services.accounts import create_account
from tests.teams.ledger import sentences

pytestmark = pytest.mark.django_db


def test_it_makes_an_account_that_no_password_opens(cast):
    user = create_account(username="team3.leader", name="三组组长", acting_user=cast.clerk)
    assert not user.has_usable_password()
    assert not user.check_password("")


@pytest.mark.requirement(91)
def test_it_stands_in_the_ledger_with_who_made_it(cast):
    create_account(username="team3.leader", name="三组组长", acting_user=cast.clerk)
    assert sentences(Act.ACCOUNT_CREATED) == ["办公室工作人员为三组组长建立了账号team3.leader。"]
    assert AuditEntry.objects.get(act=Act.ACCOUNT_CREATED).actor == cast.clerk


def test_it_names_the_administrator_where_a_command_did_it():
    create_account(username="first", name="第一人", acting_user=None)
    assert sentences(Act.ACCOUNT_CREATED) == ["管理员为第一人建立了账号first。"]


@pytest.mark.parametrize("who", ["leader", "member", "secretary", "liaison", "stranger"])
def test_it_is_the_office_s_alone(cast, who):
    with pytest.raises(Denied):
        create_account(username="own", name="自己", acting_user=getattr(cast, who))
    assert not User.objects.filter(username="own").exists()


@pytest.mark.requirement(91)
@pytest.mark.parametrize("username", ["leader", "Leader", "ＬＥＡＤＥＲ"])
def test_it_refuses_a_name_that_another_account_could_be_taken_for(cast, username):
    with pytest.raises(Invalid) as refused:
        create_account(username=username, name="另一人", acting_user=cast.clerk)
    assert "username" in refused.value.errors
    assert not AuditEntry.objects.filter(act=Act.ACCOUNT_CREATED).exists()


@pytest.mark.parametrize(
    ("username", "name", "field"),
    [("", "某人", "username"), ("two words", "某人", "username"), ("a" * 61, "某人", "username"), ("x", " ", "name")],
)
def test_it_says_at_the_field_what_is_wrong(cast, username, name, field):
    with pytest.raises(Invalid) as refused:
        create_account(username=username, name=name, acting_user=cast.clerk)
    assert list(refused.value.errors) == [field]


@pytest.mark.requirement(91)
def test_the_database_holds_names_apart_whatever_their_capitals(cast):
    """Two requests at the same moment each see the name free."""
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user(username=cast.leader.username.upper(), name="另一人")
