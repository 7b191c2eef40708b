"""Handing the plan in in the secretary's name, with the scan of the sealed resolution (代提交)."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from teams.views.act_pages import Words, act_page
from teams.views.signed_in import SignedInRequest
from units import access
from units.enums import PlanKind
from units.forms.filing import ResolutionForm
from units.rules import plans as rules
from units.selectors import standing_of
from units.selectors.plans import content_of
from units.services.plans import submit_plan

HINT = _("The secretary is told; team and office read in whose name it was handed in, and see the scan.")


@require_http_methods(["GET", "POST"])
def plan_submit_for(request: SignedInRequest, case_id: int, version_id: int) -> HttpResponse:
    """Who is not the secretary hands the plan in with the resolution."""
    version = access.get_plan_version(request.user, case_id, version_id)
    case = version.plan.case
    standing = standing_of(request.user, case)
    form = ResolutionForm(request.POST or None, request.FILES or None)
    words = Words(
        _("Submit the plan in the secretary's name"), _("Submit"), _("The plan is with the supervision team."), HINT
    )
    back = reverse(PlanKind(version.plan.kind).page, args=[case.pk])
    return act_page(
        request,
        form=form,
        act=submit_plan,
        arguments=lambda: {"version_id": version.pk, **form.cleaned_data},
        ruling=rules.may_submit_for(standing, case, version, content_of(version)),
        template="units/submit_for.html",
        context={"case": case, "standing": standing, "tab": "plan", "words": words, "back": back},
        done=words.done,
        back=back,
        row=version,
    )
