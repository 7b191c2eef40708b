"""A refused act of one button comes back to the page with the button, with the reason and the refusal's status."""

import pytest
from django.urls import reverse

from tests.pages import words_of
from tests.stages.building_findings import drafted
from tests.stages.building_plans import drafted_plan, entered, profiled, submitted_plan

pytestmark = pytest.mark.django_db


def post(client, user, name, version, **arguments):
    client.force_login(user)
    return client.post(reverse(name, kwargs=arguments), {"version": version})


def test_a_plan_that_lacks_something_comes_back_with_all_that_it_lacks(client, cast, case):
    entered(case, cast)
    version = drafted_plan(case, cast)
    version.problems.all().delete()
    version.omissions.all().delete()
    response = post(client, cast.secretary, "plan_submit", version.version, case_id=case.pk, version_id=version.pk)
    assert response.status_code == 403
    assert "stages/plan.html" in {template.name for template in response.templates}
    assert len(response.wsgi_request.refused) == 5
    words = words_of(response, 403)
    assert all(reason in words for reason in response.wsgi_request.refused)


def test_a_plan_that_is_handed_in_already_comes_back_as_it_stands(client, cast, case):
    entered(case, cast)
    version = submitted_plan(case, cast)
    response = post(client, cast.secretary, "plan_submit", 1, case_id=case.pk, version_id=version.pk)
    assert response.status_code == 409
    assert "stages/plan.html" in {template.name for template in response.templates}


def test_a_profile_that_changed_meanwhile_comes_back(client, cast, case):
    profiled(case, cast, confirmed=False)
    response = post(client, cast.leader, "profile_confirm", 1, case_id=case.pk)
    assert response.status_code == 409
    assert "stages/profile.html" in {template.name for template in response.templates}
    assert response.wsgi_request.refused


def test_a_draft_that_is_not_one_s_own_comes_back(client, cast, case):
    finding = drafted(case, cast)
    response = post(client, cast.leader, "finding_discard", "", case_id=case.pk, finding_id=finding.pk)
    assert response.status_code == 403
    assert "stages/finding.html" in {template.name for template in response.templates}


def test_the_page_opened_afterwards_says_nothing_of_it(client, cast, case):
    finding = drafted(case, cast)
    post(client, cast.leader, "finding_discard", "", case_id=case.pk, finding_id=finding.pk)
    response = client.get(reverse("finding", args=[case.pk, finding.pk]))
    assert response.status_code == 200
    assert not hasattr(response.wsgi_request, "refused")
