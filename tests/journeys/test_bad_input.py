"""What goes wrong at a page: the reason stands where it belongs, what was typed is kept, and nothing is half done."""

import pytest

from stages.models import Decision
from teams.models import StoredFile
from tests.journeys.steps import PRESENT, sample
from tests.samples.hostile_others import windows_program
from tests.stages.building_plans import entered
from tests.stages.building_transitions import recommended, ripe
from tests.units.building_activities import drafted
from units.models import Activity, PlanVersion

pytestmark = [pytest.mark.journey, pytest.mark.once]
STUDY = {"title": "学习《党章》", "held_on": "2005-01-21"} | PRESENT


def value_of(person, name):
    return person.view.locator(f'[name="{name}"]').input_value()


def error_at(person, name):
    """The sentence beside a field, not that of the summary at the head."""
    return person.view.locator(f"#div_id_{name} .invalid-feedback").inner_text()


def test_a_disguised_plan_is_refused_at_its_field(committed, case, cast, enter, media):
    entered(case, cast)
    liaison = enter("liaison")
    liaison.opens("plan_new", case.pk)
    liaison.fills(file=sample("实施方案.docx", windows_program()), note="请审阅。")
    liaison.presses("Save")
    assert liaison.status == 400
    assert ".exe" in error_at(liaison, "file")
    assert value_of(liaison, "note") == "请审阅。"
    assert not PlanVersion.objects.exists()
    assert not StoredFile.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_a_day_of_25_hours_is_refused_at_its_field(committed, case, cast, enter):
    entered(case, cast)
    liaison = enter("liaison")
    liaison.opens("activity_new", case.pk)
    liaison.fills(**STUDY, minutes="25:00")
    liaison.presses("Save and hand in")
    assert liaison.status == 400
    assert error_at(liaison, "minutes")
    assert value_of(liaison, "minutes") == "25:00"
    assert value_of(liaison, "title") == STUDY["title"]
    assert not Activity.objects.exists()


def test_a_stale_form_keeps_what_was_typed(committed, case, cast, enter):
    entered(case, cast)
    activity = drafted(case, cast)
    liaison, secretary = enter("liaison"), enter("secretary")
    for person in (liaison, secretary):
        person.opens("activity_edit", case.pk, activity.pk)
    secretary.fills(title="书记所改")
    secretary.presses("Save as a draft")
    liaison.fills(title="联络员所改")
    liaison.presses("Save as a draft")
    assert liaison.status == 409
    assert value_of(liaison, "title") == "联络员所改"
    activity.refresh_from_db()
    assert activity.title == "书记所改"


def test_a_second_decision_is_refused(committed, case, cast, enter):
    ripe(case, cast)
    request, _ = recommended(case, cast)
    first, second = enter("director"), enter("director")
    for director in (first, second):
        director.opens("transition_decide", case.pk, request.pk)
    first.presses("Approve the transition")
    second.fills(remark="同意。")
    second.presses("Approve the transition")
    assert second.status == 409
    assert Decision.objects.count() == 1


def test_a_plan_is_uploaded_and_study_recorded_without_scripts(committed, case, cast, enter):
    entered(case, cast)
    liaison = enter("liaison", scripts=False)
    liaison.opens("plan_new", case.pk)
    liaison.fills(file=sample("实施方案.docx"), note="请审阅。")
    liaison.presses("Save")
    assert PlanVersion.objects.get(plan__case=case).file.title == "实施方案.docx"
    liaison.opens("activity_new", case.pk)
    liaison.fills(**STUDY, minutes="3:30", has_discussion=True, evidence=sample("签到表.xlsx"))
    liaison.presses("Save and hand in")
    liaison.sees("Handed in to the team.")
    assert Activity.objects.get(case=case).has_discussion
