"""Setting a password with a printed code."""

from datetime import timedelta

import pytest

from teams import clock
from teams.enums import Act
from teams.exceptions import Invalid
from teams.models import ActivationCode
from teams.services.codes import issue_code, redeem_code, withdraw_code
from tests.teams.factories import PASSWORD
from tests.teams.ledger import sentences

NEW = "another long password"


@pytest.fixture
def printed(cast):
    return issue_code(user_id=cast.member.pk, acting_user=cast.clerk)


def refused(username, code, new_password=NEW) -> dict:
    with pytest.raises(Invalid) as refusal:
        redeem_code(username=username, code=code, new_password=new_password)
    return refusal.value.errors


def test_it_sets_the_password(cast, printed):
    redeem_code(username="member", code=printed.plain, new_password=NEW)
    cast.member.refresh_from_db()
    assert cast.member.check_password(NEW) and not cast.member.check_password(PASSWORD)


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: f" {code.replace('-', ' ')} ",
        lambda c: c.replace("-", "－"),
    ],
    ids=["small letters", "no dashes", "spaces", "wide dashes"],
)
def test_it_reads_the_code_as_people_type_it(cast, printed, typed):
    redeem_code(username="member", code=typed(printed.plain), new_password=NEW)
    cast.member.refresh_from_db()
    assert cast.member.check_password(NEW)


def test_it_ends_all_sessions_of_the_account(cast, printed, client):
    client.force_login(cast.member)
    redeem_code(username="member", code=printed.plain, new_password=NEW)
    assert client.get("/account/").status_code == 302


def test_it_works_once(cast, printed):
    redeem_code(username="member", code=printed.plain, new_password=NEW)
    assert "code" in refused("member", printed.plain, "a third long password")
    cast.member.refresh_from_db()
    assert cast.member.check_password(NEW)


def test_it_refuses_every_misfit_in_the_same_words(cast, printed):
    withdrawn = issue_code(user_id=cast.leader.pk, acting_user=cast.clerk)
    withdraw_code(user_id=cast.leader.pk, acting_user=cast.clerk)
    answers = [
        refused("member", "AAAA-BBBB-CCCC-DDDD"),
        refused("member", ""),
        refused("leader", printed.plain),
        refused("leader", withdrawn.plain),
        refused("nobody", printed.plain),
    ]
    assert all(str(answer) == str(answers[0]) for answer in answers)


def test_it_refuses_a_code_out_of_date(cast, printed):
    with clock.set_to(printed.row.expires_at + timedelta(seconds=1)):
        assert "code" in refused("member", printed.plain)


def test_it_refuses_a_replaced_code(cast, printed):
    issue_code(user_id=cast.member.pk, acting_user=cast.clerk)
    assert "code" in refused("member", printed.plain)


def test_it_refuses_for_a_closed_account(cast, printed):
    cast.member.is_active = False
    cast.member.save()
    assert "code" in refused("member", printed.plain)


@pytest.mark.parametrize("weak", ["short", "123456789012345", "memberpassword"[:6]])
def test_it_says_what_is_wrong_with_a_weak_password_and_keeps_the_code(cast, printed, weak):
    assert "new_password" in refused("member", printed.plain, weak)
    redeem_code(username="member", code=printed.plain, new_password=NEW)
    assert ActivationCode.objects.get(pk=printed.row.pk).used_at


@pytest.mark.requirement(91)
def test_it_stands_in_the_ledger_as_a_reset_or_as_the_first_activation(cast, printed):
    redeem_code(username="member", code=printed.plain, new_password=NEW)
    cast.leader.set_unusable_password()
    cast.leader.save()
    first = issue_code(user_id=cast.leader.pk, acting_user=cast.clerk)
    redeem_code(username="leader", code=first.plain, new_password=NEW)
    assert sentences(Act.PASSWORD_RESET) == ["组员用一次性码重置了账号member的密码。"]
    assert sentences(Act.ACCOUNT_ACTIVATED) == ["组长启用了账号leader。"]
