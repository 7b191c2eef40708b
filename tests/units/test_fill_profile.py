"""The unit's profile: counts that can be so, entered by the unit's own people."""

from datetime import date

import pytest

from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Notification
from tests.stages.building_plans import COUNTS, entered, profiled
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.enums import Act, Party, TodoKind
from units.services.profiles import fill_profile


@pytest.fixture
def case(case, cast):
    return entered(case, cast)


def fill(case, who, *, version=None, situation="县域分散。", **counts):
    return fill_profile(
        case_id=case.pk,
        expected_version=version or case.version,
        **(COUNTS | counts),
        situation=situation,
        acting_user=who,
    )


def counts_of(case):
    case.refresh_from_db()
    return {field: getattr(case, field) for field in COUNTS}


NOTHING = dict.fromkeys(COUNTS)


@pytest.mark.requirement(24)
@pytest.mark.parametrize("who", ["liaison", "secretary"])
def test_the_unit_s_people_fill_it_in(cast, case, who):
    filled = fill(case, getattr(cast, who), situation=" 县域分散。\x00 ")
    assert counts_of(case) == COUNTS
    assert (filled.situation, filled.profile_filled_at is None) == ("县域分散。", False)
    assert filled.profile_confirmed_at is None


@pytest.mark.requirement(4)
@pytest.mark.parametrize(
    "who", ["leader", "member", "director", "clerk", "other_liaison", "parent_liaison", "other_leader", "stranger"]
)
def test_nobody_else_does_the_team_least_of_all(cast, case, who):
    with pytest.raises(Denied) as refused:
        fill(case, getattr(cast, who))
    assert [(reason.code, reason.row) for reason in refused.value.ruling.reasons] == [("not_unit", 4)]
    assert counts_of(case) == NOTHING


@pytest.mark.requirement(110)
def test_it_waits_for_entry(cast, other_case):
    with pytest.raises(Denied) as refused:
        fill(other_case, cast.other_liaison)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["not_entered"]
    assert counts_of(other_case) == NOTHING


def test_a_closed_case_keeps_what_it_has(cast, case):
    case.closed_on = date(2005, 7, 1)
    case.save(update_fields=["closed_on"])
    with pytest.raises(Denied) as refused:
        fill(case, cast.liaison)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["case_closed"]
    assert counts_of(case) == NOTHING


@pytest.mark.parametrize(
    ("counts", "fields"),
    [
        ({"members_total": 0}, ["members_total"]),
        ({"members_total": -5, "branches": -1}, ["members_total", "branches"]),
        ({"members_total": 10**10}, ["members_total"]),
        ({"branches": 0}, ["branches"]),
        ({"leaders": 0}, ["leaders"]),
        ({"members_away": -1}, ["members_away"]),
        (
            {"members_total": 10, "branches": 11, "leaders": 11, "members_away": 11},
            ["branches", "leaders", "members_away"],
        ),
    ],
)
def test_counts_that_cannot_be_are_refused_at_their_field(cast, case, counts, fields):
    with pytest.raises(Invalid) as refused:
        fill(case, cast.liaison, **counts)
    assert list(refused.value.errors) == fields
    assert counts_of(case) == NOTHING


def test_the_bounds_themselves_are_possible(cast, case):
    bounds = {"members_total": 1, "branches": 1, "leaders": 1, "members_away": 0}
    fill(case, cast.liaison, **bounds)
    assert counts_of(case) == bounds


def test_a_form_sent_twice_or_gone_stale_changes_nothing(cast, case):
    shown = case.version
    fill(case, cast.liaison, version=shown, leaders=7)
    with pytest.raises(Conflict):
        fill(case, cast.secretary, version=shown, leaders=8)
    assert counts_of(case)["leaders"] == 7
    assert len(sentences(Act.PROFILE_FILLED)) == 1


@pytest.mark.requirement(24)
def test_what_the_team_had_confirmed_waits_to_be_confirmed_again(cast, case):
    profiled(case, cast)
    assert case.profile_confirmed_by == cast.member
    fill(case, cast.liaison, leaders=8)
    case.refresh_from_db()
    assert (case.profile_confirmed_at, case.profile_confirmed_by) == (None, None)
    assert TodoKind.CONFIRM_PROFILE in open_todos(case)


def test_the_team_has_to_confirm_it(cast, case):
    assert TodoKind.PROFILE in open_todos(case)
    fill(case, cast.liaison)
    todos = open_todos(case)
    assert TodoKind.PROFILE not in todos
    assert todos[TodoKind.CONFIRM_PROFILE].party == Party.TEAM
    case.refresh_from_db()
    assert (case.holder, case.holder_reason) == (Party.TEAM, TodoKind.CONFIRM_PROFILE)


@pytest.mark.requirement(91)
def test_the_team_is_told_each_time_and_the_ledger_keeps_it(cast, case):
    fill(case, cast.liaison)
    case.refresh_from_db()
    fill(case, cast.secretary, leaders=8)
    told = Notification.objects.filter(kind="units.profile_filled")
    for member in (cast.leader, cast.deputy, cast.member):
        assert told.filter(recipient=member).count() == 2
    assert told.count() == 6
    assert sentences(Act.PROFILE_FILLED) == [
        "县委联络员填写了基本情况：党员1032名，党支部79个，领导干部9名。",
        "县委书记填写了基本情况：党员1032名，党支部79个，领导干部8名。",
    ]
    newest = AuditEntry.objects.about(case).filter(act=Act.PROFILE_FILLED).first()
    assert (newest.actor, newest.acting_as, newest.target_id) == (cast.secretary, "SECRETARY", case.pk)
