"""Changing one's own password."""

import pytest

from teams.enums import Act
from teams.exceptions import Invalid
from teams.models import ActivationCode
from teams.services.accounts import change_password
from teams.services.codes import issue_code
from tests.teams.factories import PASSWORD
from tests.teams.ledger import sentences

NEW = "another long password"


def test_it_sets_the_new_password(cast):
    change_password(old_password=PASSWORD, new_password=NEW, acting_user=cast.member)
    cast.member.refresh_from_db()
    assert cast.member.check_password(NEW)
    assert sentences(Act.PASSWORD_CHANGED) == ["组员修改了账号member的密码。"]


def test_it_asks_for_the_present_one(cast):
    with pytest.raises(Invalid) as refused:
        change_password(old_password="wrong", new_password=NEW, acting_user=cast.member)
    assert list(refused.value.errors) == ["old_password"]
    cast.member.refresh_from_db()
    assert cast.member.check_password(PASSWORD)


@pytest.mark.parametrize("weak", ["short", "1234567890123456", "password1234"])
def test_it_refuses_a_weak_one_with_the_reasons(cast, weak):
    with pytest.raises(Invalid) as refused:
        change_password(old_password=PASSWORD, new_password=weak, acting_user=cast.member)
    assert list(refused.value.errors) == ["new_password"]


def test_it_makes_an_unused_code_useless(cast):
    issue_code(user_id=cast.member.pk, acting_user=cast.clerk)
    change_password(old_password=PASSWORD, new_password=NEW, acting_user=cast.member)
    assert not ActivationCode.objects.filter(user=cast.member, replaced_at=None).exists()
