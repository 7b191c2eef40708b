"""The liaison files the request in the secretary's name with the sealed resolution, and the team sees both."""

import pytest

from stages.enums import RequestState
from stages.models import TransitionRequest
from tests.journeys.steps import sample, write_request
from tests.stages.building_transitions import ripe

pytestmark = [pytest.mark.journey, pytest.mark.once]


def test_the_liaison_files_for_the_secretary_and_the_team_opens_the_scan(committed, case, cast, enter):
    ripe(case, cast)
    liaison = enter("liaison")
    write_request(liaison, case)
    assert not liaison.offered("Submit for the Party committee")
    liaison.follows("Submit in the secretary's name")
    liaison.presses("Submit")
    assert liaison.status == 400
    liaison.sees("Without the scan of the sealed resolution only the secretary hands in.")
    liaison.fills(resolution=sample("党委决议.pdf"))
    liaison.presses("Submit")
    liaison.sees("The request is with the supervision team.")
    request = TransitionRequest.objects.get(run__case=case)
    assert (request.state, request.submitted_by, request.filed_for) == (
        RequestState.SUBMITTED,
        cast.liaison,
        cast.secretary,
    )

    leader = enter("leader")
    leader.opens("transition", case.pk)
    leader.sees("%(who)s handed it in for %(secretary)s.", who=cast.liaison.name, secretary=cast.secretary.name)
    assert leader.downloads("Scan of the sealed resolution").startswith(b"%PDF")
    leader.opens("timeline", case.pk)
    leader.sees(
        "%(who)s submitted the %(request)s of “%(stage)s” (round %(round)s) in the name of %(secretary)s, "
        "with the sealed resolution.",
        who=cast.liaison.name,
        request=request.run.stage.request_name,
        stage=request.run.stage.name,
        round=1,
        secretary=cast.secretary.name,
    )

    secretary = enter("secretary")
    secretary.opens("notices")
    secretary.sees(
        "%(who)s submitted the %(request)s of “%(stage)s” in your name, with the sealed resolution.",
        who=cast.liaison.name,
        request=request.run.stage.request_name,
        stage=request.run.stage.name,
    )
