"""Writing down a finding on the spot, putting the draft right, discarding and issuing it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from stages.access import get_finding
from stages.forms.findings import CaptureForm, DraftForm
from stages.rules.drafts import may_draft, may_revise
from stages.selectors.findings import drafted_today, earlier_problems, gates_of, photos_of
from stages.services.findings import discard_draft, draft_finding, issue_finding, save_draft
from stages.views.act_pages import act_page
from teams.views.acts import posted_version
from teams.views.one_button import comes_back_to
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.selectors import standing_of


@require_http_methods(["GET", "POST"])
def finding_new(request: SignedInRequest, case_id: int) -> HttpResponse:
    """One screen for a phone: what was seen, where, with photos; below it what one wrote down today."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    form = CaptureForm(
        request.POST or None, request.FILES or None, gates=gates_of(case), earlier=earlier_problems(case)
    )
    return act_page(
        request,
        form=form,
        act=draft_finding,
        arguments=lambda: {
            "case_id": case.pk,
            "client_uuid": form.cleaned_data["client_uuid"],
            "given": form.given(),
            "photos": form.cleaned_data["photos"],
        },
        ruling=may_draft(standing, case),
        template="stages/finding_new.html",
        context={"case": case, "standing": standing, "tab": "findings", "today": drafted_today(case, request.user)},
        done=gettext_lazy("Written down. What is to reach the unit is sent by the leader."),
        back=reverse("finding_new", args=[case.pk]),
    )


@require_http_methods(["GET", "POST"])
def finding_edit(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """Put a draft right at the desk."""
    finding = get_finding(request.user, case_id, finding_id)
    standing = standing_of(request.user, finding.case)
    form = DraftForm(
        request.POST or None,
        request.FILES or None,
        gates=gates_of(finding.case),
        earlier=earlier_problems(finding.case),
        finding=finding,
        photos=photos_of(finding),
    )
    return act_page(
        request,
        form=form,
        act=save_draft,
        arguments=lambda: {
            "finding_id": finding.pk,
            "given": form.given(),
            "photos": form.cleaned_data["photos"],
            "removed": form.cleaned_data.get("removed", []),
        },
        ruling=may_revise(standing, finding),
        template="stages/finding_edit.html",
        context={"case": finding.case, "standing": standing, "tab": "findings", "finding": finding},
        done=gettext_lazy("The draft is saved."),
        back=reverse("finding", args=[case_id, finding.pk]),
        row=finding,
    )


@require_POST
@comes_back_to("finding", "case_id", "finding_id")
def finding_discard(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """Throw one's own draft away."""
    finding = get_finding(request.user, case_id, finding_id)
    discard_draft(finding_id=finding.pk, acting_user=request.user)
    messages.success(request, _("The draft is discarded."))
    return redirect("findings", case_id)


@require_POST
@comes_back_to("finding", "case_id", "finding_id")
def finding_issue(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """Issue a draft to the unit's Party committee."""
    finding = get_finding(request.user, case_id, finding_id)
    issued = issue_finding(finding_id=finding.pk, expected_version=posted_version(request), acting_user=request.user)
    messages.success(request, _("Finding no. %(number)s is issued to the Party committee.") % {"number": issued.number})
    return redirect("finding", case_id, finding.pk)
