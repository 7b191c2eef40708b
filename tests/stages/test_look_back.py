"""The unit looks back before it asks: every reason not to move on is answered, what is found is made up."""

from datetime import timedelta

import pytest

from stages.models import LookBack
from stages.selectors.runs import current_run
from stages.selectors.template import look_back_criteria
from stages.services.look_backs import LookedAt
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from tests.stages.building_plans import entered
from tests.stages.building_transitions import looked_back, ripe, submitted_request


def criteria_of(case):
    return list(look_back_criteria(current_run(case).stage))


def test_it_answers_the_five_reasons(case, cast):
    entered(case, cast)
    assert looked_back(case, cast).items.count() == 5


def test_it_leaves_no_reason_out(case, cast):
    entered(case, cast)
    first, *rest = criteria_of(case)
    with pytest.raises(Invalid) as refused:
        looked_back(case, cast, answers=[LookedAt(criterion.pk, in_order=True) for criterion in rest])
    assert list(refused.value.errors) == [f"answer_{first.pk}"]


@pytest.mark.requirement(77)
def test_what_is_found_is_made_up(case, cast):
    entered(case, cast)
    first, *rest = criteria_of(case)
    others = [LookedAt(criterion.pk, in_order=True) for criterion in rest]
    with pytest.raises(Invalid):
        looked_back(case, cast, answers=[LookedAt(first.pk, in_order=False, found="驻外党员未补课"), *others])
    mended = LookedAt(first.pk, in_order=False, found="驻外党员未补课", made_up="已全部补课")
    looked_back(case, cast, answers=[mended, *others])
    assert LookBack.objects.get().items.get(in_order=False).made_up == "已全部补课"


@pytest.mark.parametrize("who", ["leader", "member", "director", "other_liaison", "stranger"])
def test_it_is_the_units_own(case, cast, who):
    entered(case, cast)
    with pytest.raises(Denied):
        looked_back(case, cast, acting_user=getattr(cast, who))


@pytest.mark.parametrize("days", [1, -100_000])
def test_it_lies_within_the_stage(case, cast, days):
    entered(case, cast)
    day = clock.today() + timedelta(days=days)
    with pytest.raises(Invalid) as refused:
        looked_back(case, cast, held_on=day)
    assert list(refused.value.errors) == ["held_on"]


def test_it_may_be_done_again_until_the_request_is_under_way(case, cast):
    ripe(case, cast, verified=False)
    looked_back(case, cast, summary="再次对照。")
    assert LookBack.objects.get().summary == "再次对照。"
    submitted_request(case, cast)
    with pytest.raises(Conflict):
        looked_back(case, cast)
