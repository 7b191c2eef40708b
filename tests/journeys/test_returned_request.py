"""A request that comes back with pinned items, is answered in a second round, and is approved."""

import pytest

from stages.enums import RequestState
from stages.models import Decision, TransitionRequest
from tests.journeys.steps import all_jobs_done, approve, discuss, review, wait_for_pages, write_request
from tests.stages.building_transitions import PINNED, ripe, submitted_request
from tests.workers.running import wait_for

pytestmark = [pytest.mark.journey, pytest.mark.once]


def test_it_comes_back_as_round_two_and_is_approved(committed, case, cast, enter, making_documents):
    ripe(case, cast)
    submitted_request(case, cast)
    leader, director = enter("leader"), enter("director")
    discuss(leader, case)
    review(leader, case)

    wait_for_pages(director, case)
    director.fills(**{"return-remark": "补课记录不全，请补齐后再报。"})
    director.fills(**{f"return-pinned_{index}": item.remark for index, item in enumerate(PINNED)})
    director.presses("Return the request")
    director.sees("Returned to the unit with the items to mend.")

    secretary = enter("secretary")
    secretary.opens("transition", case.pk)
    for item in PINNED:
        secretary.sees(item.remark)
    write_request(secretary, case)
    assert TransitionRequest.objects.get(run__case=case, round=2).state == RequestState.DRAFT
    secretary.presses("Submit for the Party committee")
    secretary.sees("The request is with the supervision team.")

    discuss(leader, case)
    review(leader, case)
    wait_for_pages(director, case)
    approve(director, case)
    assert Decision.objects.filter(request__run__case=case).count() == 2
    assert TransitionRequest.objects.filter(run__case=case, round=2).count() == 1
    assert wait_for(all_jobs_done, every=0.5)
