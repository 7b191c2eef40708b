"""Recording may begin before the stage that asks for it, unless the campaign says otherwise; judging never does."""

import pytest
from django.urls import reverse

from stages.models import Template
from teams.exceptions import Denied
from tests.stages.building_plans import entered
from tests.units.building_activities import submitted
from tests.units.building_records import submitted_record
from units.enums import ActivityKind, ActivityState
from units.rules.measures import OTHERS


@pytest.fixture
def case(case, cast):
    return entered(case, cast)


@pytest.mark.parametrize("kind", OTHERS)
def test_the_first_stage_records_what_the_later_ones_ask_for(case, cast, kind):
    assert submitted_record(case, cast, kind).state == ActivityState.SUBMITTED


def test_a_campaign_may_wait_with_it(case, cast, client):
    Template.objects.update(early_recording=False)
    with pytest.raises(Denied) as refusal:
        submitted_record(case, cast, ActivityKind.SOLICITING)
    assert [reason.code for reason in refusal.value.ruling.reasons] == ["not_yet"]
    assert submitted(case, cast).state == ActivityState.SUBMITTED
    client.force_login(cast.liaison)
    new = reverse("activity_new", args=[case.pk])
    assert "kind=SOLICITING" not in client.get(new).text
    assert client.get(f"{new}?kind=SOLICITING").status_code == 403
    assert client.get(new).status_code == 200
