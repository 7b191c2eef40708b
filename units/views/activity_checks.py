"""The team's word on an activity: verified with its own figures, or returned."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from teams.rulings import require
from teams.views.acts import attempt, page, posted_version, version_to_carry
from teams.views.signed_in import SignedInRequest
from units import access
from units.forms.activity_checks import CheckForm
from units.models import Activity
from units.rules import activities as rules
from units.selectors import standing_of
from units.selectors.activities import evidence_of, next_to_verify
from units.services.activities import return_activity, verify_activity
from units.standing import CaseStanding
from units.views.activity_facts import file_rows, said, tone_of


@require_http_methods(["GET", "POST"])
def activity_verify(request: SignedInRequest, case_id: int, activity_id: int) -> HttpResponse:
    """The declared figures beside the team's own."""
    recorded = access.get_activity(request.user, case_id, activity_id)
    standing = standing_of(request.user, recorded.case)
    # A stale form is answered with its text, so only who may not verify at all is turned away at once.
    require(
        rules.may_check(standing, recorded) if request.method == "GET" else rules.may_check_in(standing, recorded.case)
    )
    form = CheckForm(request.POST or None, figures=recorded.figures.all())
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            verify_activity,
            activity_id=recorded.pk,
            expected_version=posted_version(request),
            verified=form.verified(),
            remark=form.cleaned_data["remark"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("“%(title)s” is verified.") % {"title": recorded.title})
            return _to_the_next(recorded)
    return _check_page(request, recorded, standing, form)


@require_POST
def activity_return(request: SignedInRequest, case_id: int, activity_id: int) -> HttpResponse:
    """Give the activity back with the remark; the figures on the form are left aside."""
    recorded = access.get_activity(request.user, case_id, activity_id)
    standing = standing_of(request.user, recorded.case)
    require(rules.may_check_in(standing, recorded.case))
    form = CheckForm(request.POST, figures=recorded.figures.all())
    form.is_valid()
    if "remark" in form.cleaned_data:
        attempted = attempt(
            form,
            return_activity,
            activity_id=recorded.pk,
            expected_version=posted_version(request),
            remark=form.cleaned_data["remark"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("“%(title)s” is returned to the unit.") % {"title": recorded.title})
            return _to_the_next(recorded)
    return _check_page(request, recorded, standing, form)


def _to_the_next(recorded: Activity) -> HttpResponse:
    """The pile is worked off one after the other; when it is empty, back to the list."""
    following = next_to_verify(recorded)
    if following is None:
        return redirect("activities", recorded.case_id)
    return redirect("activity_verify", recorded.case_id, following.pk)


def _check_page(request: SignedInRequest, recorded: Activity, standing: CaseStanding, form: CheckForm) -> HttpResponse:
    context = {
        "case": recorded.case,
        "standing": standing,
        "tab": "activities",
        "activity": recorded,
        "tone": tone_of(recorded),
        "form": form,
        "version": version_to_carry(request, recorded, form),
        "rows": [row | {"shown": said(row["measure"], row["declared"])} for row in form.rows()],
        "files": file_rows(recorded, evidence_of(recorded)),
    }
    return page(request, "units/activity_verify.html", context, form)
