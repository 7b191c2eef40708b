"""Writing down an activity: what can be, what cannot, and who."""

from datetime import date, time, timedelta

import pytest

from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry
from tests import samples
from tests.teams.ledger import sentences
from tests.units.building_activities import ENTERED_ON, drafted, entered, entered_case, submitted, verified
from units.enums import Act, ActivityKind, ActivityState, Measure, Organiser
from units.models import Activity, Todo
from units.services.activities import return_activity, save_draft


@pytest.fixture
def case(case):
    return entered_case(case)


def saved(case, cast, who="liaison", activity=None, version=None, **facts):
    return save_draft(
        case_id=case.pk,
        entered=entered(**facts),
        acting_user=getattr(cast, who),
        activity_id=activity.pk if activity else None,
        expected_version=version,
    )


def refused(case, cast, **facts):
    """The fields at which an entry is refused; nothing of it is kept."""
    with pytest.raises(Invalid) as refusal:
        saved(case, cast, **facts)
    assert not Activity.objects.exists()
    return refusal.value.errors


@pytest.mark.parametrize("who", ["liaison", "secretary"])
def test_it_is_written_by_the_unit_s_people(case, cast, who):
    activity = saved(case, cast, who)
    assert (activity.state, activity.drafted_by) == (ActivityState.DRAFT, getattr(cast, who))
    assert {figure.measure: figure.declared for figure in activity.figures.all()} == {
        Measure.MINUTES: 180,
        Measure.EXPECTED: 1032,
        Measure.ATTENDED: 1010,
    }


@pytest.mark.requirement(4)
@pytest.mark.parametrize(
    "who", ["leader", "member", "director", "clerk", "other_liaison", "parent_liaison", "stranger"]
)
def test_nobody_else_writes_or_changes_it(case, cast, who):
    activity = drafted(case, cast)
    for changed in (None, activity):
        with pytest.raises(Denied):
            saved(case, cast, who, activity=changed)
    activity.refresh_from_db()
    assert (Activity.objects.count(), activity.version) == (1, 1)


def test_a_draft_is_nobody_else_s_business(case, cast):
    before = AuditEntry.objects.count()
    drafted(case, cast)
    assert AuditEntry.objects.count() == before
    assert not Todo.objects.exists()


def test_nothing_is_written_before_entry_or_after_the_end(case, cast):
    case.entered_on = None
    case.save()
    with pytest.raises(Denied):
        saved(case, cast)
    case.entered_on, case.closed_on = ENTERED_ON, ENTERED_ON + timedelta(days=100)
    case.save()
    with pytest.raises(Denied):
        saved(case, cast)


def test_a_change_replaces_facts_and_figures(case, cast):
    activity = drafted(case, cast)
    figures = {Measure.MINUTES: 60, Measure.BRANCHES_TOTAL: 79, Measure.BRANCHES_HELD: 79}
    changed = saved(case, cast, "secretary", activity, 1, organiser=Organiser.BRANCHES, declared=figures)
    assert (changed.organiser, changed.version, changed.drafted_by) == (Organiser.BRANCHES, 2, cast.liaison)
    assert {figure.measure: figure.declared for figure in changed.figures.all()} == figures


def test_a_stale_form_changes_nothing(case, cast):
    activity = drafted(case, cast)
    saved(case, cast, activity=activity, version=1, title="先到")
    with pytest.raises(Conflict):
        saved(case, cast, activity=activity, version=1, title="后到")
    activity.refresh_from_db()
    assert activity.title == "先到"


@pytest.mark.parametrize("build", [submitted, verified])
def test_what_the_team_has_in_hand_is_not_changed(case, cast, build):
    activity = build(case, cast)
    with pytest.raises(Conflict):
        saved(case, cast, activity=activity)


@pytest.mark.requirement(57)
def test_no_session_is_longer_than_twelve_hours(case, cast):
    assert list(refused(case, cast, declared={Measure.MINUTES: 1500})) == ["minutes"]
    assert list(refused(case, cast, declared={Measure.MINUTES: 721})) == ["minutes"]
    saved(case, cast, declared={Measure.MINUTES: 720})


