"""What a round answered to a return, and was judged on, stays as given; pinned is only what the campaign asks."""

import pytest
from django.urls import reverse

from stages.enums import ReviewVerdict
from stages.models import ReturnItem
from stages.selectors.transitions import answered_rounds, pinned_for
from stages.services.revocations import revoke_approval
from stages.services.team_reviews import Pinned
from stages.services.transitions import pinned_before, save_transition, withdraw_transition
from teams.exceptions import Conflict, Invalid
from tests.stages.building_transitions import (
    TEXT,
    approved,
    drafted_request,
    looked_back,
    printed,
    reviewed,
    ripe,
    submitted_request,
)
from tests.stages.factories import TWO_STAGES, load


@pytest.fixture
def answered(case, cast, media):
    """The first round came back with an item, the second answered it."""
    reviewed(submitted_request(ripe(case, cast), cast), cast, ReviewVerdict.RETURNED)
    looked_back(case, cast)
    return submitted_request(case, cast)


def save(request, cast, answer):
    items = ReturnItem.objects.filter(request__run=request.run)
    return save_transition(
        request_id=request.pk,
        expected_version=request.version,
        text=TEXT,
        answers={item.pk: answer for item in items},
        acting_user=cast.liaison,
    )


def test_after_a_revocation_a_new_draft_rewrites_no_earlier_answer(case, cast, answered):
    approved(answered, cast, printed(reviewed(answered, cast)))
    answered.refresh_from_db()
    revoke_approval(
        request_id=answered.pk, expected_version=answered.version, reason="复核有误。", acting_user=cast.director
    )
    third = drafted_request(case, cast)
    assert third.round == 3
    assert pinned_before(third) == []
    save(third, cast, "改写的答复。")
    assert [item.answer for item in ReturnItem.objects.all()] == ["已补齐，见附件。"] * 2
    rounds = list(third.run.requests.order_by("-round"))
    assert pinned_for(third, rounds) == []
    assert answered_rounds(rounds) >= {rounds[-1].pk}


def test_a_round_withdrawn_before_the_team_spoke_has_answered_nothing(case, cast, answered):
    withdraw_transition(
        request_id=answered.pk, expected_version=answered.version, reason="补充材料。", acting_user=cast.secretary
    )
    third = drafted_request(case, cast)
    assert len(pinned_before(third)) == 2


def test_what_is_pinned_is_a_criterion_of_the_case_s_campaign(case, cast, media):
    foreign = load(TWO_STAGES).criteria.first()
    request = submitted_request(ripe(case, cast), cast)
    with pytest.raises(Invalid):
        reviewed(request, cast, ReviewVerdict.RETURNED, pinned=[Pinned("请补齐。", foreign.pk)])
    own = request.run.stage.template.criteria.first()
    reviewed(request, cast, ReviewVerdict.RETURNED, pinned=[Pinned("请补齐。", own.pk)])
    assert ReturnItem.objects.get().criterion == own


def test_an_older_look_back_does_not_overwrite_a_newer_one(case, client, cast, media):
    ripe(case, cast, verified=False)
    client.force_login(cast.liaison)
    url = reverse("look_back", args=[case.pk])
    page = client.get(url)
    version, form = page.context["version"], page.context["form"]
    data = {name: "yes" for name in form.fields if name.startswith("answer_")}
    data |= {"held_on": form["held_on"].value().isoformat(), "summary": "先到的。", "version": version}
    assert client.post(url, data).status_code == 302
    stale = client.post(url, data | {"summary": "后到的。"})
    assert stale.status_code == 409
    assert "后到的。" in stale.text
    assert client.post(url, {**data, "summary": "无版本。", "version": ""}).status_code == 409
    again = client.post(url, data | {"summary": "后到的。", "version": stale.context["version"]})
    assert again.status_code == 302
    case.runs.get().look_back.refresh_from_db()
    assert case.runs.get().look_back.summary == "后到的。"


def test_a_look_back_is_rewritten_in_its_place(case, cast, media):
    ripe(case, cast, verified=False)
    first = case.runs.get().look_back
    with pytest.raises(Conflict):
        looked_back(case, cast, expected_version=first.version + 1)
    again = looked_back(case, cast, expected_version=first.version)
    assert (again.pk, again.version, again.items.count()) == (first.pk, first.version + 1, 5)
