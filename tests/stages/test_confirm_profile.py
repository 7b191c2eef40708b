"""The team confirms what the unit says of itself."""

from datetime import date

import pytest

from stages.enums import Act
from stages.services.profiles import confirm_profile
from teams.exceptions import Conflict, Denied
from teams.models import AuditEntry, Notification
from tests.stages.building_plans import COUNTS, entered, profiled
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.enums import Party, TodoKind
from units.services.profiles import fill_profile


@pytest.fixture
def filled(case, cast):
    return profiled(case, cast, confirmed=False)


def confirm(case, who, version=None):
    return confirm_profile(case_id=case.pk, acting_user=who, expected_version=version)


def assert_unconfirmed(case):
    case.refresh_from_db()
    assert (case.profile_confirmed_at, case.profile_confirmed_by) == (None, None)
    assert not AuditEntry.objects.filter(act=Act.PROFILE_CONFIRMED).exists()


@pytest.mark.requirement(24)
@pytest.mark.parametrize("who", ["leader", "deputy", "member"])
def test_anyone_of_the_team_confirms_and_changes_nothing(cast, filled, who):
    confirmed = confirm(filled, getattr(cast, who), filled.version)
    assert confirmed.profile_confirmed_by == getattr(cast, who)
    assert confirmed.profile_confirmed_at is not None
    assert {field: getattr(confirmed, field) for field in COUNTS} == COUNTS


@pytest.mark.requirement(4)
@pytest.mark.parametrize(
    "who", ["secretary", "liaison", "director", "clerk", "other_leader", "other_member", "stranger"]
)
def test_nobody_else_does_the_unit_least_of_all(cast, filled, who):
    with pytest.raises(Denied) as refused:
        confirm(filled, getattr(cast, who))
    assert [reason.code for reason in refused.value.ruling.reasons] == ["not_team"]
    assert_unconfirmed(filled)


@pytest.mark.requirement(24)
def test_there_is_something_to_confirm(cast, case):
    entered(case, cast)
    with pytest.raises(Denied) as refused:
        confirm(case, cast.member)
    assert [(reason.code, reason.row) for reason in refused.value.ruling.reasons] == [("not_filled", 24)]
    assert_unconfirmed(case)


def test_a_closed_case_stays_as_it_is(cast, filled):
    filled.closed_on = date(2005, 7, 1)
    filled.save(update_fields=["closed_on"])
    with pytest.raises(Denied) as refused:
        confirm(filled, cast.member)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["case_closed"]
    assert_unconfirmed(filled)


def test_it_is_confirmed_once(cast, filled):
    confirm(filled, cast.member)
    with pytest.raises(Conflict):
        confirm(filled, cast.leader)
    filled.refresh_from_db()
    assert filled.profile_confirmed_by == cast.member
    assert len(sentences(Act.PROFILE_CONFIRMED)) == 1


def test_what_changed_since_the_page_showed_it_is_read_first(cast, filled):
    shown = filled.version
    fill_profile(
        case_id=filled.pk, expected_version=shown, **COUNTS | {"leaders": 5}, situation="", acting_user=cast.liaison
    )
    with pytest.raises(Conflict):
        confirm(filled, cast.member, shown)
    assert_unconfirmed(filled)


def test_the_duty_is_done_and_the_case_is_the_unit_s_again(cast, filled):
    assert TodoKind.CONFIRM_PROFILE in open_todos(filled)
    confirm(filled, cast.member)
    assert TodoKind.CONFIRM_PROFILE not in open_todos(filled)
    filled.refresh_from_db()
    assert (filled.holder, filled.holder_reason) == (Party.UNIT, TodoKind.PLAN)


@pytest.mark.requirement(91)
def test_the_unit_is_told_and_the_ledger_keeps_it(cast, filled):
    confirm(filled, cast.member)
    told = Notification.objects.filter(kind="stages.profile_confirmed")
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}
    entry = AuditEntry.objects.about(filled).get(act=Act.PROFILE_CONFIRMED)
    assert (entry.actor, entry.acting_as, entry.target_id) == (cast.member, "MEMBER", filled.pk)
    assert sentences(Act.PROFILE_CONFIRMED) == ["组员确认了单位基本情况。"]
