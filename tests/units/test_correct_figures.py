"""Setting a verified figure right: an act with its reason, after which the activity is still verified."""

import pytest
from django.urls import reverse

from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Notification
from tests.teams.ledger import sentences
from tests.units.building_activities import PRESENT, entered_case, submitted, verified
from units.enums import Act, ActivityState, Measure, NoticeKind, Quantity
from units.models import Todo
from units.rules.counting import Tally
from units.selectors.quantities import tallies
from units.services.activity_corrections import correct_figures

AS_VERIFIED = {Measure.MINUTES: 180} | PRESENT
LESS = AS_VERIFIED | {Measure.MINUTES: 150, Measure.ATTENDED: 1000}


@pytest.fixture
def case(case):
    return entered_case(case)


@pytest.fixture
def activity(case, cast):
    """Verified by the member."""
    return verified(case, cast)


def correct(activity, who, figures=LESS, reason="签到表有重复。", version=None):
    return correct_figures(
        activity_id=activity.pk, verified=figures, reason=reason, acting_user=who, expected_version=version
    )


@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy", "member"])
def test_the_figures_are_right_and_the_state_stays(activity, case, cast, who):
    corrected = correct(activity, getattr(cast, who))
    assert (corrected.state, corrected.checked_by) == (ActivityState.VERIFIED, cast.member)
    assert {figure.measure: figure.verified for figure in corrected.figures.all()} == LESS
    assert {figure.measure: figure.declared for figure in corrected.figures.all()} == AS_VERIFIED
    assert tallies(case)[Quantity.STUDY_MINUTES] == Tally(180, 0, 150)
    assert not Todo.objects.filter(settled_at=None).exists()


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["liaison", "secretary", "other_leader", "director", "clerk"])
def test_nobody_else_corrects(activity, cast, who):
    with pytest.raises(Denied):
        correct(activity, getattr(cast, who))
    assert activity.figures.get(measure=Measure.MINUTES).verified == 180


def test_old_and_new_figures_and_the_reason_are_on_record_and_told(activity, cast):
    correct(activity, cast.leader)
    assert sentences(Act.FIGURE_CORRECTED) == [
        "组长更正了“学习《党章》”（2005年1月21日）的核实数字（时长（分钟）180→150；党员实到1010→1000）：签到表有重复。"
    ]
    told = Notification.objects.filter(kind=NoticeKind.FIGURE_CORRECTED)
    assert {row.recipient for row in told} == {cast.secretary, cast.liaison}
    corrected = correct(activity, cast.leader, AS_VERIFIED, "重复的已查明。")
    assert corrected.team_remark == "签到表有重复。\n重复的已查明。"
    assert len(sentences(Act.FIGURE_CORRECTED)) == 2


@pytest.mark.parametrize(
    ("figures", "reason", "fields"),
    [
        (LESS, " ", {"reason"}),
        (AS_VERIFIED, "没有改动。", {""}),
        (LESS | {Measure.ATTENDED: 1033}, "略", {"attended"}),
        (LESS | {Measure.MINUTES: 721}, "略", {"minutes"}),
        ({Measure.MINUTES: 150}, "略", {"expected", "attended"}),
    ],
)
def test_what_cannot_be_or_changes_nothing_is_refused(activity, cast, figures, reason, fields):
    with pytest.raises(Invalid) as refusal:
        correct(activity, cast.leader, figures, reason)
    assert set(refusal.value.errors) == fields
    assert activity.figures.get(measure=Measure.MINUTES).verified == 180
    assert not AuditEntry.objects.filter(act=Act.FIGURE_CORRECTED).exists()


def test_what_is_not_verified_or_older_is_not_corrected(activity, case, cast):
    with pytest.raises(Conflict):
        correct(activity, cast.leader, version=activity.version - 1)
    with pytest.raises(Denied):
        correct(submitted(case, cast), cast.member)
    with pytest.raises(Conflict):
        correct(submitted(case, cast), cast.leader)


def test_the_page_shows_what_was_verified_and_keeps_what_was_typed(activity, case, cast, client):
    client.force_login(cast.member)
    address = reverse("activity_correct", args=[case.pk, activity.pk])
    assert address in client.get(reverse("activity", args=[case.pk, activity.pk])).text
    correct(activity, cast.member)
    activity.refresh_from_db()
    assert client.get(address).context["form"]["minutes"].value() == "2:30"
    typed = {"version": activity.version, "minutes": "2:00", "expected": "1032", "attended": "1000"}
    assert client.post(address, typed | {"reason": ""}).status_code == 400
    stale = client.post(address, typed | {"version": "1", "reason": "写好的理由"})
    assert (stale.status_code, "写好的理由" in stale.text) == (409, True)
    assert client.post(address, typed | {"reason": "再核。"}).status_code == 302
    assert activity.figures.get(measure=Measure.MINUTES).verified == 120
