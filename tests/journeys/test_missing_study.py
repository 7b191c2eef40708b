"""A unit that studied too little: told what is missing, refused when it asks all the same, passed once made up.

The figures are those of a unit with 31 of 40 hours, 4 of 5 concentrated days and 2 of 3 discussions.
"""

import re
from datetime import date

import pytest

from stages.models import TransitionRequest
from tests.journeys.steps import (
    PRESENT,
    approve,
    discuss,
    look_back,
    record,
    review,
    verify_all,
    wait_for_pages,
    write_request,
)
from tests.stages.building_gates import passed_gate
from tests.stages.building_plans import passed_plan
from tests.units.building_activities import mobilised, studied

pytestmark = [pytest.mark.journey, pytest.mark.once]


@pytest.mark.requirement(57, 58, 59)
def test_it_sees_what_is_missing_is_refused_makes_up_and_passes(committed, case, cast, enter, making_documents):
    passed_plan(case, cast)
    mobilised(case, cast)
    studied(case, cast, minutes=1860, days=4, discussions=2)

    secretary = enter("secretary")
    secretary.opens("case", case.pk)
    for verified, required, missing in (("31", "40", "9"), ("4", "5", "1"), ("2", "3", "1")):
        assert (verified, required, missing) in shortfalls(secretary)

    look_back(secretary, case)
    write_request(secretary, case)
    secretary.sees("It cannot be submitted yet")
    assert not secretary.offered("Submit for the Party committee")

    request = TransitionRequest.objects.get(run__case=case)
    status, page = secretary.posts("transition_submit", case.pk, request.pk, version=str(request.version))
    assert status == 403
    for figure in ("31", "40"):
        assert figure in page
    request.refresh_from_db()
    assert (request.state, request.submitted_at) == ("DRAFT", None)

    day = {"kind": "STUDY_SESSION", "organiser": "UNIT", "held_on": date(2005, 2, 20).isoformat()} | PRESENT
    record(secretary, case, title="补课", minutes="8:00", is_concentrated=True, has_discussion=True, **day)
    record(secretary, case, title="补课", minutes="1:00", **day | {"held_on": date(2005, 2, 21).isoformat()})
    member = enter("member")
    verify_all(member, case)
    passed_gate(case, cast)

    secretary.opens("transition", case.pk)
    secretary.presses("Submit for the Party committee")
    secretary.sees("The request is with the supervision team.")
    leader, director = enter("leader"), enter("director")
    discuss(leader, case)
    review(leader, case)
    wait_for_pages(director, case)
    approve(director, case)
    case.refresh_from_db()
    assert case.runs.filter(stage__number=2).exists()


def shortfalls(person):
    """Verified, required and missing of every figure on the page."""
    found = set()
    for row in person.main.locator(".figures:has(.missing)").all():
        *_, verified, required, missing = re.findall(r"[\d.:]+", row.inner_text())
        found.add((verified, required, missing))
    return found