def test_no_session_is_longer_than_its_times(case, cast):
    times = {"starts_at": time(9), "ends_at": time(11)}
    assert list(refused(case, cast, declared={Measure.MINUTES: 121}, **times)) == ["minutes"]
    saved(case, cast, declared={Measure.MINUTES: 120}, **times)


@pytest.mark.parametrize(
    ("times", "field"),
    [
        ({"starts_at": time(11), "ends_at": time(9)}, "ends_at"),
        ({"starts_at": time(9), "ends_at": time(9)}, "ends_at"),
        ({"starts_at": time(9)}, "ends_at"),
        ({"ends_at": time(9)}, "starts_at"),
    ],
)
def test_it_ends_after_it_begins(case, cast, times, field):
    assert list(refused(case, cast, **times)) == [field]


def test_it_was_held_between_entry_and_today(case, cast):
    assert list(refused(case, cast, held_on=ENTERED_ON - timedelta(days=1))) == ["held_on"]
    assert list(refused(case, cast, held_on=clock.today() + timedelta(days=1))) == ["held_on"]
    saved(case, cast, held_on=ENTERED_ON)
    saved(case, cast, held_on=clock.today())


@pytest.mark.parametrize(
    ("figures", "field"),
    [
        ({Measure.MINUTES: -30}, "minutes"),
        ({Measure.EXPECTED: 10**10}, "expected"),
        ({Measure.EXPECTED: 10, Measure.ATTENDED: 11}, "attended"),
        ({Measure.LEADERS_EXPECTED: 1, Measure.LEADERS_ATTENDED: 2}, "leaders_attended"),
        ({Measure.BRANCHES_TOTAL: 3, Measure.BRANCHES_HELD: 4}, "branches_held"),
        ({Measure.ATTENDED: 11}, "expected"),
    ],
)
def test_figures_that_cannot_be_are_refused_at_their_field(case, cast, figures, field):
    assert list(refused(case, cast, declared=figures)) == [field]


@pytest.mark.parametrize(
    "facts", [{"organiser": Organiser.BRANCHES}, {"organiser": Organiser.GROUP}, {"kind": ActivityKind.MOBILISATION}]
)
def test_only_the_whole_unit_s_study_is_concentrated(case, cast, facts):
    assert list(refused(case, cast, is_concentrated=True, **facts)) == ["is_concentrated"]


@pytest.mark.parametrize("title", ["", "  ", "\x00"])
def test_it_has_a_title(case, cast, title):
    assert list(refused(case, cast, title=title)) == ["title"]


def test_everything_wrong_is_said_at_once(case, cast):
    found = refused(case, cast, held_on=date(2005, 1, 1), starts_at=time(9), declared={Measure.MINUTES: 900})
    assert set(found) == {"held_on", "ends_at", "minutes"}


def test_mending_what_came_back_leaves_an_entry_and_so_does_every_file_laid_in(case, cast, media):
    """The team has had it: what the unit changes in it since is no draft of its own any more."""
    back = return_activity(activity_id=submitted(case, cast).pk, remark="请更正。", acting_user=cast.member)
    save_draft(
        case_id=case.pk,
        activity_id=back.pk,
        expected_version=back.version,
        entered=entered(summary="已更正。"),
        evidence=[samples.uploaded("签到.png"), samples.uploaded("纪要.pdf")],
        acting_user=cast.liaison,
    )
    assert len(sentences(Act.ACTIVITY_MENDED)) == 1
    assert [
        name in said for name, said in zip(("签到", "纪要"), sentences(Act.ACTIVITY_EVIDENCE_ADDED), strict=True)
    ] == [
        True,
        True,
    ]


def test_a_draft_of_one_s_own_leaves_none(case, cast, media):
    draft = drafted(case, cast)
    save_draft(
        case_id=case.pk,
        activity_id=draft.pk,
        expected_version=draft.version,
        entered=entered(summary="改了。"),
        evidence=[samples.uploaded("签到.png")],
        acting_user=cast.liaison,
    )
    assert not sentences(Act.ACTIVITY_MENDED) + sentences(Act.ACTIVITY_EVIDENCE_ADDED)
