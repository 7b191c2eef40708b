"""Taking a printed code back."""

import pytest

from teams.enums import Act
from teams.exceptions import Conflict, Denied
from teams.services.codes import issue_code, withdraw_code
from tests.teams.ledger import sentences


def test_it_makes_the_code_useless(cast):
    row = issue_code(user_id=cast.member.pk, acting_user=cast.clerk).row
    withdraw_code(user_id=cast.member.pk, acting_user=cast.clerk)
    row.refresh_from_db()
    assert row.replaced_at
    assert sentences(Act.CODE_WITHDRAWN) == ["办公室工作人员撤回了账号member的一次性码。"]


def test_it_is_done_once(cast):
    issue_code(user_id=cast.member.pk, acting_user=cast.clerk)
    withdraw_code(user_id=cast.member.pk, acting_user=cast.clerk)
    with pytest.raises(Conflict):
        withdraw_code(user_id=cast.member.pk, acting_user=cast.clerk)


@pytest.mark.parametrize("who", ["director", "leader", "member", "liaison", "stranger"])
def test_it_is_the_clerk_s_alone(cast, who):
    row = issue_code(user_id=cast.member.pk, acting_user=cast.clerk).row
    with pytest.raises(Denied):
        withdraw_code(user_id=cast.member.pk, acting_user=getattr(cast, who))
    row.refresh_from_db()
    assert row.replaced_at is None
